package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.House;
import io.renhua.Knock;
import io.renhua.Knocks;
import io.renhua.journal.Happening.Received;
import io.renhua.journal.Happening.Settled;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhooksTest {
    @TempDir
    private static Path data;

    private static House house;

    @BeforeAll
    static void open() {
        house = House.open(data);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void answersOnceWhatIsDeliveredTenTimesAtOnce() throws Exception {
        var person = new ConversationId("mo-line", "Utentimes");
        var knock = Knocks.line("Utentimes", "ten-times", "推薦一本書");

        assertThat(all(IntStream.range(0, 10).mapToObj(copy -> knock).toList())).containsOnly(200);

        await().until(() -> !house.happened(person, Settled.class).isEmpty());
        assertThat(house.send(knock).statusCode()).isEqualTo(200);
        assertThat(house.happened(person, Received.class)).hasSize(1);
        assertThat(house.taken("line", "reply-ten-times")).hasSize(1);
    }

    @Test
    void takesEveryEventOfABatch() {
        var batch = Knocks.line(Knocks.recorded("line/text-two-people.json"));

        assertThat(house.send(batch).statusCode()).isEqualTo(200);

        var people = everybodyIn("text-two-people.json");
        assertThat(people).hasSizeGreaterThan(1);
        people.forEach(person ->
                await().until(() -> house.happened(person, Settled.class).size() == 1));
    }

    @Test
    void acknowledgesACallWithoutEvents() {
        assertThat(house.send(Knocks.line(Knocks.recorded("line/no-events.json")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void acknowledgesWhatItDoesNotKnowYet() {
        assertThat(house.send(Knocks.line(Knocks.recorded("line/unknown.json"))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void knowsNoOtherChannels() {
        var knock = Knocks.line("Unobody", "nobody", "hi");

        assertThat(house.send(knock.at("/webhooks/other-line")).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesAForgedCallAndKeepsNothingOfIt() {
        var before = journal();

        for (var knock : List.of(
                Knocks.line("Uforger", "forged", "hi").with("x-line-signature", "AAAA"),
                Knocks.telegram("66600000", "66600", "hi").with("x-telegram-bot-api-secret-token", "guess"),
                Knocks.slack("UFORGER", "forged", "hi", house.clock().instant()).with("x-slack-signature", "v0=00"),
                Knocks.slack("UFORGER", "stale", "hi", house.clock().instant().minusSeconds(600)),
                Knocks.wechat("oForger", "1", "hi").at("/webhooks/mo-wechat?timestamp=1&nonce=2&signature=33"))) {
            assertThat(house.send(knock).statusCode()).as(knock.path()).isEqualTo(401);
        }

        assertThat(journal()).isEqualTo(before);
    }

    @Test
    void refusesWhatIsSignedAndNotReadable() {
        assertThat(house.send(Knocks.line("{\"events\": [")).statusCode()).isEqualTo(400);
        assertThat(house.send(Knocks.line("")).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesABodyOfMoreThanAMegabyte() {
        var knock = Knocks.line("{\"events\": [], \"padding\": \"" + "x".repeat(1 << 20) + "\"}");

        assertThat(house.send(knock).statusCode()).isEqualTo(413);
    }

    @Test
    void refusesMethodsThatNoPlatformUses() {
        for (var method : List.of("PUT", "DELETE", "PATCH")) {
            assertThat(house.send(Knocks.line("Uput", "put", "hi").by(method)).statusCode())
                    .as(method)
                    .isEqualTo(405);
        }
        assertThat(house.send(new Knock("GET", "/webhooks/mo-line", Map.of(), new byte[0]))
                        .statusCode())
                .isIn(400, 401, 405);
    }

    @Test
    void believesTheSignatureAndNotTheContentType() {
        var knock = Knocks.line("Uform", "form", "推薦一本書").with("content-type", "application/x-www-form-urlencoded");

        assertThat(house.send(knock).statusCode()).isEqualTo(200);

        await().until(() -> !house.said(new ConversationId("mo-line", "Uform")).isEmpty());
    }

    @Test
    void answersSlacksHandshakeAndKeepsNothingOfIt() {
        var before = journal();
        var body = "{\"type\": \"url_verification\", \"challenge\": \"3eZbrw1aB\"}";

        var answer = house.send(Knocks.slackBody(body, house.clock().instant()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("3eZbrw1aB");
        assertThat(journal()).isEqualTo(before);
    }

    @Test
    void answersWeChatsHandshakeAsPlainText() {
        var check = Knocks.wechat("oChecker", "1", "hi").by("GET");

        var answer = house.send(check.at(check.path() + "&echostr=%3Cb%3E5837397520665456"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("<b>5837397520665456");
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/plain");
    }

    @Test
    void tellsThePlatformToComeBackWhileTheStoreIsAway(@TempDir Path elsewhere) {
        var knock = Knocks.line("Uaway", "away", "推薦一本書");
        try (var shut = House.open(elsewhere)) {
            assertThat(shut.send(knock.at("/webhooks/other")).statusCode()).isEqualTo(404);
            shut.get(Store.class).close();

            var answer = shut.send(knock);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("retry-after")).hasValue("1");
        }

        try (var again = House.open(elsewhere)) {
            assertThat(again.happened(new ConversationId("mo-line", "Uaway"))).isEmpty();
            assertThat(again.send(knock).statusCode()).isEqualTo(200);
            await().until(() -> again.taken("line", "reply-away").size() == 1);
        }
    }

    private static List<ConversationId> everybodyIn(String batch) {
        return java.util.regex.Pattern.compile("\"userId\": \"(U[^\"]+)\"")
                .matcher(Knocks.recorded("line/" + batch))
                .results()
                .map(match -> new ConversationId("mo-line", match.group(1)))
                .distinct()
                .toList();
    }

    private static int journal() {
        return house.get(Journal.class).all(0, 10_000).size();
    }

    /** Sends all of them at once, each on a connection of its own, and gives what came back. */
    private static List<Integer> all(List<Knock> knocks) throws Exception {
        var codes = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = knocks.stream()
                    .map(knock -> (Callable<HttpResponse<String>>) () -> house.send(knock))
                    .toList();
            for (Future<HttpResponse<String>> answer : threads.invokeAll(calls)) {
                codes.add(answer.get().statusCode());
            }
        }
        return codes;
    }
}
