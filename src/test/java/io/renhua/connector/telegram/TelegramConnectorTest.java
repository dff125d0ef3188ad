package io.renhua.connector.telegram;

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
import io.renhua.message.Inbound;
import io.renhua.text.Wording;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TelegramConnectorTest implements ConnectorContract {
    private static final Map<String, Class<? extends Content>> EXPECTED = Map.ofEntries(
            Map.entry("inbound-text.json", Content.Text.class),
            Map.entry("inbound-text-entities.json", Content.Text.class),
            Map.entry("inbound-group-mention.json", Content.Text.class),
            Map.entry("inbound-sticker.json", Content.Text.class),
            Map.entry("inbound-contact.json", Content.Text.class),
            Map.entry("inbound-document.json", Content.Media.class),
            Map.entry("inbound-photo.json", Content.Media.class),
            Map.entry("inbound-photo-captured.json", Content.Media.class),
            Map.entry("inbound-voice.json", Content.Media.class),
            Map.entry("inbound-location.json", Content.Place.class),
            Map.entry("inbound-callback-query.json", Content.Chosen.class),
            Map.entry("inbound-reply.json", Content.Entered.class),
            Map.entry("inbound-start-deeplink.json", Content.Entered.class),
            Map.entry("inbound-my-chat-member-blocked.json", Content.Entered.class),
            Map.entry("inbound-my-chat-member-unblocked.json", Content.Entered.class));

    private final TelegramStand telegram = new TelegramStand();

    @Override
    public Connector connector(Http http) {
        return telegram.connector(http);
    }

    @Override
    public WebhookRequest signed(byte[] body) {
        return TelegramStand.with(TelegramStand.SECRET, body);
    }

    @Override
    public WebhookRequest signedForAnother(byte[] body) {
        return TelegramStand.with("another-secret", body);
    }

    @Override
    public List<byte[]> recorded() {
        var bodies = new ArrayList<>(List.of(Recorded.body("telegram/text.json")));
        bodies.addAll(Recorded.bodies("telegram"));
        return bodies;
    }

    @Override
    public List<String> secrets() {
        return List.of(TelegramStand.SECRET, TelegramStand.TOKEN);
    }

    @Override
    public boolean bodyIsSigned() {
        return false;
    }

    @Test
    void wipesTheTokenFromWhatIsSaidAboutACall() {
        var message = ConnectorContract.answer(telegram.read("text").getFirst(), List.of(new Content.Text("hello")));

        for (Http talkative : List.<Http>of(
                call -> new Http.NotSent("no connection to " + call.path()),
                call -> new Http.Lost("no answer from " + call.path()))) {
            assertThat(telegram.connector(talkative).deliver(message).toString())
                    .contains("/bot***/sendMessage")
                    .doesNotContain(TelegramStand.TOKEN);
        }
    }

    @Test
    void takesTheOldSecretUntilItIsRemoved() {
        var rotating = telegram.connector(
                base -> call -> new Http.NotSent(""),
                Map.of("webhook-secret", "the-new-one", "previous-webhook-secret", TelegramStand.SECRET));
        var body = Recorded.body("telegram/text.json");

        assertThat(rotating.receive(TelegramStand.with(TelegramStand.SECRET, body)))
                .isInstanceOf(Messages.class);
        assertThat(rotating.receive(TelegramStand.with("the-new-one", body))).isInstanceOf(Messages.class);
        assertThat(telegram.deaf().receive(TelegramStand.with("the-new-one", body)))
                .isInstanceOf(Forged.class);
    }

    @Test
    void opensNoAccountWithoutItsSecretsNorWithMisprintedOnes() {
        assertThat(problems(Map.of("webhook-secret", " ")))
                .hasSize(2)
                .anyMatch(problem -> problem.contains("bot-token is missing or blank"))
                .anyMatch(problem -> problem.contains("webhook-secret is missing or blank"));
        assertThat(problems(Map.of("bot-token", "7000000001:AA test", "webhook-secret", "geheim!")))
                .hasSize(2)
                .allMatch(problem -> problem.contains("a character that does not belong there"))
                .noneMatch(problem -> problem.contains("AA test") || problem.contains("geheim!"));
    }

    private static List<String> problems(Map<String, String> values) {
        var settings = new Settings("pao-telegram", values);
        var channel = new Channel("pao-telegram", "telegram");
        new TelegramPlatform().open(channel, settings, base -> call -> new Http.NotSent(""), Clock.systemUTC());
        return settings.problems().stream().map(Wording::toString).toList();
    }

    @Test
    void readsEverySampleOfTheCollection() {
        Recorded.samples("telegram").forEach((name, body) -> {
            var webhook = telegram.connector(base -> call -> new Http.NotSent(""), Map.of())
                    .receive(signed(body));

            assertThat(webhook).describedAs(name).isInstanceOfSatisfying(Messages.class, messages -> {
                assertThat(messages.messages())
                        .describedAs(name)
                        .hasSize(1)
                        .extracting(Inbound::content)
                        .hasOnlyElementsOfType(EXPECTED.getOrDefault(name, Content.Unsupported.class));
            });
        });
    }

    @Test
    void answersAPressInTheAcknowledgementItself() {
        var answer = telegram.receive("pressed").answer().get();

        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(new String(answer.body(), UTF_8))
                .isEqualTo("{\"method\":\"answerCallbackQuery\",\"callback_query_id\":\"4382000000000000001\"}");
    }
}
