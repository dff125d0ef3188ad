package io.renhua.connector.line;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.notContaining;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.renhua.connector.Connector;
import io.renhua.connector.Delivery;
import io.renhua.connector.PlainHttp;
import io.renhua.message.Choice;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Face;
import io.renhua.message.Outbound;
import io.renhua.message.ReplyHandle;
import io.renhua.message.Speaker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LineApiTest {
    private static final String REPLY = "/v2/bot/message/reply";
    private static final String PUSH = "/v2/bot/message/push";
    private static final String ID = "7d4a1f0e-7f3c-4c39-9c5e-0a6b7a6f1a01";
    private static final String TAKEN = "{\"sentMessages\":[{\"id\":\"461230966842064897\"}]}";
    private static final String SPENT = "{\"message\":\"Invalid reply token\"}";

    @RegisterExtension
    private static final WireMockExtension PLATFORM = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final LineStand line = new LineStand();
    private final Connector connector = line.connector(new PlainHttp(), Map.of("api-base", PLATFORM.baseUrl()));
    private final Outbound message = outbound(List.of(new Content.Text("十點到八點。")));

    @Test
    void repliesWithTheTokenAndWithoutARetryKey() {
        answer(REPLY, okJson(TAKEN));

        assertThat(connector.deliver(message)).isEqualTo(new Delivery.Sent("461230966842064897"));

        PLATFORM.verify(postRequestedFor(urlEqualTo(REPLY))
                .withHeader("authorization", equalTo("Bearer " + LineStand.TOKEN))
                .withHeader("x-line-retry-key", absent())
                .withRequestBody(equalToJson("""
                        {"replyToken": "a-reply-token",
                         "messages": [{"type": "text", "text": "十點到八點。", "sender": {"name": "小拾"}}]}
                        """)));
        PLATFORM.verify(exactly(0), postRequestedFor(urlEqualTo(PUSH)));
    }

    @Test
    void pushesWithARetryKeyOnceTheTokenIsOld() {
        answer(PUSH, okJson(TAKEN));
        line.clock.advance(Duration.ofSeconds(50));

        assertThat(connector.deliver(message)).isEqualTo(new Delivery.Sent("461230966842064897"));

        PLATFORM.verify(exactly(0), postRequestedFor(urlEqualTo(REPLY)));
        PLATFORM.verify(postRequestedFor(urlEqualTo(PUSH))
                .withHeader("x-line-retry-key", equalTo(ID))
                .withRequestBody(equalToJson("{\"to\": \"Umei\"}", true, true)));
    }

    @Test
    void pushesWhenTheTokenIsRefused() {
        answer(REPLY, aResponse().withStatus(400).withBody(SPENT));
        answer(PUSH, okJson(TAKEN));

        assertThat(connector.deliver(message)).isInstanceOf(Delivery.Sent.class);
    }

    @Test
    void isInDoubtWhenTheAnswerToAReplyIsLost() {
        answer(REPLY, aResponse().withFault(Fault.EMPTY_RESPONSE));

        assertThat(connector.deliver(message)).isInstanceOf(Delivery.InDoubt.class);
    }

    @Test
    void doesNotSayTwiceWhatALostReplyMayHaveSaid() {
        answer(REPLY, aResponse().withFault(Fault.EMPTY_RESPONSE));
        connector.deliver(message);
        answer(REPLY, aResponse().withStatus(400).withBody(SPENT));

        assertThat(connector.deliver(message)).isInstanceOf(Delivery.Sent.class);

        PLATFORM.verify(exactly(0), postRequestedFor(urlEqualTo(PUSH)));
    }

    @Test
    void triesALostPushAgainUnderTheSameKey() {
        answer(PUSH, aResponse().withFault(Fault.EMPTY_RESPONSE));
        line.clock.advance(Duration.ofMinutes(2));
        assertThat(connector.deliver(message)).isInstanceOf(Delivery.Postponed.class);
        answer(PUSH, aResponse().withStatus(409).withBody(TAKEN));

        assertThat(connector.deliver(message)).isEqualTo(new Delivery.Sent("461230966842064897"));

        PLATFORM.verify(exactly(2), postRequestedFor(urlEqualTo(PUSH)).withHeader("x-line-retry-key", equalTo(ID)));
    }

    @Test
    void saysWhatToDoWhenTheAccountIsNotAllowed() {
        answer(REPLY, aResponse().withStatus(401).withBody("{\"message\":\"Authentication failed\"}"));
        assertThat(connector.deliver(message))
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused -> assertThat(refused.why()).contains("Authentication failed", "issue a new one"));

        answer(REPLY, aResponse().withStatus(403));
        assertThat(connector.deliver(message)).isInstanceOf(Delivery.Refused.class);
    }

    @Test
    void waitsWhenThereIsTooMuchAndStopsWhenTheMonthIsSpent() {
        answer(REPLY, aResponse().withStatus(429).withBody("{\"message\":\"The API rate limit has been exceeded.\"}"));
        assertThat(connector.deliver(message)).isInstanceOf(Delivery.Throttled.class);

        answer(REPLY, aResponse().withStatus(429).withBody("{\"message\":\"You have reached your monthly limit.\"}"));
        assertThat(connector.deliver(message)).isInstanceOf(Delivery.Refused.class);
    }

    @Test
    void waitsWhileLineIsBroken() {
        answer(REPLY, aResponse().withStatus(500));

        assertThat(connector.deliver(message)).isInstanceOf(Delivery.Postponed.class);
    }

    @Test
    void refusesWhatLineFindsWrong() {
        answer(REPLY, aResponse().withStatus(400).withBody("{\"message\":\"The request body has 1 error(s)\"}"));

        assertThat(connector.deliver(message))
                .isEqualTo(new Delivery.Refused("LINE answered 400 The request body has 1 error(s)"));
    }

    @Test
    void putsQuickRepliesOnTheLastBubble() {
        answer(REPLY, okJson(TAKEN));
        var hours = new Choice("opening_hours", "Are you open on Sundays too?");

        connector.deliver(
                outbound(List.of(new Content.Choices("What now?", List.of(hours)), new Content.Text("I'm all ears."))));

        PLATFORM.verify(postRequestedFor(urlEqualTo(REPLY)).withRequestBody(equalToJson("""
                        {"messages": [
                          {"type": "text", "text": "What now?"},
                          {"type": "text", "text": "I'm all ears.", "quickReply": {"items": [
                            {"type": "action", "action": {
                              "type": "postback",
                              "label": "Are you open on Sun…",
                              "data": "opening_hours",
                              "displayText": "Are you open on Sundays too?"}}]}}]}
                        """, true, true)));
    }

    @Test
    void showsPicturesPlacesAndCardsInLinesForms() {
        answer(REPLY, okJson(TAKEN));
        var link = new Content.Link("Osmanthus box", "", "https://shop.example/box");

        connector.deliver(outbound(List.of(
                new Content.Media(Content.Media.Kind.IMAGE, "https://pictures.example/box.jpg", "The box"),
                new Content.Media(Content.Media.Kind.IMAGE, "http://pictures.example/box.jpg", "The box"),
                new Content.Place(25.1, 121.5, ""),
                new Content.Card("The box", "Twelve pieces.", "https://pictures.example/box.jpg", link))));

        PLATFORM.verify(postRequestedFor(urlEqualTo(REPLY)).withRequestBody(equalToJson("""
                        {"messages": [
                          {"type": "image", "originalContentUrl": "https://pictures.example/box.jpg",
                           "previewImageUrl": "https://pictures.example/box.jpg"},
                          {"type": "text", "text": "The box http://pictures.example/box.jpg"},
                          {"type": "location", "title": "25.1,121.5", "address": "25.1,121.5",
                           "latitude": 25.1, "longitude": 121.5},
                          {"type": "flex", "altText": "The box\\nTwelve pieces.\\nOsmanthus box https://shop.example/box",
                           "contents": {
                             "type": "bubble",
                             "hero": {"type": "image", "url": "https://pictures.example/box.jpg"},
                             "body": {"type": "box", "layout": "vertical", "contents": [
                               {"type": "text", "text": "The box", "weight": "bold", "wrap": true},
                               {"type": "text", "text": "Twelve pieces.", "weight": "regular", "wrap": true}]},
                             "footer": {"type": "box", "layout": "vertical", "contents": [
                               {"type": "button", "action": {
                                 "type": "uri", "label": "Osmanthus box", "uri": "https://shop.example/box"}}]}}}]}
                        """, true, true)));
    }

    @Test
    void showsTypingToOnePersonOnly() {
        answer("/v2/bot/chat/loading/start", aResponse().withStatus(202));

        connector.typing(new ConversationId("pao-line", "Umei"));
        connector.typing(new ConversationId("pao-line", "Cgroup"));

        PLATFORM.verify(
                exactly(1),
                postRequestedFor(urlEqualTo("/v2/bot/chat/loading/start"))
                        .withRequestBody(equalToJson("{\"chatId\": \"Umei\", \"loadingSeconds\": 20}")));
    }

    private static void answer(String path, ResponseDefinitionBuilder answer) {
        PLATFORM.stubFor(post(urlEqualTo(path)).willReturn(answer));
    }

    @Test
    void showsAMoodWhereItIsAPictureThatLineDraws() {
        answer(REPLY, okJson(TAKEN));
        var words = List.<Content>of(new Content.Text("抱歉。"));

        connector.deliver(outbound(words, new Face("sorry", "https://mo.example/p/mo/img/sorry.png")));
        connector.deliver(outbound(words, new Face("sorry", "https://mo.example/p/mo/img/sorry.svg")));
        connector.deliver(outbound(words, new Face("sorry", "http://mo.example/p/mo/img/sorry.png")));

        PLATFORM.verify(exactly(1), postRequestedFor(urlEqualTo(REPLY)).withRequestBody(equalToJson("""
                        {"messages": [{"type": "text", "text": "抱歉。", "sender":
                          {"name": "小拾", "iconUrl": "https://mo.example/p/mo/img/sorry.png"}}]}
                        """, true, true)));
        PLATFORM.verify(exactly(2), postRequestedFor(urlEqualTo(REPLY)).withRequestBody(notContaining("iconUrl")));
    }

    private Outbound outbound(List<Content> bubbles) {
        return outbound(bubbles, null);
    }

    private Outbound outbound(List<Content> bubbles, @Nullable Face face) {
        return new Outbound(
                ID,
                new ConversationId("pao-line", "Umei"),
                bubbles,
                new Speaker(Speaker.Kind.BOT, "小拾", face),
                new ReplyHandle("a-reply-token", line.clock.instant().plus(Duration.ofSeconds(50))));
    }
}
