package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.conversation.LegalHolds;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LegalHoldControllerTest {
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
    void keepsAConversationAndSaysWhoWhyAndUntilWhen() {
        var conversation = wrote("kept");
        var olga = house.signedIn("olga");

        assertThat(keep(olga, conversation, "a <dispute>", nextYear().toString()))
                .isEqualTo(303);

        assertThat(page(olga, conversation))
                .contains("This conversation is kept on purpose", "Kept by Olga until", "a &lt;dispute&gt;");
        assertThat(olga.ask("/desk/transcripts/lines?conversation=" + conversation)
                        .body())
                .contains(LegalHolds.KEPT, "a <dispute>", "Olga");
    }

    @Test
    void saysToWhomeverErasesThatItIsDoneWhenThatIsOver() {
        var conversation = wrote("asked");
        var olga = house.signedIn("olga");
        keep(olga, conversation, "a dispute", nextYear().toString());

        var answer =
                olga.post("/desk/transcripts/erase", Map.of("conversation", conversation.toString(), "sure", "yes"));

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("#legal-hold");
        assertThat(page(olga, conversation)).contains("Their wish to be erased is noted.");
    }

    @Test
    void letsItGoAgain() {
        var conversation = wrote("let go");
        var olga = house.signedIn("olga");
        keep(olga, conversation, "a dispute", nextYear().toString());

        var answer = olga.post("/desk/transcripts/legal-hold/end", Map.of("conversation", conversation.toString()));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(page(olga, conversation)).contains("Keep this conversation longer");
        assertThat(house.get(LegalHolds.class).of(conversation)).isEmpty();
    }

    @Test
    void needsAReasonADayToComeAndAConversation() {
        var conversation = wrote("unkept");
        var olga = house.signedIn("olga");

        assertThat(keep(olga, conversation, " ", nextYear().toString())).isEqualTo(400);
        assertThat(keep(olga, conversation, "why", "2020-01-01")).isEqualTo(400);
        assertThat(keep(olga, conversation, "why", "some day")).isEqualTo(400);
        assertThat(keep(olga, conversation, "why", nextYear().plusYears(20).toString()))
                .isEqualTo(400);
        assertThat(keep(
                        olga,
                        new ConversationId("web-mo", "nobody"),
                        "why",
                        nextYear().toString()))
                .isEqualTo(404);
        assertThat(house.get(LegalHolds.class).of(conversation)).isEmpty();
    }

    @Test
    void isNothingForAgents() {
        assertThat(page(house.signedIn("lin"), wrote("plain"))).doesNotContain("legal-hold");
    }

    private static LocalDate nextYear() {
        return LocalDate.now(ZoneId.systemDefault()).plusYears(1);
    }

    private static ConversationId wrote(String thread) {
        var conversation = new ConversationId("web-mo", thread.replace(' ', '-'));
        house.received(conversation, Person.of(thread), "jasmine tea", Instant.now());
        return conversation;
    }

    private static int keep(DeskBrowser browser, ConversationId conversation, String why, String until) {
        return browser.post(
                        "/desk/transcripts/legal-hold",
                        Map.of("conversation", conversation.toString(), "why", why, "until", until))
                .statusCode();
    }

    private static String page(DeskBrowser browser, ConversationId conversation) {
        return browser.get("/desk/transcripts/read?conversation=" + conversation)
                .body();
    }
}
