package io.renhua.connector.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.renhua.connector.Connector;
import io.renhua.connector.Delivery;
import io.renhua.connector.PlainHttp;
import io.renhua.message.Choice;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Outbound;
import io.renhua.message.Speaker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TelegramApiTest {
    @RegisterExtension
    private static final WireMockExtension PLATFORM = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final Connector connector =
            new TelegramStand().connector(new PlainHttp(), Map.of("api-base", PLATFORM.baseUrl()));

    @Test
    void sendsPlainTextAsItIs() {
        taken("sendMessage");

        assertThat(deliver(new Content.Text("1 < 2 & *so* on"))).isEqualTo(new Delivery.Sent("1367"));

        verify("sendMessage", "{\"chat_id\": 200000001, \"text\": \"1 < 2 & *so* on\"}");
    }

    @Test
    void writesIntoTheTopicOfAForum() {
        taken("sendMessage");

        connector.deliver(outbound("-1001234500001:45", new Content.Text("Hello.")));

        verify("sendMessage", "{\"chat_id\": -1001234500001, \"message_thread_id\": 45, \"text\": \"Hello.\"}");
    }

    @Test
    void putsQuickRepliesIntoButtons() {
        taken("sendMessage");

        deliver(new Content.Choices(
                "還想知道什麼？", List.of(new Choice("opening_hours", "營業時間"), new Choice("human", "找真人"))));

        verify("sendMessage", """
                {"chat_id": 200000001, "text": "還想知道什麼？", "reply_markup": {"inline_keyboard": [
                  [{"text": "營業時間", "callback_data": "opening_hours"}],
                  [{"text": "找真人", "callback_data": "human"}]]}}
                """);
    }

    @Test
    void offersKeysThatNoButtonCarriesAsAKeyboard() {
        taken("sendMessage");

        deliver(new Content.Choices("And?", List.of(new Choice("時".repeat(22), "Hours"))));

        verify("sendMessage", """
                {"chat_id": 200000001, "text": "And?", "reply_markup": {
                  "keyboard": [[{"text": "Hours"}]], "one_time_keyboard": true, "resize_keyboard": true}}
                """);
    }

    @Test
    void showsPicturesPlacesAndCardsInTelegramsForms() {
        taken("sendPhoto");
        taken("sendLocation");
        taken("sendVenue");
        var link = new Content.Link("Look", "", "https://shop.example/box");

        deliver(new Content.Media(Content.Media.Kind.IMAGE, "https://pictures.example/box.jpg", "The box"));
        deliver(new Content.Place(25.1, 121.5, ""));
        deliver(new Content.Place(25.1, 121.5, "Our shop"));
        deliver(new Content.Card("The box", "Twelve pieces.", "https://pictures.example/box.jpg", link));

        verify(
                "sendPhoto",
                "{\"chat_id\": 200000001, \"photo\": \"https://pictures.example/box.jpg\", \"caption\": \"The box\"}");
        verify("sendLocation", "{\"chat_id\": 200000001, \"latitude\": 25.1, \"longitude\": 121.5}");
        verify("sendVenue", """
                {"chat_id": 200000001, "latitude": 25.1, "longitude": 121.5, "title": "Our shop", "address": "Our shop"}
                """);
        verify("sendPhoto", """
                {"chat_id": 200000001, "photo": "https://pictures.example/box.jpg", "caption": "The box\\nTwelve pieces.",
                 "reply_markup": {"inline_keyboard": [[{"text": "Look", "url": "https://shop.example/box"}]]}}
                """);
    }

    @Test
    void playsFilmsAndSoundsInTheFormsThatTelegramPlays() {
        List.of("sendVideo", "sendVoice", "sendAudio", "sendMessage").forEach(TelegramApiTest::taken);

        deliver(new Content.Media(Content.Media.Kind.VIDEO, "https://mo.example/brew.mp4", "Brewing"));
        deliver(new Content.Media(Content.Media.Kind.VOICE, "https://mo.example/rain.ogg", "Rain"));
        deliver(new Content.Media(Content.Media.Kind.VOICE, "https://mo.example/rain.mp3", "Rain"));
        deliver(new Content.Media(Content.Media.Kind.VIDEO, "https://mo.example/brew.webm", "Brewing"));

        var to = "{\"chat_id\": 200000001, ";
        verify("sendVideo", to + "\"video\": \"https://mo.example/brew.mp4\", \"caption\": \"Brewing\"}");
        verify("sendVoice", to + "\"voice\": \"https://mo.example/rain.ogg\", \"caption\": \"Rain\"}");
        verify("sendAudio", to + "\"audio\": \"https://mo.example/rain.mp3\", \"caption\": \"Rain\"}");
        verify("sendMessage", to + "\"text\": \"Brewing https://mo.example/brew.webm\"}");
    }

    @Test
    void followsAGroupToItsNewIdOnce() {
        answer("sendMessage", jsonResponse("""
                        {"ok": false, "error_code": 400, "description": "Bad Request: group chat was upgraded",
                         "parameters": {"migrate_to_chat_id": -1001234500001}}
                        """, 400));

        assertThat(deliver(new Content.Text("Hello."))).isInstanceOf(Delivery.Refused.class);

        PLATFORM.verify(exactly(2), postRequestedFor(urlEqualTo(path("sendMessage"))));
        verify("sendMessage", "{\"chat_id\": -1001234500001, \"text\": \"Hello.\"}");
    }

    @Test
    void doesNotTryAgainAfterABlock() {
        answer("sendMessage", error(403, "Forbidden: bot was blocked by the user"));

        assertThat(deliver(new Content.Text("Hello.")))
                .isEqualTo(new Delivery.Gone("Telegram answered 403 Forbidden: bot was blocked by the user"));
    }

    @Test
    void refusesWhatTelegramFindsWrong() {
        answer("sendMessage", error(400, "Bad Request: chat not found"));

        assertThat(deliver(new Content.Text("Hello."))).isInstanceOf(Delivery.Refused.class);
    }

    @Test
    void saysWhereToGetAnotherToken() {
        answer("sendMessage", error(401, "Unauthorized"));

        assertThat(deliver(new Content.Text("Hello.")))
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused -> assertThat(refused.why()).contains("@BotFather"));
    }

    @Test
    void waitsAsLongAsTelegramAsks() {
        answer("sendMessage", jsonResponse("""
                        {"ok": false, "error_code": 429, "description": "Too Many Requests: retry after 10072",
                         "parameters": {"retry_after": 10072}}
                        """, 429));

        assertThat(deliver(new Content.Text("Hello.")))
                .isInstanceOfSatisfying(
                        Delivery.Throttled.class,
                        throttled -> assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(10_072)));
    }

    @Test
    void waitsWhileTelegramIsBroken() {
        answer("sendMessage", aResponse().withStatus(502).withBody("<html>"));

        assertThat(deliver(new Content.Text("Hello."))).isInstanceOf(Delivery.Postponed.class);
    }

    @Test
    void isInDoubtWhenTheAnswerIsLost() {
        answer("sendMessage", aResponse().withFault(Fault.EMPTY_RESPONSE));

        assertThat(deliver(new Content.Text("Hello."))).isInstanceOf(Delivery.InDoubt.class);
    }

    @Test
    void takesOneBubbleACall() {
        var two = new Outbound(
                "7d4a1f0e-7f3c-4c39-9c5e-0a6b7a6f1a01",
                new ConversationId("pao-telegram", "200000001"),
                List.of(new Content.Text("one"), new Content.Text("two")),
                new Speaker(Speaker.Kind.BOT, "小拾"),
                null);

        assertThatIllegalArgumentException().isThrownBy(() -> connector.deliver(two));
    }

    @Test
    void showsTyping() {
        taken("sendChatAction");

        connector.typing(new ConversationId("pao-telegram", "200000001"));

        verify("sendChatAction", "{\"chat_id\": 200000001, \"action\": \"typing\"}");
    }

    private Delivery deliver(Content bubble) {
        return connector.deliver(outbound("200000001", bubble));
    }

    private static Outbound outbound(String thread, Content bubble) {
        return new Outbound(
                "7d4a1f0e-7f3c-4c39-9c5e-0a6b7a6f1a01",
                new ConversationId("pao-telegram", thread),
                List.of(bubble),
                new Speaker(Speaker.Kind.BOT, "小拾"),
                null);
    }

    private static void taken(String method) {
        answer(method, okJson("{\"ok\": true, \"result\": {\"message_id\": 1367}}"));
    }

    private static ResponseDefinitionBuilder error(int status, String description) {
        var json = "{\"ok\": false, \"error_code\": " + status + ", \"description\": \"" + description + "\"}";
        return jsonResponse(json, status);
    }

    private static void answer(String method, ResponseDefinitionBuilder answer) {
        PLATFORM.stubFor(post(urlEqualTo(path(method))).willReturn(answer));
    }

    private static void verify(String method, String json) {
        PLATFORM.verify(postRequestedFor(urlEqualTo(path(method))).withRequestBody(equalToJson(json)));
    }

    private static String path(String method) {
        return "/bot" + TelegramStand.TOKEN + "/" + method;
    }
}
