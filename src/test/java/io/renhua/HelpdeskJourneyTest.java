package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.connector.JsonBody;
import io.renhua.journal.Happening;
import io.renhua.message.ConversationId;
import io.renhua.message.Speaker;
import io.renhua.server.ApiClient;
import io.renhua.server.Programs;
import io.renhua.server.TinyHelpdesk;
import io.renhua.store.Store;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company's own helpdesk is the desk: it hears by hooks, and answers by the API, through failures and a time away. */
class HelpdeskJourneyTest {
    private static final ConversationId MEI = new ConversationId("mo-line", "Uhelpdesk");
    private static final String HERE = "/api/v1/conversations/mo-line/Uhelpdesk";
    private static final Duration A_WHILE = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    @Test
    void somebodyElsewhereHearsAnswersAndResolvesAndNothingIsLostOrOutOfOrder() {
        var place = "renhua.hooks.helpdesk.";
        try (var desk = new TinyHelpdesk();
                var house = House.open(
                        directory,
                        Map.of(
                                place + "url",
                                desk.address(),
                                place + "secret",
                                TinyHelpdesk.SECRET,
                                place + "private-network",
                                "true"))) {
            var api = Programs.helpdesk(house);
            desk.fail(2);
            says(house, "1", "真人");
            hears(house, desk, "handoff.requested");

            done(api.post(HERE + "/claim", Map.of("name", "Lin")));
            var words = Map.of("id", "answer-1", "text", "在，我幫你看。", "name", "Lin");
            done(api.post(HERE + "/reply", words));
            done(api.post(HERE + "/reply", words)); // the helpdesk is not sure that it was taken
            await().atMost(A_WHILE)
                    .untilAsserted(
                            () -> assertThat(house.taken("line", "在，我幫你看。")).hasSize(1));
            assertThat(house.happened(MEI, Happening.Said.class))
                    .filteredOn(said -> said.content().asText().equals("在，我幫你看。"))
                    .extracting(Happening.Said::speaker)
                    .containsExactly(new Speaker(Speaker.Kind.HUMAN, "Lin"));

            desk.goDown();
            says(house, "2", "謝謝你");
            says(house, "3", "我等你");
            await().atMost(A_WHILE)
                    .untilAsserted(() -> assertThat(house.happened(MEI, Happening.Received.class))
                            .hasSize(3));
            done(api.post(HERE + "/resolve", Map.of("topic", "order")));
            desk.comeBack();
            hears(house, desk, "handoff.resolved");

            await().atMost(A_WHILE).untilAsserted(() -> {
                hurry(house);
                assertThat(desk.events(MEI.toString()))
                        .extracting(event -> event.path("id").asText())
                        .containsExactlyElementsOf(all(api));
            });
            assertThat(desk.copies()).isZero();
            assertThat(desk.types(MEI.toString()))
                    .startsWith("conversation.started", "message.received", "handoff.requested")
                    .containsSubsequence(
                            "handoff.claimed",
                            "message.sent",
                            "message.received",
                            "message.received",
                            "handoff.resolved");
        }
    }

    private static void says(House house, String id, String words) {
        house.send(Knocks.line(MEI.thread(), "help-" + id, words));
    }

    private static void hears(House house, TinyHelpdesk desk, String type) {
        await().atMost(A_WHILE).untilAsserted(() -> {
            hurry(house);
            assertThat(desk.types(MEI.toString())).contains(type);
        });
    }

    /** Time passes at the helpdesk: what waits for its next try is tried. */
    private static void hurry(House house) {
        house.get(Store.class)
                .write(transaction -> transaction.update(
                        "update hook_delivery set due_at = ? where due_at is not null",
                        house.clock().instant()));
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** The ids of everything that happened here up to its end, as whoever asks is told. */
    private static List<String> all(ApiClient api) {
        var answer = api.get("/api/v1/events?limit=200&after=0").body();
        var events = JsonBody.read(answer.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .path("events");
        return StreamSupport.stream(events.spliterator(), false)
                .filter(event ->
                        event.path("data").path("conversation").asText().equals(MEI.toString()))
                .map((JsonNode event) -> event.path("id").asText())
                .toList();
    }
}
