package io.renhua.connector.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renhua.connector.Delivery;
import io.renhua.connector.Http;
import io.renhua.connector.JsonBody;
import io.renhua.message.ConversationId;
import io.renhua.message.Outbound;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Calls to the Bot API. The token is part of every path, so nothing said about a call leaves here without being wiped.
 * Telegram has no idempotency key: a lost answer leaves us in doubt.
 */
final class TelegramApi {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final TelegramAccount account;
    private final Http http;

    TelegramApi(TelegramAccount account, Http http) {
        this.account = account;
        this.http = http;
    }

    Delivery deliver(Outbound message) {
        if (message.bubbles().size() != 1) {
            throw new IllegalArgumentException(
                    "Telegram takes one bubble a call, not " + message.bubbles().size());
        }
        var thread = TelegramThread.parse(message.conversation().thread());
        return send(TelegramCall.of(message.bubbles().getFirst()), thread, true);
    }

    private Delivery send(TelegramCall call, TelegramThread thread, boolean mayMove) {
        return switch (http.send(post(call, thread))) {
            case Http.NotSent(var why) -> new Delivery.Postponed(SOON, wiped(why));
            case Http.Lost(var why) -> new Delivery.InDoubt(wiped(why));
            case Http.Answered answered -> {
                var answer = TelegramAnswer.of(answered);
                // a group that was upgraded has a new id: once more, to there
                yield mayMove && !answer.movedTo().isBlank()
                        ? send(call, thread.in(answer.movedTo()), false)
                        : answer.delivery();
            }
        };
    }

    void typing(ConversationId conversation) {
        var call = new TelegramCall("sendChatAction", JsonBody.object().put("action", "typing"));
        http.send(post(call, TelegramThread.parse(conversation.thread())));
    }

    /** Sets something of the bot's own, up to the first call that fails. */
    Delivery set(List<TelegramCall> calls) {
        Delivery outcome = new Delivery.Sent("");
        for (var call : calls) {
            outcome = switch (http.send(post(call.method(), call.parameters()))) {
                case Http.NotSent(var why) -> new Delivery.Postponed(SOON, wiped(why));
                case Http.Lost(var why) -> new Delivery.InDoubt(wiped(why));
                case Http.Answered answer -> TelegramAnswer.of(answer).delivery();
            };
            if (!(outcome instanceof Delivery.Sent)) {
                return outcome;
            }
        }
        return outcome;
    }

    private Http.Call post(TelegramCall call, TelegramThread thread) {
        return post(call.method(), thread.address(call.parameters()));
    }

    private Http.Call post(String method, ObjectNode parameters) {
        return JsonBody.post("/bot" + account.botToken().reveal() + "/" + method, Map.of(), parameters);
    }

    private String wiped(String why) {
        return why.replace(account.botToken().reveal(), "***");
    }
}
