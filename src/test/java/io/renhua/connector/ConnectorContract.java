package io.renhua.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.renhua.connector.Webhook.Forged;
import io.renhua.connector.Webhook.Malformed;
import io.renhua.connector.Webhook.Messages;
import io.renhua.message.Choice;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Outbound;
import io.renhua.message.Speaker;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every connector promises, whatever its platform. */
public interface ConnectorContract {

    /** The connector under test, calling its platform through this. */
    Connector connector(Http http);

    /** The body as the platform would send it to this account: with its proof, and no header or parameter besides. */
    WebhookRequest signed(byte[] body);

    /** The body with the proof of somebody else's account. */
    WebhookRequest signedForAnother(byte[] body);

    /** Recorded bodies; the first holds one message of a person. */
    List<byte[]> recorded();

    /** What must never be seen outside. */
    List<String> secrets();

    /** Whether the platform's proof covers the body; some only show a password. */
    default boolean bodyIsSigned() {
        return true;
    }

    @Test
    default void acceptsTheGenuine() {
        var webhook = receive(signed(genuine()));

        assertThat(webhook).isInstanceOfSatisfying(Messages.class, messages -> {
            assertThat(messages.messages()).hasSize(1);
            assertThat(messages.answer().get().status()).isEqualTo(200);
        });
    }

    @Test
    default void saysWhoWroteWhereAndWhenTheSameAtEveryDelivery() {
        var first = messages(signed(genuine())).getFirst();

        assertThat(messages(signed(genuine())).getFirst()).isEqualTo(first);
        assertThat(first.id()).isNotBlank();
        assertThat(first.person().id()).isNotBlank();
        assertThat(first.conversation().channel())
                .isEqualTo(connector(nowhere()).channel().name());
        assertThat(ConversationId.parse(first.conversation().toString())).isEqualTo(first.conversation());
    }

    @Test
    default void readsEverythingRecorded() {
        for (var body : recorded()) {
            assertThat(receive(signed(body)))
                    .describedAs(() -> new String(body, UTF_8))
                    .isNotInstanceOfAny(Forged.class, Malformed.class);
        }
    }

    @Test
    default void refusesAnUnsigned() {
        var unsigned = new WebhookRequest("POST", Map.of(), Map.of(), genuine());

        assertThat(receive(unsigned)).isInstanceOf(Forged.class);
    }

    @Test
    default void refusesATamperedBody() {
        assumeTrue(bodyIsSigned());
        var signed = signed(genuine());

        var connector = connector(nowhere());
        for (int at = 0; at < genuine().length; at += 7) {
            var tampered = genuine();
            tampered[at] ^= 1;
            assertThat(connector.receive(with(signed, tampered))).isInstanceOf(Forged.class);
        }
        assertThat(receive(with(signed, Arrays.copyOf(genuine(), genuine().length - 1))))
                .isInstanceOf(Forged.class);
        assertThat(receive(with(signed, Arrays.copyOf(genuine(), genuine().length + 1))))
                .isInstanceOf(Forged.class);
    }

    /** Signatures that are checked over JSON written anew fail for emoji, and only for them. */
    @Test
    default void checksTheBytesAsTheyCame() {
        var text = new String(genuine(), UTF_8);
        assumeTrue(text.startsWith("{"));

        for (var spelling :
                List.of("\ufeff" + text, text.replace("\n", "\r\n"), text.replace("  ", ""), escaped(text))) {
            var same = messages(signed(spelling.getBytes(UTF_8)));
            assertThat(same).isEqualTo(messages(signed(genuine())));
        }
    }

    private static String escaped(String text) {
        return text.chars()
                .mapToObj(
                        unit -> unit < 128 ? String.valueOf((char) unit) : String.format(Locale.ROOT, "\\u%04x", unit))
                .collect(Collectors.joining());
    }

    @Test
    default void refusesAnotherAccountsSignature() {
        assertThat(receive(signedForAnother(genuine()))).isInstanceOf(Forged.class);
    }

    @Test
    default void refusesEveryDamagedProof() {
        var signed = signed(genuine());

        for (var damaged : Damage.toEach(signed.headers())) {
            var request = new WebhookRequest(signed.method(), damaged, signed.query(), signed.body());
            assertThat(receive(request)).describedAs("%s", damaged).isInstanceOf(Forged.class);
        }
        for (var damaged : Damage.toEach(signed.query())) {
            var request = new WebhookRequest(signed.method(), signed.headers(), damaged, signed.body());
            assertThat(receive(request)).describedAs("%s", damaged).isInstanceOf(Forged.class);
        }
    }

    @Test
    default void takesNoNoticeOfOtherHeaders() {
        var signed = signed(genuine());
        var headers = new HashMap<>(signed.headers());
        headers.put("x-something-new", List.of("a", "b"));

        assertThat(receive(new WebhookRequest("POST", headers, signed.query(), signed.body())))
                .isInstanceOf(Messages.class);
    }

    @Test
    default void callsASignedBodyItCannotReadMalformed() {
        for (var unreadable : List.of("", "i am not json", "{\"events\":[", "{} trailing", "[", "\0", "\"text\"")) {
            assertThat(receive(signed(unreadable.getBytes(UTF_8))))
                    .describedAs(unreadable)
                    .isInstanceOf(Malformed.class);
        }
    }

    @Test
    default void neverThrowsForAnyBytes() {
        var random = new Random(20_260_531);
        var connector = connector(nowhere());
        for (int i = 0; i < 2_000; i++) {
            var bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            assertThat(connector.receive(signed(bytes))).isNotInstanceOf(Forged.class);
            assertThat(connector.receive(new WebhookRequest("POST", Map.of(), Map.of(), bytes)))
                    .isInstanceOf(Forged.class);
        }
    }

    @Test
    default void survivesBrokenCopiesOfEverythingRecorded() {
        var random = new Random(20_260_601);
        var connector = connector(nowhere());
        for (var body : recorded()) {
            for (int i = 0; i < 50; i++) {
                var broken = Arrays.copyOf(body, 1 + random.nextInt(body.length));
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
                assertThat(connector.receive(signed(broken))).isNotInstanceOf(Forged.class);
            }
        }
    }

    @Test
    default void survivesEveryFieldMissingOrOfAnotherType() {
        var connector = connector(nowhere());
        for (var body : recorded()) {
            for (var bent : BentJson.of(body)) {
                assertThat(connector.receive(signed(bent)))
                        .describedAs(() -> new String(bent, UTF_8))
                        .isNotInstanceOf(Forged.class);
            }
        }
    }

    @Test
    default void answersEveryAnswerOfThePlatformWithADelivery() {
        var message = outbound();
        for (int status = 200; status < 600; status++) {
            for (var body : List.of("", "{}", "null", "<html>", "{\"ok\":7,\"error\":{},\"parameters\":[]}")) {
                var answer = new Http.Answered(status, Map.of("retry-after", List.of("soon")), body.getBytes(UTF_8));
                var delivery = connector(call -> answer).deliver(message);
                assertThat(status >= 400 && delivery instanceof Delivery.Sent && status != 409)
                        .describedAs("sent with %s", status)
                        .isFalse();
            }
        }
    }

    @Test
    default void triesAgainWhatSurelyNeverLeft() {
        var delivery = connector(nowhere()).deliver(outbound());

        assertThat(delivery).isInstanceOf(Delivery.Postponed.class);
    }

    @Test
    default void neverCallsALostAnswerFinal() {
        var delivery = connector(call -> new Http.Lost("no answer")).deliver(outbound());

        assertThat(delivery).isInstanceOfAny(Delivery.InDoubt.class, Delivery.Postponed.class);
    }

    @Test
    default void tellsNoSecret() {
        var said = new StringBuilder(connector(nowhere()).toString());
        for (var status : List.of(200, 301, 400, 401, 403, 404, 429, 500)) {
            var answer = new Http.Answered(status, Map.of(), new byte[0]);
            said.append(connector(call -> answer).deliver(outbound()));
        }
        said.append(receive(signedForAnother(genuine()))).append(receive(signed(new byte[] {'{'})));

        assertThat(said.toString()).doesNotContain(secrets());
    }

    @Test
    default void aTypingSignThatFailsIsNobodysTrouble() {
        assertThatCode(() -> connector(call -> new Http.Lost("no answer"))
                        .typing(outbound().conversation()))
                .doesNotThrowAnyException();
    }

    private byte[] genuine() {
        return recorded().getFirst().clone();
    }

    private Webhook receive(WebhookRequest request) {
        return connector(nowhere()).receive(request);
    }

    private List<Inbound> messages(WebhookRequest request) {
        return ((Messages) receive(request)).messages();
    }

    /** As many bubbles as one call takes, to whoever wrote the first recorded body. */
    private Outbound outbound() {
        var bubbles = List.<Content>of(
                new Content.Text("你好 😄"), new Content.Choices("And?", List.of(new Choice("hours", "Hours"))));
        var perCall = connector(nowhere()).limits().bubblesPerCall();
        return answer(messages(signed(genuine())).getFirst(), bubbles.subList(0, Math.min(bubbles.size(), perCall)));
    }

    /** These bubbles to whoever wrote that. */
    static Outbound answer(Inbound message, List<Content> bubbles) {
        var speaker = new Speaker(Speaker.Kind.BOT, "小拾");
        return new Outbound("7d4a1f0e-7f3c-4c39-9c5e-0a6b7a6f1a01", message.conversation(), bubbles, speaker, null);
    }

    private static Http nowhere() {
        return call -> new Http.NotSent("no connection");
    }

    private static WebhookRequest with(WebhookRequest request, byte[] body) {
        return new WebhookRequest(request.method(), request.headers(), request.query(), body);
    }
}
