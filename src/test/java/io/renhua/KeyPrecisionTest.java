package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.Connector;
import io.renhua.connector.Http;
import io.renhua.connector.HttpFactory;
import io.renhua.connector.MemoryTokens;
import io.renhua.connector.Platform;
import io.renhua.connector.Settings;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookRequest;
import io.renhua.connector.line.LinePlatform;
import io.renhua.connector.slack.SlackPlatform;
import io.renhua.connector.telegram.TelegramPlatform;
import io.renhua.connector.wechat.WeChatPlatform;
import io.renhua.conversation.SoleNode;
import io.renhua.conversation.StoreInbox;
import io.renhua.journal.Journal;
import io.renhua.message.Channel;
import io.renhua.message.Inbound;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is delivered again is dropped and nothing else is, over everything that platforms were seen to send. */
class KeyPrecisionTest {
    private static final long SEED = 20_261_126;
    private static final Clock CLOCK = Clock.fixed(Post.NOW, ZoneOffset.UTC);
    private static final HttpFactory NOBODY = base -> call -> new Http.NotSent("no connection");

    private final Map<String, Connector> connectors = new HashMap<>();

    KeyPrecisionTest() {
        for (var account : List.of("mo", "other")) {
            open(new LinePlatform(), account, "line", "channel-secret", Knocks.SECRET, "channel-access-token", "t");
            open(new TelegramPlatform(), account, "telegram", "bot-token", "1:t", "webhook-secret", Knocks.SECRET);
            open(new SlackPlatform(), account, "slack", "signing-secret", Knocks.SECRET, "bot-token", "xoxb-t");
            open(
                    new WeChatPlatform(new MemoryTokens(CLOCK), Duration.ZERO),
                    account,
                    "wechat",
                    "app-id",
                    "wx00000000000000aa",
                    "app-secret",
                    "s",
                    "token",
                    Knocks.WECHAT_TOKEN,
                    "mode",
                    "plaintext");
        }
    }

    private void open(Platform platform, String account, String kind, String... settings) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        var channel = new Channel(account + "-" + kind, kind);
        var read = new Settings(channel.name(), values);
        connectors.put("/webhooks/" + channel.name(), platform.open(channel, read, NOBODY, CLOCK));
        assertThat(read.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"H2, 10000", "POSTGRESQL, 1000"})
    void dropsEveryCopyAndNothingElse(Database database, int pairs) {
        var random = new Random(SEED);
        var wrong = new ArrayList<String>();
        var kinds = new HashMap<String, Integer>();
        try (var store = database.open()) {
            var journal = new Journal(store);
            var inbox = new StoreInbox(store, journal, new SoleNode(store), CLOCK);
            var bodies = Stream.of(Post.values())
                    .flatMap(post -> post.bodies().stream().map(body -> new Body(post, body)))
                    .filter(body -> !read(body.post().first(body.text())).isEmpty())
                    .toList();
            for (int number = 0; number < pairs; number++) {
                var body = bodies.get(random.nextInt(bodies.size()));
                var all = body.post().pairs(body.text(), number);
                var pair = all.get(random.nextInt(all.size()));
                kinds.merge(pair.what(), 1, Integer::sum);

                var one = read(pair.one());
                var two = read(pair.two());
                long before = kept(store);
                inbox.accept(one);
                inbox.accept(two);

                long kept = kept(store) - before;
                if (kept != one.size() + (pair.same() ? 0 : two.size())) {
                    wrong.add(pair.what() + ", kept " + kept + ": " + body.text());
                }
            }
        }

        assertThat(wrong).as("of %s, seed %d", kinds, SEED).isEmpty();
        assertThat(kinds)
                .hasSize(6)
                .allSatisfy((what, times) -> assertThat(times).isGreaterThan(pairs / 200));
    }

    /** How many wait to be worked on, what is told of our own side among them. */
    private static long kept(Store store) {
        return store.list("select count(*) from inbox", row -> row.getLong(1)).getFirst();
    }

    private record Body(Post post, String text) {}

    private List<Inbound> read(Knock knock) {
        var address = URI.create(knock.path());
        var connector = Objects.requireNonNull(connectors.get(address.getPath()), address::getPath);
        var answer = connector.receive(request(knock, address));
        return answer instanceof Webhook.Messages proven ? proven.messages() : List.of();
    }

    private static WebhookRequest request(Knock knock, URI address) {
        var headers = new HashMap<String, List<String>>();
        knock.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        var query = new HashMap<String, List<String>>();
        if (address.getQuery() != null) {
            for (var part : address.getQuery().split("&")) {
                query.put(part.substring(0, part.indexOf('=')), List.of(part.substring(part.indexOf('=') + 1)));
            }
        }
        return new WebhookRequest(knock.method(), headers, query, knock.body());
    }
}
