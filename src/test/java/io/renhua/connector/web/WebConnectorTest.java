package io.renhua.connector.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.Connector;
import io.renhua.connector.Delivery;
import io.renhua.connector.Visitor;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookRequest;
import io.renhua.message.Content;
import io.renhua.message.Entry;
import io.renhua.message.Inbound;
import io.renhua.message.Outbound;
import io.renhua.message.Speaker;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebConnectorTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Visitor visitor = Visitor.newcomer(new SecureRandom());
    private final Connector connector =
            new WebPlatform().open(WebPlatform.channelOf("pao"), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void readsWhatAVisitorSays() {
        var inbound = read("""
                {"id": "a-1", "text": "  桂花烏龍好喝嗎 ", "locale": "zh-Hant", "sentAt": "2026-11-22T11:59:58Z"}""");

        assertThat(inbound.content()).isEqualTo(new Content.Text("桂花烏龍好喝嗎"));
        assertThat(inbound.sentAt()).isEqualTo(Instant.parse("2026-11-22T11:59:58Z"));
        assertThat(inbound.person().locale()).isEqualTo("zh-Hant");
        assertThat(inbound.conversation().channel()).isEqualTo("web-pao");
        assertThat(inbound.id()).isEqualTo(inbound.conversation().thread() + "/a-1");
    }

    @Test
    void keepsTheVisitorsSecretOutOfWhatIsStored() {
        var inbound = read("""
                {"id": "a", "text": "hi"}""");

        assertThat(inbound.toString()).doesNotContain(visitor.token());
        assertThat(inbound.conversation().thread())
                .hasSizeGreaterThanOrEqualTo(22)
                .matches("[A-Za-z0-9_-]+");
        assertThat(visitor.thread("web-orvanne"))
                .isNotEqualTo(inbound.conversation().thread());
    }

    @Test
    void readsAChoiceWithItsLabel() {
        assertThat(read("""
                {"id": "a", "choice": {"key": "pick_tea", "label": "幫我挑茶"}}""").content()).isEqualTo(new Content.Chosen("pick_tea", "幫我挑茶"));
    }

    @Test
    void takesComingInByTheSameDoorAsTheSameEvent() {
        var first = read("""
                {"id": "a", "entered": "scan:box-osmanthus"}""");
        var again = read("""
                {"id": "b", "entered": "scan:box-osmanthus"}""");

        assertThat(first.content()).isEqualTo(new Content.Entered(new Entry.Scanned("box-osmanthus")));
        assertThat(again.id()).isEqualTo(first.id());
    }

    @Test
    void doesNotBelieveAClockFromTheFuture() {
        assertThat(read("""
                {"id": "a", "text": "hi", "sentAt": "2031-01-01T00:00:00Z"}""").sentAt()).isEqualTo(NOW);
    }

    @Test
    void takesOutWhatAStoreCannotKeep() {
        assertThat(read("{\"id\": \"a\", \"text\": \"a\\u0000b\"}").content()).isEqualTo(new Content.Text("ab"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "not json",
                "{\"id\": \"a\", \"text\": \"cut",
                "{\"text\": \"no id\"}",
                "{\"id\": \"with space\", \"text\": \"hi\"}",
                "{\"id\": \"a\"}",
                "{\"id\": \"a\", \"text\": \"  \"}",
                "{\"id\": \"a\", \"text\": {\"deep\": 1}}",
                "{\"id\": \"a\", \"text\": \"hi\", \"entered\": \"opened\"}",
                "{\"id\": \"a\", \"entered\": \"through the window\"}",
                "{\"id\": \"a\", \"entered\": \"scan:<script>\"}",
                "{\"id\": \"a\", \"choice\": {\"label\": \"no key\"}}",
            })
    void saysWhatItCannotRead(String body) {
        assertThat(connector.receive(request("Bearer " + visitor.token(), body)))
                .isInstanceOfSatisfying(
                        Webhook.Malformed.class,
                        malformed -> assertThat(malformed.why()).isNotBlank());
    }

    @Test
    void takesFourThousandCharactersAndNotOneMore() {
        var longest = "茶".repeat(4000);

        assertThat(read("{\"id\": \"a\", \"text\": \"" + longest + "\"}").content())
                .isEqualTo(new Content.Text(longest));
        assertThat(connector.receive(
                        request("Bearer " + visitor.token(), "{\"id\": \"a\", \"text\": \"" + longest + "葉\"}")))
                .isInstanceOf(Webhook.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer ",
                "Bearer short",
                "Basic abc",
                "Bearer ../../../../../../../../../../../../etc/passwd"
            })
    void refusesWhoHoldsNoTokenOfOurs(String authorization) {
        assertThat(connector.receive(request(authorization, "{\"id\": \"a\", \"text\": \"hi\"}")))
                .isInstanceOf(Webhook.Forged.class);
    }

    @Test
    void deliversByTheJournalAlone() {
        var conversation = read("{\"id\": \"a\", \"text\": \"hi\"}").conversation();
        var message = new Outbound(
                "o-1", conversation, List.of(new Content.Text("hello")), new Speaker(Speaker.Kind.BOT, "泡小拾"), null);

        assertThat(connector.deliver(message)).isEqualTo(new Delivery.Sent("o-1"));
    }

    private Inbound read(String body) {
        var webhook = connector.receive(request("Bearer " + visitor.token(), body));
        assertThat(webhook).isInstanceOf(Webhook.Messages.class);
        return ((Webhook.Messages) webhook).messages().getFirst();
    }

    private static WebhookRequest request(String authorization, String body) {
        return new WebhookRequest(
                "POST",
                Map.of("authorization", List.of(authorization)),
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
