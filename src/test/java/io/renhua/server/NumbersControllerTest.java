package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.handoff.Desk;
import io.renhua.handoff.Ratings;
import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NumbersControllerTest {
    private static DeskHouse house;

    @BeforeAll
    static void open() {
        house = DeskHouse.open();
        house.hire("olga", "Olga", StaffRole.OPERATOR);
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("mei", "Mei", StaffRole.AGENT);
        var conversation = new ConversationId("web-mo", "visitor");
        house.takenBy("lin", conversation);
        house.get(Store.class)
                .write(
                        conversation.toString(),
                        transaction -> house.get(Desk.class).answered(transaction, conversation));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void showAgentsTheirOwnAndNobodyElses() {
        var lin = house.signedIn("lin");

        assertThat(answered(lin.get("/desk/numbers").body())).isEqualTo("1");
        assertThat(answered(house.signedIn("mei").get("/desk/numbers").body())).isEqualTo("0");
        assertThat(lin.get("/desk/numbers").body()).doesNotContain("name=\"of\"");
        assertThat(lin.get("/desk/numbers?of=lin").statusCode()).isEqualTo(200);
        assertThat(lin.get("/desk/numbers?of=mei").statusCode()).isEqualTo(403);
        assertThat(lin.get("/desk/numbers?of=*").statusCode()).isEqualTo(403);
    }

    @Test
    void showSupervisorsEverybodysTogetherAndSomebodysWhenTheyChoose() {
        var olga = house.signedIn("olga");

        assertThat(answered(olga.get("/desk/numbers").body())).isEqualTo("0");
        assertThat(answered(olga.get("/desk/numbers?of=*").body())).isEqualTo("1");
        assertThat(answered(olga.get("/desk/numbers?of=lin").body())).isEqualTo("1");
        assertThat(answered(olga.get("/desk/numbers?of=mei").body())).isEqualTo("0");
    }

    @Test
    void showWhatPeopleSaidOfTheHelpByTheirNumberWhereFewDid() {
        rated("few-1", "mei", 5, "quick, thanks! my order is MO1234");
        rated("few-2", "mei", 2, null);
        rated("few-3", "mei", null, null);

        var mine = house.signedIn("mei").get("/desk/numbers").body();

        assertThat(mine).contains("<b>1 of 2</b>", ">2 of 3<", "quick, thanks! my order is **1234", ">rated 5 of 5<");
        assertThat(mine).doesNotContain("MO1234");
        assertThat(house.signedIn("lin").get("/desk/numbers").body()).doesNotContain("quick, thanks!");
        assertThat(house.signedIn("olga").get("/desk/numbers?of=*").body()).contains("quick, thanks!");
    }

    @Test
    void showTheShareWithItsIntervalWhereManyDid() {
        house.hire("kai", "Kai", StaffRole.AGENT);
        for (int i = 0; i < 20; i++) {
            rated("many-" + i, "kai", i < 17 ? 5 : 3, null);
        }

        assertThat(house.signedIn("kai").get("/desk/numbers").body())
                .contains("<b>85 %</b>", "likely 64 to 95 %; mean 4.7", ">20 of 20<");
    }

    private static void rated(String thread, String agent, @Nullable Integer score, @Nullable String remark) {
        var conversation = new ConversationId("web-mo", thread);
        var ratings = new Ratings();
        house.get(Store.class).write(conversation.toString(), transaction -> {
            ratings.ask(transaction, conversation, 3, agent, Instant.now());
            var asked = ratings.latest(transaction, conversation).orElseThrow();
            if (score != null) {
                ratings.score(transaction, conversation, asked, score);
            }
            if (remark != null) {
                ratings.remark(transaction, conversation, asked, remark);
            }
        });
    }

    private static String answered(String page) {
        var found = Pattern.compile("class=\"large\">(\\d+)<").matcher(page);
        return found.find() ? found.group(1) : page;
    }
}
