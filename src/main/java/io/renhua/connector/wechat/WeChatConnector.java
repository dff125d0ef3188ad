package io.renhua.connector.wechat;

import io.renhua.connector.Connector;
import io.renhua.connector.Delivery;
import io.renhua.connector.Http;
import io.renhua.connector.Menu;
import io.renhua.connector.MenuPlan;
import io.renhua.connector.Tokens;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookRequest;
import io.renhua.message.Channel;
import io.renhua.message.ConversationId;
import io.renhua.message.Limits;
import io.renhua.message.Outbound;
import io.renhua.message.ReplyHandle;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** One official account: a reply goes back with the push while that is open, and by a customer-service message after. */
final class WeChatConnector implements Connector {

    /**
     * A text holds 2048 bytes of UTF-8. One UTF-16 unit becomes at most three (a pair of them four), so 600 units make at
     * most 1800 and leave room for a cut mark or a signature. The half second keeps a second bubble, which goes by a call
     * of ours, behind the first, which goes back with the push. Quick replies by the figures of WeChat's sister product,
     * which has published them: ten items of 128 bytes.
     */
    static final Limits LIMITS = new Limits(
            600, 1, 10, Bubble.LABEL, Duration.ofDays(2), 5, Duration.ofMillis(500), Double.POSITIVE_INFINITY);

    private final Channel channel;
    private final Clock clock;
    private final Duration patience;
    private final PassiveReplies replies;
    private final WeChatWebhook webhook;
    private final WeChatApi api;

    WeChatConnector(Channel channel, WeChatAccount account, Http http, Tokens tokens, Clock clock, Duration patience) {
        this.channel = channel;
        this.clock = clock;
        this.patience = patience;
        this.replies = new PassiveReplies(patience);
        var body = new PassiveBody(account.token(), clock, new SecureRandom());
        this.webhook = new WeChatWebhook(account, new PushReader(channel.name(), replies, body, clock, patience));
        this.api = new WeChatApi(http, new AccessTokens(account, http, tokens));
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public Webhook receive(WebhookRequest request) {
        return webhook.receive(request);
    }

    @Override
    public Delivery deliver(Outbound message) {
        if (message.bubbles().size() != 1) {
            throw new IllegalArgumentException(
                    "WeChat takes one bubble a call, not " + message.bubbles().size());
        }
        var bubble = Bubble.of(message.bubbles().getFirst());
        return goesWithThePush(message, bubble)
                ? new Delivery.Sent("passive")
                : api.send(message.conversation().thread(), bubble);
    }

    private boolean goesWithThePush(Outbound message, Bubble bubble) {
        var handle = message.reply();
        if (handle == null) {
            return false;
        }
        if (!PassiveBody.holds(bubble)) {
            replies.release(handle.token());
            return false;
        }
        return replies.answer(handle.token(), new PassiveReplies.Reply(message.id(), bubble, clock.instant()));
    }

    @Override
    public Optional<Duration> passive() {
        return Optional.of(patience);
    }

    @Override
    public void forgo(ReplyHandle handle) {
        replies.release(handle.token());
    }

    @Override
    public void passOn(ReplyHandle handle) {
        replies.answer(handle.token(), PassiveReplies.Reply.toTheirDesk(handle.token(), clock.instant()));
    }

    @Override
    public MenuPlan menu(Menu menu) {
        var custom = CustomMenu.of(menu);
        return new MenuPlan.Shown(custom.shows(), custom.leftOut(), () -> api.set(custom));
    }

    @Override
    public void typing(ConversationId conversation) {
        var _ = api.typing(conversation.thread()); // refused when they are silent for 30 s: nothing to do about it
    }
}
