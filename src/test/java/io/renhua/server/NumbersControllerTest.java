package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.handoff.Desk;
import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import java.util.regex.Pattern;
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

    private static String answered(String page) {
        var found = Pattern.compile("class=\"large\">(\\d+)<").matcher(page);
        return found.find() ? found.group(1) : page;
    }
}
