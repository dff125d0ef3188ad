package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.conversation.DeadLetters;
import io.renhua.message.ConversationId;
import io.renhua.publishing.Spoken;
import io.renhua.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of operations, without a browser. */
class OperationsControllerTest {
    private static final ConversationId MEI = new ConversationId("web-mo", "mei");

    private final DeskHouse house = DeskHouse.open();
    private final Lying lying = new Lying(house.get(Store.class));
    private DeskBrowser marc = house.browser();

    @BeforeEach
    void signIn() {
        house.hire("marc", "Marc", StaffRole.OPERATOR);
        marc = house.signedIn("marc");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void saysThatAllIsWell() {
        assertThat(page())
                .contains("All is well.", "web-mo", "Nothing was put aside")
                .doesNotContain("trouble_");
    }

    @Test
    void showsWhatWhyAndOffersToTryAgain() {
        var dead = lying.words(MEI, "dead", "the kettle is on", "gave up after a day: 503", Instant.now());
        lying.words(MEI, "doubt", "your refund <b>went out</b>", "no answer", Instant.now());
        lying.message(MEI, "waiting", "hello?", Instant.now().minusSeconds(90));

        assertThat(page())
                .contains("Somebody should look at this", "People have waited for an answer for more than a minute.")
                .contains("the kettle is on", "gave up after a day: 503", "tried 17 times", dead)
                .contains("your refund &lt;b&gt;went out&lt;/b&gt;", "It may have arrived already.")
                .contains("Yes, try 1 again");
    }

    @Test
    void saysWhichVersionEachPersonaSpeaksAndWhereAnOlderOneIsSpokenAndWhy() {
        var now = Instant.now();
        new Spoken(house.get(Store.class), "node-a", house.get(Clock.class))
                .show(List.of(new Spoken.Now("mo", "2026.11.2@bbbbbbbbbbbb", "2026.11.2@bbbbbbbbbbbb", null, now)));
        assertThat(page()).contains("2026.11.2", "bbbbbbbbbbbb", "All is well.").doesNotContain("still speaks");

        new Spoken(house.get(Store.class), "node-b", house.get(Clock.class))
                .show(List.of(new Spoken.Now(
                        "mo", "2026.11.1@aaaaaaaaaaaa", "2026.11.2@bbbbbbbbbbbb", "no room <left>", now)));

        assertThat(page())
                .contains("A persona still speaks an older version somewhere.", "on 2 nodes")
                .contains("node-b still speaks 2026.11.1 aaaaaaaaaaaa.", "no room &lt;left&gt;");
        assertThat(marc.ask("/health").body())
                .contains("\"version\":\"2026.11.2@bbbbbbbbbbbb\"", "node-b", "no room <left>");
        assertThat(house.browser().ask("/health").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void saysWhenWhatIsKeptNoLongerLeftAndWhatIsOverdue() {
        left(Instant.now().minus(Duration.ofHours(5)), null, "");
        assertThat(page())
                .contains("What is kept no longer", "340 entries", "of 12 conversations", "All is well.")
                .contains("3 conversations are kept because somebody needs them.")
                .doesNotContain("conversations stay while");

        left(Instant.now(), Instant.now().minus(Duration.ofDays(8)), "before: nobody speaks there now");
        assertThat(page())
                .contains("What was promised to be kept no longer is still here.", "before: nobody speaks there now")
                .contains("1 conversations stay while somebody is at work in them");

        left(Instant.now().minus(Duration.ofHours(37)), null, "");
        assertThat(page()).contains("What was promised to be kept no longer is still here.");
    }

    private void left(Instant at, @Nullable Instant overdue, String remark) {
        house.get(Store.class)
                .write(
                        "test",
                        transaction -> transaction.update("""
                                insert into departure
                                  (began_at, ended_at, conversations, words, media, staying, held, overdue_since, remark)
                                values (?, ?, 12, 340, 2, ?, 3, ?, ?)""", at, at, overdue == null ? 0 : 1, overdue, remark));
    }

    @Test
    void saysWhichActionsFailedAndWhy() {
        house.get(Store.class)
                .write(
                        "test",
                        transaction -> transaction.update(
                                "insert into action_failure (persona, action, why, at) values ('mo', 'find_order', ?, ?)",
                                "it answered <404>",
                                house.get(Clock.class).instant()));

        assertThat(page())
                .contains("A program of yours does not do what a persona asks of it.", "find_order")
                .contains("1 failed within a day", "it answered &lt;404&gt;");
    }

    @Test
    void triesAgainWhatSomebodyChose() {
        var dead = lying.words(MEI, "dead", "the kettle is on", null, Instant.now());
        page();

        var answer = marc.post("/desk/operations/replay", Map.of("id", dead));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/desk/operations?done=replayed");
        assertThat(page()).doesNotContain("the kettle is on").contains("All is well.");
        assertThat(marc.post("/desk/operations/replay", Map.of("id", dead))
                        .headers()
                        .firstValue("Location"))
                .hasValue("/desk/operations?done=replay_gone");
    }

    @Test
    void triesAllOfAChannelAgainAndSaysHowManyThatWere() {
        lying.words(MEI, "dead", "one", null, Instant.now());
        lying.message(MEI, "dead", "two", Instant.now());
        lying.words(MEI, "doubt", "three", null, Instant.now());

        var answer = marc.post("/desk/operations/replay-all", Map.of("channel", "web-mo"));

        assertThat(answer.headers().firstValue("Location")).hasValue("/desk/operations?done=replayed_all&n=2");
        assertThat(marc.get("/desk/operations?done=replayed_all&n=2").body())
                .contains("2 are being tried again.", "three")
                .doesNotContain(">one<", ">two<");
    }

    @Test
    void leavesOneAsItIs() {
        var doubt = lying.words(MEI, "doubt", "perhaps", null, Instant.now());

        marc.post("/desk/operations/discard", Map.of("id", doubt));

        assertThat(house.get(DeadLetters.class).list(10)).isEmpty();
    }

    @Test
    void changesNothingForAnotherSitesPage() {
        var dead = lying.words(MEI, "dead", "the kettle is on", null, Instant.now());

        var forged = marc.send(marc.form("/desk/operations/replay", Map.of("id", dead, "token_of_page", marc.token))
                .header("Origin", "https://elsewhere.example"));
        var tokenless = marc.send(
                marc.form("/desk/operations/discard", Map.of("id", dead)).header("Origin", marc.address));

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(tokenless.statusCode()).isEqualTo(403);
        assertThat(house.get(DeadLetters.class).list(10)).hasSize(1);
    }

    @Test
    void saysNothingThatItWasNotTaughtToSay() {
        assertThat(marc.get("/desk/operations?done=welcome_title").body()).doesNotContain("id=\"done\"");
    }

    private String page() {
        var answer = marc.get("/desk/operations");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
