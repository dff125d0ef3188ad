package io.renhua.connector.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.connector.Connector;
import io.renhua.connector.JsonBody;
import io.renhua.connector.Recorded;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookRequest;
import io.renhua.message.Content;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The collection of samples kept outside the project: every one goes through. */
class WeChatSamplesTest {
    private static final Map<String, Class<? extends Content>> KNOWN = Map.ofEntries(
            Map.entry("inbound-text.xml", Content.Text.class),
            Map.entry("inbound-text.json", Content.Text.class),
            Map.entry("inbound-text-from-article.xml", Content.Text.class),
            Map.entry("inbound-miniprogram-text.xml", Content.Text.class),
            Map.entry("inbound-miniprogram-text.json", Content.Text.class),
            Map.entry("inbound-text-from-msgmenu.xml", Content.Chosen.class),
            Map.entry("inbound-image.xml", Content.Media.class),
            Map.entry("inbound-miniprogram-image.xml", Content.Media.class),
            Map.entry("inbound-miniprogram-image.json", Content.Media.class),
            Map.entry("inbound-voice.xml", Content.Media.class),
            Map.entry("inbound-voice-recognition.xml", Content.Media.class),
            Map.entry("inbound-video.xml", Content.Media.class),
            Map.entry("inbound-shortvideo.xml", Content.Media.class),
            Map.entry("inbound-location.xml", Content.Place.class),
            Map.entry("inbound-link.xml", Content.Link.class),
            Map.entry("inbound-event-click.xml", Content.Chosen.class),
            Map.entry("inbound-event-scan.xml", Content.Entered.class),
            Map.entry("inbound-event-subscribe.xml", Content.Entered.class),
            Map.entry("inbound-event-subscribe-qr.xml", Content.Entered.class),
            Map.entry("inbound-event-unsubscribe.xml", Content.Entered.class));

    @Test
    void readsEveryMessageOfTheCollection() {
        Recorded.samples("wechat").forEach((name, body) -> {
            if (name.startsWith("inbound-http")) {
                return;
            }
            for (var account : List.of(TestAccount.PLAINTEXT, TestAccount.SECURE)) {
                var webhook = account.connector(Duration.ZERO).receive(account.push(new String(body, UTF_8)));

                assertThat(content(webhook)).as(name).isInstanceOf(KNOWN.getOrDefault(name, Content.Unsupported.class));
            }
        });
    }

    @Test
    void believesEveryRecordedCallOfTheCollection() {
        Recorded.samples("wechat").forEach((name, body) -> {
            if (!name.startsWith("inbound-http")) {
                return;
            }
            var recording = JsonBody.read(body).orElseThrow();

            var webhook = connector(recording.path("config")).receive(request(recording));

            var expected = recording.path("expected_response").path("body").asText();
            var answer = webhook instanceof Webhook.Challenge(var echo)
                    ? echo
                    : ((Webhook.Messages) webhook).answer().get();
            assertThat(answer.body()).as(name).asString(UTF_8).isEqualTo(expected);
        });
    }

    private static Connector connector(JsonNode config) {
        var values = Map.of(
                "app-id", config.path("appid").asText("wx-any"),
                "app-secret", "any",
                "token", config.path("token").asText(),
                "mode", config.path("mode").asText("plaintext"),
                "encoding-aes-key", config.path("encoding_aes_key").asText(TestAccount.KEY));
        return TestAccount.connector(values, Duration.ZERO, base -> call -> {
            throw new AssertionError("no call of the API was expected");
        });
    }

    private static WebhookRequest request(JsonNode recording) {
        var query = new HashMap<String, List<String>>();
        recording
                .path("query")
                .properties()
                .forEach(field ->
                        query.put(field.getKey(), List.of(field.getValue().asText())));
        return new WebhookRequest(
                recording.path("method").asText(),
                Map.of(),
                query,
                recording.path("body").asText().getBytes(UTF_8));
    }

    private static Content content(Webhook webhook) {
        assertThat(webhook).isInstanceOf(Webhook.Messages.class);
        return ((Webhook.Messages) webhook).messages().getFirst().content();
    }
}
