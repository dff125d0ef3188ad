package io.renhua.connector.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackApiTest {
    private static final String POST = "/api/chat.postMessage";
    private static final String ID = "7d4a1f0e-7f3c-4c39-9c5e-0a6b7a6f1a01";

    @RegisterExtension
    private static final WireMockExtension PLATFORM = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final Connector connector =
            new SlackStand().connector(new PlainHttp(), Map.of("api-base", PLATFORM.baseUrl() + "/api"));

    @Test
    void postsTextWithItsThreeSignsEscapedAndOurIdBesides() {
        taken();

        assertThat(deliver(new Content.Text("1 < 2 & <@U0MING>"))).isEqualTo(new Delivery.Sent("1503435956.000247"));

        PLATFORM.verify(postRequestedFor(urlEqualTo(POST))
                .withHeader("authorization", equalTo("Bearer " + SlackStand.TOKEN))
                .withHeader("content-type", equalTo("application/json; charset=UTF-8"))
                .withRequestBody(equalToJson("""
                        {"channel": "D0MEI", "text": "1 &lt; 2 &amp; &lt;@U0MING&gt;",
                         "metadata": {"event_type": "renhua_message",
                                      "event_payload": {"id": "7d4a1f0e-7f3c-4c39-9c5e-0a6b7a6f1a01"}}}
                        """)));
    }

    @Test
    void writesIntoTheThread() {
        taken();

        connector.deliver(outbound("C0TEA:1780000010.000300", List.of(new Content.Text("Hello."))));

        verify("{\"channel\": \"C0TEA\", \"thread_ts\": \"1780000010.000300\", \"text\": \"Hello.\"}");
    }

    @Test
    void putsQuickRepliesIntoButtons() {
        taken();

        deliver(new Content.Choices(
                "And <now>?", List.of(new Choice("opening_hours", "Hours"), new Choice("human", "A person"))));

        verify("""
                {"text": "And &lt;now&gt;?", "blocks": [
                  {"type": "section", "text": {"type": "mrkdwn", "text": "And &lt;now&gt;?"}},
                  {"type": "actions", "elements": [
                    {"type": "button", "action_id": "choice-0", "value": "opening_hours",
                     "text": {"type": "plain_text", "text": "Hours"}},
                    {"type": "button", "action_id": "choice-1", "value": "human",
                     "text": {"type": "plain_text", "text": "A person"}}]}]}
                """);
    }

    @Test
    void showsChoicesAsTextWhereEscapingMakesThemTooLongForABlock() {
        taken();

        deliver(new Content.Choices("&".repeat(1000), List.of(new Choice("human", "A person"))));

        verify("{\"text\": \"" + "&amp;".repeat(1000) + "\\n- A person\"}");
        assertThat(PLATFORM.getAllServeEvents().getFirst().getRequest().getBodyAsString())
                .doesNotContain("blocks");
    }

    @Test
    void showsPicturesAndCardsInSlacksForms() {
        taken();
        var link = new Content.Link("Look", "", "https://shop.example/box");

        deliver(new Content.Media(Content.Media.Kind.IMAGE, "https://pictures.example/box.jpg", "The box"));
        deliver(new Content.Card("The box", "Twelve pieces.", "https://pictures.example/box.jpg", link));

        verify("""
                {"text": "The box", "blocks": [
                  {"type": "image", "image_url": "https://pictures.example/box.jpg", "alt_text": "The box"}]}
                """);
        verify("""
                {"text": "The box\\nTwelve pieces.\\nLook https://shop.example/box", "blocks": [
                  {"type": "image", "image_url": "https://pictures.example/box.jpg", "alt_text": "The box"},
                  {"type": "section", "text": {"type": "mrkdwn", "text": "The box\\nTwelve pieces."}},
                  {"type": "actions", "elements": [
                    {"type": "button", "action_id": "link", "url": "https://shop.example/box",
                     "text": {"type": "plain_text", "text": "Look"}}]}]}
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channel_not_found",
                "not_in_channel",
                "is_archived",
                "msg_too_long",
                "invalid_blocks",
                "invalid_auth",
                "token_revoked",
                "missing_scope",
                "an_error_of_tomorrow"
            })
    void refusesWhatSlackWillNeverTake(String error) {
        answer(okJson("{\"ok\": false, \"error\": \"" + error + "\"}"));

        assertThat(deliver(new Content.Text("Hello.")))
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused -> assertThat(refused.why()).startsWith("Slack answered 200 " + error));
    }

    @Test
    void namesTheMissingScope() {
        answer(okJson("{\"ok\": false, \"error\": \"missing_scope\", \"needed\": \"chat:write\"}"));

        assertThat(deliver(new Content.Text("Hello.")))
                .isEqualTo(
                        new Delivery.Refused("Slack answered 200 missing_scope; add the scope chat:write to the app"));
    }

    @Test
    void waitsAsLongAsSlackAsks() {
        answer(aResponse()
                .withStatus(429)
                .withHeader("Retry-After", "30")
                .withBody("{\"ok\":false,\"error\":\"ratelimited\"}"));

        assertThat(deliver(new Content.Text("Hello.")))
                .isEqualTo(new Delivery.Throttled(Duration.ofSeconds(30), "Slack answered 429 ratelimited"));
    }

    @Test
    void waitsWhileSlackIsBroken() {
        answer(aResponse().withStatus(503));

        assertThat(deliver(new Content.Text("Hello."))).isInstanceOf(Delivery.Postponed.class);
    }

    @Test
    void isInDoubtWhenTheAnswerIsLostOrSaysSo() {
        answer(aResponse().withFault(Fault.EMPTY_RESPONSE));
        assertThat(deliver(new Content.Text("Hello."))).isInstanceOf(Delivery.InDoubt.class);

        answer(okJson("{\"ok\": false, \"error\": \"internal_error\"}"));
        assertThat(deliver(new Content.Text("Hello."))).isInstanceOf(Delivery.InDoubt.class);

        answer(aResponse().withStatus(200).withBody("<html>"));
        assertThat(deliver(new Content.Text("Hello."))).isInstanceOf(Delivery.InDoubt.class);
    }

    @Test
    void takesOneBubbleACall() {
        var two = outbound("D0MEI", List.of(new Content.Text("one"), new Content.Text("two")));

        assertThatIllegalArgumentException().isThrownBy(() -> connector.deliver(two));
    }

    private Delivery deliver(Content bubble) {
        return connector.deliver(outbound("D0MEI", List.of(bubble)));
    }

    private static Outbound outbound(String thread, List<Content> bubbles) {
        var speaker = new Speaker(Speaker.Kind.BOT, "小拾");
        return new Outbound(ID, new ConversationId("pao-slack", thread), bubbles, speaker, null);
    }

    private static void taken() {
        answer(okJson("{\"ok\": true, \"channel\": \"D0MEI\", \"ts\": \"1503435956.000247\"}"));
    }

    private static void answer(ResponseDefinitionBuilder answer) {
        PLATFORM.stubFor(post(urlEqualTo(POST)).willReturn(answer));
    }

    private static void verify(String json) {
        PLATFORM.verify(postRequestedFor(urlEqualTo(POST)).withRequestBody(equalToJson(json, true, true)));
    }
}
