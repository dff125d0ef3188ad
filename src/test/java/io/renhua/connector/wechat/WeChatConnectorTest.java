package io.renhua.connector.wechat;

import static io.renhua.connector.wechat.TestAccount.PLAINTEXT;
import static io.renhua.connector.wechat.TestAccount.SECURE;
import static io.renhua.connector.wechat.TestAccount.recorded;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.renhua.connector.Connector;
import io.renhua.connector.Delivery;
import io.renhua.connector.Secret;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookAnswer;
import io.renhua.connector.WebhookRequest;
import io.renhua.message.Choice;
import io.renhua.message.Content;
import io.renhua.message.Content.Media.Kind;
import io.renhua.message.ConversationId;
import io.renhua.message.Entry;
import io.renhua.message.Inbound;
import io.renhua.message.Outbound;
import io.renhua.message.Person;
import io.renhua.message.ReplyHandle;
import io.renhua.message.Speaker;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pushes say, and what goes back with them. */
class WeChatConnectorTest {
    private static final String VISITOR = "oPao-1xQ8_renhua_visitor_001";
    private static final Content HELLO = new Content.Text("週日十點開門喔 🍵");

    private final Connector secure = SECURE.connector(Duration.ofHours(1));
    private final Connector plaintext = PLAINTEXT.connector(Duration.ofHours(1));

    @ParameterizedTest
    @MethodSource("recordings")
    void readsWhatPeopleSend(String file, Content expected) {
        var inbound = read(secure, SECURE.push(recorded(file)));

        assertThat(inbound.content()).isEqualTo(expected);
        assertThat(inbound.conversation()).isEqualTo(new ConversationId("tea", VISITOR));
        assertThat(inbound.person()).isEqualTo(Person.of(VISITOR));
        assertThat(inbound.sentAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    static Stream<Arguments> recordings() {
        return Stream.of(
                arguments("text.xml", new Content.Text("請問週日有開嗎？🍵")),
                arguments("text.json", new Content.Text("請問週日有開嗎？🍵")),
                arguments("text-from-menu.xml", new Content.Chosen("pick_tea", "幫我挑茶")),
                arguments("image.xml", new Content.Media(Kind.IMAGE, "wechat:media-image-1", "")),
                arguments("voice.xml", new Content.Media(Kind.VOICE, "wechat:media-voice-1", "")),
                arguments("voice-recognised.xml", new Content.Media(Kind.VOICE, "wechat:media-voice-2", "我的包裹到哪裡了")),
                arguments("video.xml", new Content.Media(Kind.VIDEO, "wechat:media-video-1", "")),
                arguments("shortvideo.xml", new Content.Media(Kind.VIDEO, "wechat:media-video-2", "")),
                arguments("location.xml", new Content.Place(25.033964, 121.564468, "台北市信義區信義路五段7號")),
                arguments(
                        "link.xml",
                        new Content.Link("桂花烏龍", "三分鐘一杯好茶", "https://shop.example.com/tea/osmanthus?a=1&b=2")),
                arguments("event-subscribe.xml", new Content.Entered(new Entry.Followed())),
                arguments("event-subscribe-scene.xml", new Content.Entered(new Entry.Scanned("box-osmanthus"))),
                arguments("event-scan.xml", new Content.Entered(new Entry.Scanned("box-osmanthus"))),
                arguments("event-unsubscribe.xml", new Content.Entered(new Entry.Left())),
                arguments("event-click.xml", new Content.Chosen("order_status", "")),
                arguments("event-click.json", new Content.Chosen("order_status", "")),
                arguments("event-view.xml", new Content.Unsupported("view")),
                arguments("event-location.xml", new Content.Unsupported("location")),
                arguments("event-location-select.xml", new Content.Unsupported("location_select")),
                arguments("event-template-finished.xml", new Content.Unsupported("templatesendjobfinish")),
                arguments("event-not-yet-invented.xml", new Content.Unsupported("levitate")),
                arguments("miniprogrampage.xml", new Content.Unsupported("miniprogrampage")),
                arguments("hologram.xml", new Content.Unsupported("hologram")));
    }

    @Test
    void readsEventNamesInAnyCase() {
        var shouting = recorded("event-subscribe.xml").replace("subscribe", "SUBSCRIBE");

        assertThat(read(secure, SECURE.push(shouting)).content()).isEqualTo(new Content.Entered(new Entry.Followed()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"north", "NaN", "91", "-1e308", "", "0x1p3000"})
    void keepsAPlaceThatIsNowhereAsUnsupported(String latitude) {
        var nowhere = recorded("location.xml").replace("25.033964", latitude);

        assertThat(read(secure, SECURE.push(nowhere)).content()).isEqualTo(new Content.Unsupported("location"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "99999999999999999", "9999999999999999999999"})
    void takesAMessageWithoutItsTimeAsSentNow(String time) {
        var timeless = recorded("text.xml").replace("1767225600", time);

        assertThat(read(secure, SECURE.push(timeless)).sentAt()).isEqualTo(TestAccount.NOW.instant());
    }

    @Test
    void givesARepeatedPushTheSameId() {
        var first = read(secure, SECURE.push(recorded("text.xml")));
        var second = read(secure, SECURE.push(recorded("text.json")));

        assertThat(second.id()).isEqualTo(first.id());
    }

    @Test
    void tellsApartWhatOnlyLooksAlike() {
        var text = recorded("text.xml");
        var click = recorded("event-click.xml");
        var ids = new HashSet<String>();

        for (var push : List.of(
                text,
                text.replace("_001", "_002"),
                text.replace("24000000000000001", "24000000000000002"),
                click,
                click.replace("_001", "_002"),
                click.replace("1767225600", "1767225601"),
                click.replace("order_status", "pick_tea"),
                click.replace("order_status", "x".repeat(1000)),
                click.replace("order_status", "x".repeat(1001)),
                recorded("event-subscribe.xml"),
                recorded("event-unsubscribe.xml"),
                recorded("event-template-finished.xml"),
                recorded("event-template-finished.xml").replace("200000001", "200000002"))) {
            ids.add(read(secure, SECURE.push(push)).id());
        }

        assertThat(ids).hasSize(13).allMatch(id -> id.length() < 250);
    }

    @Test
    void sendsTheReplyWithThePush() {
        var webhook = receive(plaintext, PLAINTEXT.push(recorded("text.xml")));

        var delivery = plaintext.deliver(reply(webhook, HELLO));

        assertThat(delivery).isInstanceOf(Delivery.Sent.class);
        assertThat(body(webhook))
                .isEqualTo("<xml><ToUserName><![CDATA[" + VISITOR + "]]></ToUserName>"
                        + "<FromUserName><![CDATA[gh_0a1b2c3d4e5f]]></FromUserName>"
                        + "<CreateTime>1767225605</CreateTime>"
                        + "<MsgType><![CDATA[text]]></MsgType>"
                        + "<Content><![CDATA[週日十點開門喔 🍵]]></Content></xml>");
        assertThat(webhook.answer().get().contentType()).startsWith("text/xml");
    }

    @Test
    void answersJsonWithJson() {
        var webhook = receive(plaintext, PLAINTEXT.push(recorded("text.json")));

        plaintext.deliver(reply(webhook, HELLO));

        assertThat(body(webhook))
                .isEqualTo("{\"ToUserName\":\"" + VISITOR + "\",\"FromUserName\":\"gh_0a1b2c3d4e5f\","
                        + "\"CreateTime\":1767225605,\"MsgType\":\"text\",\"Content\":\"週日十點開門喔 🍵\"}");
        assertThat(webhook.answer().get().contentType()).startsWith("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text.xml", "text.json"})
    void encryptsTheReplyToAnEncryptedPush(String file) {
        var webhook = receive(secure, SECURE.push(recorded(file)));

        secure.deliver(reply(webhook, HELLO));

        var envelope = Fields.read(webhook.answer().get().body()).orElseThrow();
        var encrypted = envelope.text("Encrypt");
        var signature =
                WeChatCrypto.sign(SECURE.token(), envelope.text("TimeStamp"), envelope.text("Nonce"), encrypted);
        var inside = new WeChatCrypto(SECURE.appId(), new Secret(TestAccount.KEY))
                .decrypt(encrypted)
                .orElseThrow();
        assertThat(envelope.text("MsgSignature")).isEqualTo(signature);
        assertThat(Fields.read(inside).orElseThrow().text("Content")).isEqualTo("週日十點開門喔 🍵");
        assertThat(envelope.json()).isEqualTo(file.endsWith("json"));
    }

    @Test
    void answersARepeatedPushWithTheSameReply() {
        var first = receive(plaintext, PLAINTEXT.push(recorded("text.xml")));
        plaintext.deliver(reply(first, HELLO));
        var answer = body(first);

        var second = receive(plaintext, PLAINTEXT.push(recorded("text.xml")));

        assertThat(body(second)).isEqualTo(answer).contains("週日十點開門喔");
    }

    @Test
    void answersSuccessWhenNoReplyComesInTime() {
        var hasty = PLAINTEXT.connector(Duration.ZERO);

        var webhook = receive(hasty, PLAINTEXT.push(recorded("text.xml")));

        assertThat(body(webhook)).isEqualTo("success");
    }

    @ParameterizedTest
    @ValueSource(strings = {"event-unsubscribe.xml", "event-view.xml", "hologram.xml", "event-template-finished.xml"})
    void answersSuccessAtOnceWhereNothingIsToBeSaid(String file) {
        var webhook = receive(secure, SECURE.push(recorded(file)));

        assertThat(body(webhook)).isEqualTo("success");
        assertThat(webhook.messages().getFirst().reply()).isNull();
    }

    @Test
    void offersItsReplyOnlyAsLongAsWeChatWaits() {
        var patient = PLAINTEXT.connector(WeChatPlatform.PATIENCE);

        var inbound = read(patient, PLAINTEXT.push(recorded("text.xml")));

        assertThat(inbound.reply())
                .extracting(ReplyHandle::expires)
                .isEqualTo(Instant.parse("2026-01-01T00:00:09.500Z"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void writesEveryFormOfReply(Content content, String expected) {
        var webhook = receive(plaintext, PLAINTEXT.push(recorded("text.xml")));

        plaintext.deliver(reply(webhook, content));

        assertThat(body(webhook)).endsWith("</CreateTime>" + expected + "</xml>");
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                arguments(
                        new Content.Text("a ]]> b <c> & \u0000d\n😀\uD83D"),
                        "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[a ]]]]><![CDATA[> b <c> & d\n😀]]></Content>"),
                arguments(
                        new Content.Choices(
                                "想喝什麼？", List.of(new Choice("pick_tea", "幫我挑茶"), new Choice("a&b", "<\"&#>"))),
                        "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[想喝什麼？\n"
                                + "<a href=\"weixin://bizmsgmenu?msgmenucontent=幫我挑茶&msgmenuid=pick_tea\">幫我挑茶</a>\n"
                                + "<a href=\"weixin://bizmsgmenu?msgmenucontent=＜＂＆＃＞&msgmenuid=a＆b\">＜＂＆＃＞</a>"
                                + "]]></Content>"),
                arguments(
                        new Content.Media(Kind.IMAGE, "wechat:media-1", "茶"),
                        "<MsgType><![CDATA[image]]></MsgType><Image><MediaId><![CDATA[media-1]]></MediaId></Image>"),
                arguments(
                        new Content.Media(Kind.VOICE, "wechat:media-2", ""),
                        "<MsgType><![CDATA[voice]]></MsgType><Voice><MediaId><![CDATA[media-2]]></MediaId></Voice>"),
                arguments(
                        new Content.Media(Kind.FILE, "https://x.example/menu.pdf", "茶單"),
                        "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[茶單\nhttps://x.example/menu.pdf]]></Content>"),
                arguments(
                        new Content.Media(Kind.IMAGE, "https://x.example/tea.png", "茶"),
                        article("茶", "", "https://x.example/tea.png", "https://x.example/tea.png")),
                arguments(
                        new Content.Card(
                                "茶",
                                "好喝",
                                "https://x.example/tea.png",
                                new Content.Link("買", "", "https://x.example/buy")),
                        article("茶", "好喝\n買", "https://x.example/tea.png", "https://x.example/buy")),
                arguments(
                        new Content.Card("茶", "好喝", null, null),
                        "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[茶\n好喝]]></Content>"),
                arguments(
                        new Content.Link("茶", "好喝", "https://x.example/tea"),
                        article("茶", "好喝", "", "https://x.example/tea")));
    }

    private static String article(String title, String description, String picture, String url) {
        return "<MsgType><![CDATA[news]]></MsgType><ArticleCount>1</ArticleCount><Articles><item><Title><![CDATA["
                + title + "]]></Title><Description><![CDATA[" + description + "]]></Description><PicUrl><![CDATA["
                + picture + "]]></PicUrl><Url><![CDATA[" + url + "]]></Url></item></Articles>";
    }

    private static Outbound reply(Webhook.Messages webhook, Content content) {
        return outbound(
                "4c1f6d2e-0000-4000-8000-000000000001",
                content,
                webhook.messages().getFirst().reply());
    }

    private static Outbound outbound(String id, Content content, @Nullable ReplyHandle handle) {
        var pao = new Speaker(Speaker.Kind.BOT, "泡小拾");
        return new Outbound(id, new ConversationId("tea", VISITOR), List.of(content), pao, handle);
    }

    private static Inbound read(Connector connector, WebhookRequest request) {
        return receive(connector, request).messages().getFirst();
    }

    private static Webhook.Messages receive(Connector connector, WebhookRequest request) {
        var webhook = connector.receive(request);
        assertThat(webhook).isInstanceOf(Webhook.Messages.class);
        return (Webhook.Messages) webhook;
    }

    private static String body(Webhook.Messages webhook) {
        WebhookAnswer answer = webhook.answer().get();
        assertThat(answer.status()).isEqualTo(200);
        return new String(answer.body(), UTF_8);
    }
}
