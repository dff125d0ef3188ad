package io.renhua.connector.wechat;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.renhua.connector.wechat.TestAccount.PLAINTEXT;
import static io.renhua.connector.wechat.TestAccount.recorded;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.renhua.connector.Connector;
import io.renhua.connector.Delivery;
import io.renhua.connector.Http;
import io.renhua.connector.HttpFactory;
import io.renhua.connector.MemoryTokens;
import io.renhua.connector.PlainHttp;
import io.renhua.connector.SettableClock;
import io.renhua.connector.Settings;
import io.renhua.connector.Webhook;
import io.renhua.message.Channel;
import io.renhua.message.Choice;
import io.renhua.message.Content;
import io.renhua.message.Content.Media.Kind;
import io.renhua.message.ConversationId;
import io.renhua.message.Outbound;
import io.renhua.message.ReplyHandle;
import io.renhua.message.Speaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we call of WeChat's, against a stand-in. */
class WeChatApiTest {
    private static final String SEND = "/cgi-bin/message/custom/send";
    private static final String TYPING = "/cgi-bin/message/custom/typing";
    private static final String TOKEN = "/cgi-bin/stable_token";
    private static final Content HELLO = new Content.Text("你好 🍵");

    @RegisterExtension
    private final WireMockExtension wechat = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @Test
    void sendsAServiceMessageWhereNoPushIsOpen() {
        tokens("token-1");
        sends(0);

        assertThat(connector().deliver(outbound(HELLO, null))).isInstanceOf(Delivery.Sent.class);

        wechat.verify(1, postRequestedFor(urlPathEqualTo(SEND)).withQueryParam("access_token", equalTo("token-1")));
        wechat.verify(1, postRequestedFor(urlPathEqualTo(TOKEN)).withRequestBody(equalToJson("""
                {"grant_type": "client_credential", "appid": "wx00000000000000aa", "secret": "an-app-secret",
                 "force_refresh": false}""")));
    }

    @Test
    void writesRealCharactersWithoutEscapes() {
        tokens("token-1");
        sends(0);

        connector().deliver(outbound(new Content.Text("你好 🍵\u0007\n</a>"), null));

        var sent = wechat.findAll(postRequestedFor(urlPathEqualTo(SEND))).getFirst();
        assertThat(new String(sent.getBody(), UTF_8))
                .isEqualTo("{\"touser\":\"o1\",\"msgtype\":\"text\",\"text\":{\"content\":\"你好 🍵\\n</a>\"}}");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void writesEveryFormOfMessage(Content content, String expected) {
        tokens("token-1");
        sends(0);

        connector().deliver(outbound(content, null));

        wechat.verify(1, postRequestedFor(urlPathEqualTo(SEND)).withRequestBody(equalToJson(expected)));
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                arguments(new Content.Choices("想喝什麼？", List.of(new Choice("pick_tea", "幫我挑茶"))), """
                        {"touser": "o1", "msgtype": "msgmenu", "msgmenu": {"head_content": "想喝什麼？",
                         "list": [{"id": "pick_tea", "content": "幫我挑茶"}], "tail_content": ""}}"""),
                arguments(new Content.Media(Kind.IMAGE, "wechat:media-1", ""), """
                        {"touser": "o1", "msgtype": "image", "image": {"media_id": "media-1"}}"""),
                arguments(new Content.Link("茶", "好喝", "https://x.example/tea"), """
                        {"touser": "o1", "msgtype": "news", "news": {"articles": [{"title": "茶",
                         "description": "好喝", "url": "https://x.example/tea", "picurl": ""}]}}"""),
                arguments(new Content.Place(25.03, 121.56, "信義路"), """
                        {"touser": "o1", "msgtype": "text", "text": {"content": "信義路"}}"""));
    }

    @Test
    void writesLinksWhereTheAccountHasNoMenus() {
        tokens("token-1");
        wechat.stubFor(
                post(urlPathEqualTo(SEND)).willReturn(okJson("{\"errcode\":40200,\"errmsg\":\"invalid type\"}")));
        wechat.stubFor(post(urlPathEqualTo(SEND))
                .withRequestBody(equalToJson("{\"msgtype\":\"text\"}", true, true))
                .willReturn(okJson("{\"errcode\":0}")));

        var delivery = connector()
                .deliver(outbound(new Content.Choices("想喝什麼？", List.of(new Choice("pick_tea", "挑茶"))), null));

        assertThat(delivery).isInstanceOf(Delivery.Sent.class);
    }

    @Test
    void sendsWhatComesAfterThePassiveReplyAsAServiceMessage() {
        tokens("token-1");
        sends(0);
        var connector = connector();
        var push = push(connector);
        var handle = push.messages().getFirst().reply();

        connector.deliver(outbound(HELLO, handle));
        connector.deliver(new Outbound("second", person(), List.of(HELLO), pao(), handle));

        assertThat(push.answer().get().body()).asString(UTF_8).contains("你好");
        wechat.verify(1, postRequestedFor(urlPathEqualTo(SEND)));
    }

    @Test
    void sendsAReplyThatComesTooLateAsAServiceMessage() {
        tokens("token-1");
        sends(0);
        var connector = connector(Duration.ZERO, new PlainHttp());
        var push = push(connector);
        assertThat(push.answer().get().body()).asString(UTF_8).isEqualTo("success");

        connector.deliver(outbound(HELLO, push.messages().getFirst().reply()));

        wechat.verify(1, postRequestedFor(urlPathEqualTo(SEND)));
    }

    @Test
    void sendsAReplyTooLongForThePushAsAServiceMessageAndLetsThePushGo() {
        tokens("token-1");
        sends(0);
        var connector = connector();
        var push = push(connector);
        var choices = Stream.of("一", "二", "三", "四")
                .map(number -> new Choice("line_" + number, number.repeat(40)))
                .toList();

        connector.deliver(outbound(
                new Content.Choices("字".repeat(600), choices),
                push.messages().getFirst().reply()));

        assertThat(push.answer().get().body()).asString(UTF_8).isEqualTo("success");
        wechat.verify(
                1,
                postRequestedFor(urlPathEqualTo(SEND))
                        .withRequestBody(equalToJson("{\"msgtype\":\"msgmenu\"}", true, true)));
    }

    @ParameterizedTest
    @ValueSource(ints = {40001, 40014, 42001})
    void refreshesARefusedTokenOnceAndTriesOnceMore(int code) {
        tokens("token-1", "token-2");
        refusesToken("token-1", code);

        assertThat(connector().deliver(outbound(HELLO, null))).isInstanceOf(Delivery.Sent.class);

        wechat.verify(2, postRequestedFor(urlPathEqualTo(TOKEN)));
        wechat.verify(2, postRequestedFor(urlPathEqualTo(SEND)));
    }

    @Test
    void givesUpForNowWhenTheNewTokenIsRefusedToo() {
        tokens("token-1", "token-2");
        sends(40001);

        assertThat(connector().deliver(outbound(HELLO, null))).isInstanceOf(Delivery.Postponed.class);

        wechat.verify(2, postRequestedFor(urlPathEqualTo(SEND)));
    }

    @Test
    void asksForTheTokenOnceHoweverManySend() throws Exception {
        tokens("token-1");
        sends(0);
        var connector = connector();

        assertThat(deliverTogether(connector, 100)).hasSize(100).allMatch(Delivery.Sent.class::isInstance);

        wechat.verify(1, postRequestedFor(urlPathEqualTo(TOKEN)));
    }

    @Test
    void refreshesOnceWhenTheTokenDiesUnderManySends() throws Exception {
        tokens("token-1", "token-2");
        sends(0);
        var connector = connector();
        connector.deliver(outbound(HELLO, null));
        refusesToken("token-1", 40001);

        assertThat(deliverTogether(connector, 100)).hasSize(100).allMatch(Delivery.Sent.class::isInstance);

        wechat.verify(2, postRequestedFor(urlPathEqualTo(TOKEN)));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void knowsWhatAnErrorMeans(int code, Class<? extends Delivery> outcome) {
        tokens("token-1", "token-2");
        sends(code);

        assertThat(connector().deliver(outbound(HELLO, null))).isInstanceOf(outcome);
    }

    static Stream<Arguments> codes() {
        var refused = Stream.of(45015, 45047, 40003, 48001, 40164, 48004, 50002, 45002, 45008, 40200, 47001, 99999)
                .map(code -> arguments(code, Delivery.Refused.class));
        var gone = Stream.of(48002, 43004, 50005).map(code -> arguments(code, Delivery.Gone.class));
        var postponed = Stream.of(
                arguments(-1, Delivery.Postponed.class),
                arguments(45009, Delivery.Throttled.class),
                arguments(45011, Delivery.Throttled.class));
        return Stream.of(refused, gone, postponed).flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void knowsWhatAnAnswerThatIsNotWeChatsMeans(int status, String body, Class<? extends Delivery> outcome) {
        tokens("token-1");
        wechat.stubFor(post(urlPathEqualTo(SEND))
                .willReturn(aResponse().withStatus(status).withBody(body)));

        assertThat(connector().deliver(outbound(HELLO, null))).isInstanceOf(outcome);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                arguments(500, "", Delivery.Postponed.class),
                arguments(503, "<html>", Delivery.Postponed.class),
                arguments(429, "", Delivery.Throttled.class),
                arguments(504, "", Delivery.InDoubt.class),
                arguments(200, "<html>", Delivery.InDoubt.class),
                arguments(200, "", Delivery.InDoubt.class),
                arguments(200, "{}", Delivery.InDoubt.class),
                arguments(200, "{\"errcode\":\"none\"}", Delivery.InDoubt.class),
                arguments(302, "", Delivery.Refused.class),
                arguments(404, "", Delivery.Refused.class));
    }

    @Test
    void isInDoubtWhenTheAnswerIsLost() {
        tokens("token-1");
        wechat.stubFor(post(urlPathEqualTo(SEND)).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        assertThat(connector().deliver(outbound(HELLO, null))).isInstanceOf(Delivery.InDoubt.class);
    }

    @Test
    void waitsWhenNothingWasSent() {
        var connector = connector(Duration.ofHours(1), base -> call -> new Http.NotSent("no connection"));

        assertThat(connector.deliver(outbound(HELLO, null))).isInstanceOf(Delivery.Postponed.class);
    }

    @Test
    void isNotInDoubtWhenOnlyTheTokensAnswerIsLost() {
        wechat.stubFor(post(urlPathEqualTo(TOKEN)).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        assertThat(connector().deliver(outbound(HELLO, null))).isInstanceOf(Delivery.Postponed.class);
    }

    @Test
    void saysWhatToDoWhenWeChatDoesNotKnowOurAddress() {
        wechat.stubFor(post(urlPathEqualTo(TOKEN))
                .willReturn(okJson("{\"errcode\":40164,\"errmsg\":\"invalid ip 192.0.2.7, not in whitelist\"}")));

        assertThat(connector().deliver(outbound(HELLO, null)))
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused -> assertThat(refused.why()).contains("IP whitelist", "192.0.2.7"));
    }

    @Test
    void saysThatTheSecretIsWrong() {
        wechat.stubFor(post(urlPathEqualTo(TOKEN)).willReturn(okJson("{\"errcode\":40001,\"errmsg\":\"invalid\"}")));

        assertThat(connector().deliver(outbound(HELLO, null)))
                .isEqualTo(new Delivery.Refused("app-secret is wrong: compare it with the account's console"));
    }

    @Test
    void asksForANewTokenFiveMinutesBeforeTheOldOneEnds() {
        tokens("token-1", "token-2");
        sends(0);
        var clock = new SettableClock(TestAccount.NOW.instant());
        var settings = new Settings("tea", settings());
        var connector = new WeChatPlatform(new MemoryTokens(clock))
                .open(new Channel("tea", "wechat"), settings, new PlainHttp(), clock);

        connector.deliver(outbound(HELLO, null));
        clock.advance(Duration.ofMinutes(114));
        connector.deliver(outbound(HELLO, null));
        wechat.verify(1, postRequestedFor(urlPathEqualTo(TOKEN)));

        clock.advance(Duration.ofMinutes(2));
        connector.deliver(outbound(HELLO, null));
        wechat.verify(2, postRequestedFor(urlPathEqualTo(TOKEN)));
    }

    @Test
    void neverTellsItsSecrets() {
        tokens("token-1");
        sends(45015);

        assertThat(connector().deliver(outbound(HELLO, null)).toString())
                .doesNotContain("token-1", "an-app-secret", "你好");
    }

    @Test
    void showsThatAnAnswerIsBeingWritten() {
        tokens("token-1");
        wechat.stubFor(post(urlPathEqualTo(TYPING)).willReturn(okJson("{\"errcode\":45080}")));

        connector().typing(person());

        wechat.verify(
                1,
                postRequestedFor(urlPathEqualTo(TYPING))
                        .withRequestBody(equalToJson("{\"touser\":\"o1\",\"command\":\"Typing\"}")));
    }

    private static List<Delivery> deliverTogether(Connector connector, int many) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = new CountDownLatch(1);
            var sends = new ArrayList<Future<Delivery>>();
            for (int i = 0; i < many; i++) {
                sends.add(threads.submit(() -> {
                    start.await();
                    return connector.deliver(outbound(HELLO, null));
                }));
            }
            start.countDown();
            var deliveries = new ArrayList<Delivery>();
            for (var send : sends) {
                deliveries.add(send.get());
            }
            return deliveries;
        }
    }

    private void tokens(String... tokens) {
        var state = Scenario.STARTED;
        for (var token : tokens) {
            wechat.stubFor(post(urlPathEqualTo(TOKEN))
                    .inScenario("tokens")
                    .whenScenarioStateIs(state)
                    .willSetStateTo(token)
                    .willReturn(okJson("{\"access_token\":\"" + token + "\",\"expires_in\":7200}")));
            state = token;
        }
    }

    private void sends(int code) {
        wechat.stubFor(post(urlPathEqualTo(SEND)).willReturn(okJson("{\"errcode\":" + code + ",\"errmsg\":\"said\"}")));
    }

    private void refusesToken(String token, int code) {
        sends(0);
        wechat.stubFor(post(urlPathEqualTo(SEND))
                .withQueryParam("access_token", equalTo(token))
                .willReturn(okJson("{\"errcode\":" + code + ",\"errmsg\":\"invalid credential\"}")));
    }

    private Connector connector() {
        return connector(Duration.ofHours(1), new PlainHttp());
    }

    private Connector connector(Duration patience, HttpFactory http) {
        return TestAccount.connector(settings(), patience, http);
    }

    private Map<String, String> settings() {
        var settings = PLAINTEXT.settings();
        settings.put("api-base", wechat.baseUrl());
        return settings;
    }

    private static Webhook.Messages push(Connector connector) {
        return (Webhook.Messages) connector.receive(PLAINTEXT.push(recorded("text.xml")));
    }

    private static Outbound outbound(Content content, @Nullable ReplyHandle handle) {
        return new Outbound("first", person(), List.of(content), pao(), handle);
    }

    private static ConversationId person() {
        return new ConversationId("tea", "o1");
    }

    private static Speaker pao() {
        return new Speaker(Speaker.Kind.BOT, "泡小拾");
    }
}
