package io.renhua.connector.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.Connector;
import io.renhua.connector.ConnectorContract;
import io.renhua.connector.Http;
import io.renhua.connector.JsonBody;
import io.renhua.connector.Recorded;
import io.renhua.connector.SettableClock;
import io.renhua.connector.Settings;
import io.renhua.connector.Webhook.Challenge;
import io.renhua.connector.Webhook.Forged;
import io.renhua.connector.Webhook.Malformed;
import io.renhua.connector.Webhook.Messages;
import io.renhua.connector.WebhookRequest;
import io.renhua.message.Channel;
import io.renhua.message.Content;
import io.renhua.message.Inbound;
import io.renhua.text.Wording;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackConnectorTest implements ConnectorContract {
    private static final Map<String, Class<? extends Content>> EXPECTED = Map.ofEntries(
            Map.entry("inbound-app-mention.json", Content.Text.class),
            Map.entry("inbound-app-mention-captured.json", Content.Text.class),
            Map.entry("inbound-message-im-captured.json", Content.Text.class),
            Map.entry("inbound-message-im-thread.json", Content.Text.class),
            Map.entry("inbound-slash-command.json", Content.Text.class),
            Map.entry("inbound-slash-command-raw.txt", Content.Entered.class),
            Map.entry("inbound-message-org-install.json", Content.Entered.class),
            Map.entry("inbound-assistant-thread-started.json", Content.Entered.class),
            Map.entry("inbound-app-mention-with-file-captured.json", Content.Media.class),
            Map.entry("inbound-block-actions.json", Content.Chosen.class),
            Map.entry("inbound-block-actions-captured.json", Content.Chosen.class),
            Map.entry("inbound-ephemeral-action-captured.json", Content.Chosen.class));
    private static final Set<String> NOBODYS =
            Set.of("inbound-message-bot-ignore.json", "inbound-message-changed.json", "inbound-message-deleted.json");

    /** The body and secret that Slack's page and its SDKs for Java, Python and JavaScript sign. */
    private static final String PUBLISHED_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    private static final String PUBLISHED =
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                    + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                    + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
                    + "%2F96rGlfmibIGlgcZRskXaIFfN"
                    + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    private static final String PUBLISHED_SIGNATURE =
            "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    private final SlackStand slack = new SlackStand();

    @Override
    public Connector connector(Http http) {
        return slack.connector(http);
    }

    @Override
    public WebhookRequest signed(byte[] body) {
        return SlackStand.signed(SlackStand.SECRET, SlackStand.NOW.getEpochSecond(), body);
    }

    @Override
    public WebhookRequest signedForAnother(byte[] body) {
        return SlackStand.signed("the secret of another app", SlackStand.NOW.getEpochSecond(), body);
    }

    @Override
    public List<byte[]> recorded() {
        var bodies = new ArrayList<>(List.of(Recorded.body("slack/direct.json")));
        for (var body : Recorded.bodies("slack")) {
            bodies.add(body);
            SlackForm.read(body)
                    .filter(form -> form.has("payload"))
                    .ifPresent(form -> bodies.add(form.bytes("payload")));
        }
        return bodies;
    }

    @Override
    public List<String> secrets() {
        return List.of(SlackStand.SECRET, SlackStand.TOKEN);
    }

    @Test
    void knowsSlacksOwnSignature() {
        var clock = new SettableClock(Instant.ofEpochSecond(1_531_420_618));
        var settings = new Settings("x", Map.of("signing-secret", PUBLISHED_SECRET, "bot-token", "xoxb"));
        var connector = new SlackPlatform()
                .open(new Channel("x", "slack"), settings, base -> call -> new Http.NotSent(""), clock);

        assertThat(connector.receive(SlackStand.given(PUBLISHED_SIGNATURE, "1531420618", PUBLISHED.getBytes(UTF_8))))
                .isInstanceOf(Messages.class);
        assertThat(connector.receive(
                        SlackStand.given(PUBLISHED_SIGNATURE, "1531420618", (PUBLISHED + "------").getBytes(UTF_8))))
                .isInstanceOf(Forged.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, -299, 0, 299, 300})
    void takesRequestsOfTheLastFiveMinutesAndTheNext(long seconds) {
        assertThat(signedAt(seconds)).isInstanceOf(Messages.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-100_000, -301, 301, 100_000})
    void refusesRequestsOfAnotherTime(long seconds) {
        assertThat(signedAt(seconds)).isInstanceOf(Forged.class);
    }

    private Object signedAt(long seconds) {
        var time = SlackStand.NOW.plusSeconds(seconds).getEpochSecond();
        var body = Recorded.body("slack/direct.json");
        return slack.deaf().receive(SlackStand.signed(SlackStand.SECRET, time, body));
    }

    @Test
    void refusesAReplayAfterFiveMinutes() {
        var connector = slack.deaf();
        var request = signed(Recorded.body("slack/direct.json"));
        assertThat(connector.receive(request)).isInstanceOf(Messages.class);

        slack.clock.advance(Duration.ofSeconds(301));

        assertThat(connector.receive(request)).isInstanceOf(Forged.class);
    }

    @Test
    void takesTheOldSecretUntilItIsRemoved() {
        var rotating = slack.connector(
                base -> call -> new Http.NotSent(""),
                Map.of("signing-secret", "the new one", "previous-signing-secret", SlackStand.SECRET));
        var body = Recorded.body("slack/direct.json");
        var now = SlackStand.NOW.getEpochSecond();

        assertThat(rotating.receive(SlackStand.signed(SlackStand.SECRET, now, body)))
                .isInstanceOf(Messages.class);
        assertThat(rotating.receive(SlackStand.signed("the new one", now, body)))
                .isInstanceOf(Messages.class);
        assertThat(slack.deaf().receive(SlackStand.signed("the new one", now, body)))
                .isInstanceOf(Forged.class);
    }

    @Test
    void readsARedeliveryLikeAFirstDelivery() {
        var first = signed(Recorded.body("slack/direct.json"));
        var headers = new HashMap<>(first.headers());
        headers.put("x-slack-retry-num", List.of("1"));
        headers.put("x-slack-retry-reason", List.of("http_timeout"));

        var again = slack.deaf().receive(new WebhookRequest("POST", headers, Map.of(), first.body()));

        assertThat(((Messages) again).messages()).isEqualTo(slack.read("direct.json"));
    }

    @Test
    void answersTheCheckOfTheAddressAndNothingElse() {
        var webhook = slack.receive(
                "{\"type\":\"url_verification\",\"challenge\":\"3eZ\\\"<b>\",\"event\":{\"type\":\"message\"}}");

        assertThat(webhook).isInstanceOfSatisfying(Challenge.class, challenge -> {
            assertThat(new String(challenge.answer().body(), UTF_8)).isEqualTo("{\"challenge\":\"3eZ\\\"<b>\"}");
            assertThat(challenge.answer().contentType()).startsWith("application/json");
        });
    }

    @Test
    void answersTheCheckOfTheCertificateOnlyWhenSigned() {
        var body = "ssl_check=1&command=%2Fpao&text=hello&payload=%7B%7D".getBytes(UTF_8);

        assertThat(slack.receive(body)).isInstanceOf(Challenge.class);
        assertThat(slack.deaf().receive(new WebhookRequest("POST", Map.of(), Map.of(), body)))
                .isInstanceOf(Forged.class);
    }

    @Test
    void callsAFormItCannotReadMalformed() {
        assertThat(slack.receive("payload=%7B%2")).isInstanceOf(Malformed.class);
        assertThat(slack.receive("payload=hello")).isInstanceOf(Malformed.class);
        assertThat(slack.receive("a=b&c=d")).isInstanceOf(Malformed.class);
    }

    @Test
    void opensNoAccountWithoutItsSecrets() {
        var settings = new Settings("pao-slack", Map.of("signing-secret", " ", "bot-token", "xoxb-1\n-2"));

        new SlackPlatform()
                .open(
                        new Channel("pao-slack", "slack"),
                        settings,
                        base -> call -> new Http.NotSent(""),
                        Clock.systemUTC());

        assertThat(settings.problems())
                .extracting(Wording::toString)
                .hasSize(2)
                .anyMatch(problem -> problem.contains("signing-secret is missing or blank"))
                .anyMatch(problem -> problem.contains("bot-token holds a character that does not belong there"))
                .noneMatch(problem -> problem.contains("xoxb"));
    }

    @Test
    void readsEverySampleOfTheCollection() {
        Recorded.samples("slack").forEach((name, body) -> {
            var webhook = slack.receive(asSent(body));

            if (name.equals("inbound-url-verification.json")) {
                assertThat(webhook).isInstanceOf(Challenge.class);
                return;
            }
            assertThat(webhook)
                    .describedAs(name)
                    .isInstanceOfSatisfying(
                            Messages.class,
                            messages -> assertThat(messages.messages())
                                    .describedAs(name)
                                    .hasSize(NOBODYS.contains(name) ? 0 : 1)
                                    .extracting(Inbound::content)
                                    .hasOnlyElementsOfType(EXPECTED.getOrDefault(name, Content.Unsupported.class)));
        });
    }

    /** The collection shows forms as the JSON inside them. */
    private static byte[] asSent(byte[] body) {
        var json = JsonBody.read(body);
        if (json.isEmpty() || !json.get().has("trigger_id")) {
            return body;
        }
        var form = new StringBuilder();
        if (json.get().has("command")) {
            json.get()
                    .properties()
                    .forEach(field -> form.append(form.isEmpty() ? "" : "&")
                            .append(field.getKey())
                            .append('=')
                            .append(URLEncoder.encode(field.getValue().asText(), UTF_8)));
        } else {
            form.append("payload=").append(URLEncoder.encode(new String(body, UTF_8), UTF_8));
        }
        return form.toString().getBytes(UTF_8);
    }
}
