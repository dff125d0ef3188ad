package io.renhua.connector.line;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.renhua.connector.Delivery;
import io.renhua.connector.Http;
import io.renhua.connector.JsonBody;
import io.renhua.message.ConversationId;
import io.renhua.message.Outbound;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * LINE's reply and push. The free reply goes first while its token lives; a push carries a retry key, so that LINE
 * itself tells the second try from a second message. See <a
 * href="https://developers.line.biz/en/docs/messaging-api/retrying-api-request/">LINE's page</a>.
 */
final class LineApi {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int TYPING_SECONDS = 20;

    private final String bearer;
    private final Http http;
    private final Clock clock;

    /** Replies that may have been taken without our hearing of it: what a used-up token then means. */
    private final Cache<String, Boolean> doubted =
            Caffeine.newBuilder().maximumSize(10_000).build();

    LineApi(LineAccount account, Http http, Clock clock) {
        this.bearer = "Bearer " + account.accessToken().reveal();
        this.http = http;
        this.clock = clock;
    }

    Delivery deliver(Outbound message) {
        var reply = message.reply();
        return reply != null && clock.instant().isBefore(reply.expires())
                ? reply(message, reply.token())
                : push(message);
    }

    /** Never with a retry key: LINE refuses one here. */
    private Delivery reply(Outbound message, String token) {
        var body = JsonBody.object().put("replyToken", token);
        LineMessages.write(message, body.putArray("messages"));
        return switch (http.send(JsonBody.post("/v2/bot/message/reply", Map.of("authorization", bearer), body))) {
            case Http.NotSent(var why) -> new Delivery.Postponed(SOON, why);
            case Http.Lost(var why) -> doubt(message, new Delivery.InDoubt(why));
            case Http.Answered answer when answer.status() >= 500 -> doubt(message, LineAnswer.of(answer));
            case Http.Answered answer when LineAnswer.tokenIsSpent(answer) -> afterSpentToken(message);
            case Http.Answered answer -> LineAnswer.of(answer);
        };
    }

    private Delivery doubt(Outbound message, Delivery delivery) {
        doubted.put(message.id(), true);
        return delivery;
    }

    /** A token works once: when an earlier try of ours went unanswered, it was that one which spent it. */
    private Delivery afterSpentToken(Outbound message) {
        return doubted.getIfPresent(message.id()) == null ? push(message) : new Delivery.Sent("");
    }

    private Delivery push(Outbound message) {
        var body = JsonBody.object().put("to", message.conversation().thread());
        LineMessages.write(message, body.putArray("messages"));
        var headers = Map.of("authorization", bearer, "x-line-retry-key", message.id());
        return switch (http.send(JsonBody.post("/v2/bot/message/push", headers, body))) {
            case Http.NotSent(var why) -> new Delivery.Postponed(SOON, why);
            case Http.Lost(var why) -> new Delivery.Postponed(SOON, why); // safe: the retry key stays the same
            case Http.Answered answer -> LineAnswer.of(answer);
        };
    }

    /** Only in a chat with one person; LINE refuses it for groups. */
    void typing(ConversationId conversation) {
        if (conversation.thread().regionMatches(true, 0, "U", 0, 1)) {
            var body = JsonBody.object().put("chatId", conversation.thread()).put("loadingSeconds", TYPING_SECONDS);
            http.send(JsonBody.post("/v2/bot/chat/loading/start", Map.of("authorization", bearer), body));
        }
    }
}
