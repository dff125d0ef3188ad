package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.search.SearchFeed;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EraseControllerTest {
    private static DeskHouse house;

    @BeforeAll
    static void open() {
        house = DeskHouse.open();
        house.hire("olga", "Olga", StaffRole.OPERATOR);
        house.hire("lin", "Lin", StaffRole.AGENT);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void leavesNothingToReadToFindOrToList() {
        var conversation = wrote("gone");
        var olga = house.signedIn("olga");
        assertThat(olga.get("/desk/transcripts?words=jasmine").body()).contains("gone");

        var answer = erase(olga, conversation, "yes");

        assertThat(answer).isEqualTo("/desk/transcripts?erased=1");
        assertThat(olga.get(answer).body()).contains("Conversations that are no more: 1");
        assertThat(olga.get("/desk/transcripts?words=jasmine").body()).doesNotContain("web-mo%2Fgone");
        assertThat(olga.ask("/desk/transcripts/lines?conversation=" + conversation)
                        .body())
                .doesNotContain("jasmine");
        assertThat(olga.ask("/desk/lists").body()).doesNotContain("web-mo/gone", "erased-");
    }

    @Test
    void saysWhyNothingWasErased() {
        var conversation = wrote("helped");
        house.takenBy("lin", conversation);
        var olga = house.signedIn("olga");

        var answer = erase(olga, conversation, "yes");

        assertThat(olga.get(answer.replaceAll("#.*", "")).body())
                .contains("Not erased: somebody has this conversation");
        assertThat(olga.ask("/desk/transcripts/lines?conversation=" + conversation)
                        .body())
                .contains("jasmine");
    }

    @Test
    void erasesNothingByAnOversight() {
        var conversation = wrote("kept");

        assertThat(erase(house.signedIn("olga"), conversation, "")).isEqualTo("400");
        assertThat(house.signedIn("lin")
                        .get("/desk/transcripts/read?conversation=" + conversation)
                        .body())
                .doesNotContain("transcripts/erase");
    }

    private static ConversationId wrote(String thread) {
        var conversation = new ConversationId("web-mo", thread);
        house.received(conversation, Person.of(thread), "jasmine tea", Instant.now());
        house.get(SearchFeed.class).look();
        return conversation;
    }

    private static String erase(DeskBrowser browser, ConversationId conversation, String sure) {
        var answer =
                browser.post("/desk/transcripts/erase", Map.of("conversation", conversation.toString(), "sure", sure));
        return answer.headers().firstValue("Location").orElse(String.valueOf(answer.statusCode()));
    }
}
