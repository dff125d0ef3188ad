package io.renhua.connector.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.Connector;
import io.renhua.connector.ConnectorContract;
import io.renhua.connector.Http;
import io.renhua.connector.Recorded;
import io.renhua.connector.Settings;
import io.renhua.connector.Webhook.Forged;
import io.renhua.connector.Webhook.Messages;
import io.renhua.connector.WebhookRequest;
import io.renhua.message.Channel;
import io.renhua.message.Content;
import io.renhua.text.Wording;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineConnectorTest implements ConnectorContract {
    private static final Map<String, Class<? extends Content>> EXPECTED = Map.ofEntries(
            Map.entry("inbound-text.json", Content.Text.class),
            Map.entry("inbound-text-mention.json", Content.Text.class),
            Map.entry("inbound-redelivery.json", Content.Text.class),
            Map.entry("inbound-sticker.json", Content.Text.class),
            Map.entry("inbound-file.json", Content.Media.class),
            Map.entry("inbound-image-external.json", Content.Media.class),
            Map.entry("inbound-image-line.json", Content.Media.class),
            Map.entry("inbound-video.json", Content.Media.class),
            Map.entry("inbound-location.json", Content.Place.class),
            Map.entry("inbound-postback.json", Content.Chosen.class),
            Map.entry("inbound-postback-datetime.json", Content.Chosen.class),
            Map.entry("inbound-follow.json", Content.Entered.class),
            Map.entry("inbound-unfollow.json", Content.Entered.class),
            Map.entry("inbound-join.json", Content.Entered.class),
            Map.entry("inbound-leave.json", Content.Entered.class));

    private final LineStand line = new LineStand();

    @Override
    public Connector connector(Http http) {
        return line.connector(http);
    }

    @Override
    public WebhookRequest signed(byte[] body) {
        return LineStand.signed(LineStand.SECRET, body);
    }

    @Override
    public WebhookRequest signedForAnother(byte[] body) {
        return LineStand.signed("the secret of another account", body);
    }

    @Override
    public List<byte[]> recorded() {
        var bodies = new ArrayList<>(List.of(Recorded.body("line/text.json")));
        bodies.addAll(Recorded.bodies("line"));
        return bodies;
    }

    @Override
    public List<String> secrets() {
        return List.of(LineStand.SECRET, LineStand.TOKEN);
    }

    /** Published by LINE's SDKs for Java, Python and Node. */
    @ParameterizedTest
    @CsvSource({
        "SECRET, {}, 3q8QXTAGaey18yL8FWTqdVlbMr6hcuNvM4tefa0o9nA=",
        "channel_secret, bodybodybodybody, /gg9a+LvFevTH1sd7XCQycD7tsWclCsInj7MhBHxN7k=",
        "test_channel_secret, i am not jason, Z8YlPpm0lQOqPipiCHVbiuwIDIzRzD7w5hvHgmwEuEs=",
        "test_secret, '{\"hello\":\"world\"}', t7Hn4ZDHqs6e+wdvI5TyQIvzie0DmMUmuXEBqyyE/tM="
    })
    void knowsLinesOwnSignatures(String secret, String body, String signature) {
        var connector = line.connector(base -> call -> new Http.NotSent(""), Map.of("channel-secret", secret));

        assertThat(connector.receive(LineStand.given(signature, body.getBytes(UTF_8))))
                .isNotInstanceOf(Forged.class);
    }

    /** The negative vector of LINE's SDK for Node. */
    @Test
    void refusesLinesOwnSignatureWithOneLetterInAnotherCase() {
        var connector = line.connector(base -> call -> new Http.NotSent(""), Map.of("channel-secret", "test_secret"));
        var body = "{\"hello\":\"world\"}".getBytes(UTF_8);

        var request = LineStand.given("t7Hn4ZDHqs6e+wdvI5TyQIvzie0DmMUmuXEBqyyE/TM=", body);

        assertThat(connector.receive(request)).isInstanceOf(Forged.class);
    }

    @Test
    void takesTheOldSecretUntilItIsRemoved() {
        var rotating = line.connector(
                base -> call -> new Http.NotSent(""),
                Map.of("channel-secret", "the new one", "previous-channel-secret", LineStand.SECRET));
        var body = Recorded.body("line/text.json");

        assertThat(rotating.receive(LineStand.signed(LineStand.SECRET, body))).isInstanceOf(Messages.class);
        assertThat(rotating.receive(LineStand.signed("the new one", body))).isInstanceOf(Messages.class);
        assertThat(line.deaf().receive(LineStand.signed("the new one", body))).isInstanceOf(Forged.class);
    }

    @Test
    void opensNoAccountWithoutItsSecrets() {
        var settings = new Settings("pao-line", Map.of("channel-secret", "  ", "api-base", "line"));

        new LinePlatform()
                .open(
                        new Channel("pao-line", "line"),
                        settings,
                        base -> call -> new Http.NotSent(""),
                        Clock.systemUTC());

        assertThat(settings.problems())
                .extracting(Wording::toString)
                .hasSize(3)
                .anyMatch(problem -> problem.contains("channel-secret is missing or blank"))
                .anyMatch(problem -> problem.contains("channel-access-token is missing or blank"))
                .anyMatch(problem -> problem.contains("api-base must be an http(s) address"));
    }

    @Test
    void readsEverySampleOfTheCollection() {
        Recorded.samples("line").forEach((name, body) -> {
            var webhook = line.deaf().receive(signed(body));

            assertThat(webhook).describedAs(name).isInstanceOfSatisfying(Messages.class, messages -> {
                var contents = messages.messages().stream()
                        .map(message -> message.content().getClass())
                        .toList();
                assertThat(contents)
                        .describedAs(name)
                        .allMatch(EXPECTED.getOrDefault(name, Content.Unsupported.class)::equals);
            });
        });
    }
}
