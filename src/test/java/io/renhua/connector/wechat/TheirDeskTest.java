package io.renhua.connector.wechat;

import static io.renhua.connector.wechat.TestAccount.PLAINTEXT;
import static io.renhua.connector.wechat.TestAccount.SECURE;
import static io.renhua.connector.wechat.TestAccount.recorded;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.Connector;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookAnswer;
import io.renhua.message.ConversationId;
import io.renhua.message.Echo;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.message.ReplyHandle;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** WeChat's own desk: how somebody is passed on to it, and what it tells of its sessions. */
class TheirDeskTest {
    private final Connector connector = PLAINTEXT.connector(Duration.ofHours(1));

    @Test
    void tellsWhoTookASession() {
        assertThat(read("event-kf-create.xml").echo()).isEqualTo(new Echo.Taken());
        assertThat(read("event-kf-create.xml").person()).isEqualTo(Person.of("lin@tea"));
        assertThat(read("event-kf-switch.xml").echo()).isEqualTo(new Echo.Taken());
        assertThat(read("event-kf-switch.xml").person()).isEqualTo(Person.of("wu@tea"));
    }

    @Test
    void tellsThatASessionIsOver() {
        assertThat(read("event-kf-close.xml").echo()).isEqualTo(new Echo.GivenBack());
    }

    @Test
    void aSessionIsOfTheConversationThatItIsAbout() {
        assertThat(read("event-kf-create.xml").conversation())
                .isEqualTo(new ConversationId("tea", "oPao-1xQ8_renhua_visitor_001"));
        assertThat(read("event-kf-create.xml").id())
                .isNotEqualTo(read("event-kf-close.xml").id());
    }

    @Test
    void aMessageIsPassedOnWithItsOwnPush() {
        var held = hold(connector, "text.xml");

        connector.passOn(handle(held));

        assertThat(said(held.answer().get()))
                .contains("<MsgType><![CDATA[transfer_customer_service]]></MsgType>")
                .contains("<ToUserName><![CDATA[oPao-1xQ8_renhua_visitor_001]]></ToUserName>");
    }

    @Test
    void itIsPassedOnEncryptedWhereEverythingIs() {
        var secure = SECURE.connector(Duration.ofHours(1));
        var held = (Webhook.Messages) secure.receive(SECURE.push(recorded("text.xml")));

        secure.passOn(handle(held));

        assertThat(said(held.answer().get())).contains("<Encrypt>").doesNotContain("transfer_customer_service");
    }

    @Test
    void aPressedMenuCannotBePassedOnAndIsAcknowledged() {
        var held = hold(connector, "event-click.xml");

        connector.passOn(handle(held));

        assertThat(said(held.answer().get())).isEqualTo("success");
    }

    @Test
    void whatIsAnsweredAlreadyIsNotPassedOn() {
        var held = hold(connector, "text.xml");
        connector.forgo(handle(held));

        connector.passOn(handle(held));

        assertThat(said(held.answer().get())).isEqualTo("success");
    }

    private static Webhook.Messages hold(Connector connector, String file) {
        return (Webhook.Messages) connector.receive(PLAINTEXT.push(recorded(file)));
    }

    private Inbound read(String file) {
        return hold(connector, file).messages().getFirst();
    }

    private static ReplyHandle handle(Webhook.Messages held) {
        return Objects.requireNonNull(held.messages().getFirst().reply());
    }

    private static String said(WebhookAnswer answer) {
        return new String(answer.body(), UTF_8);
    }
}
