package io.renhua.connector;

import io.renhua.message.Channel;
import io.renhua.message.ConversationId;
import io.renhua.message.Limits;
import io.renhua.message.Outbound;
import io.renhua.message.ReplyHandle;
import java.time.Duration;
import java.util.Optional;

/** One account of one chat platform, both ways. Safe to share between threads. */
public interface Connector {

    /** The channel this connector serves. */
    Channel channel();

    /** What the platform takes. */
    Limits limits();

    /** Checks that the request truly comes from the platform, then reads it. Never throws for bad input. */
    Webhook receive(WebhookRequest request);

    /** Who a token says somebody is that a site's own server signed, where we ask for one. Never throws for bad input. */
    default SignedIn identify(String token) {
        return new SignedIn.Refused(SignedIn.Why.NOT_SET_UP);
    }

    /** Sends one message and says what became of it. Blocks; never throws for what a platform may answer. */
    Delivery deliver(Outbound message);

    /** How long the platform holds a webhook open for a reply that goes back with it; empty where it does not. */
    default Optional<Duration> passive() {
        return Optional.empty();
    }

    /** Says that no reply will use this handle, so that the platform need not wait for one. */
    default void forgo(ReplyHandle handle) {}

    /** Lets the platform's own desk answer what this handle holds open, where there is one that can be passed to so. */
    default void passOn(ReplyHandle handle) {
        forgo(handle);
    }

    /** What becomes of a menu here; nothing is set by asking. */
    default MenuPlan menu(Menu menu) {
        return new MenuPlan.None("this platform has no menu that Renhua can set");
    }

    /** Shows that an answer is being written, where the platform can. An extra: failing is nobody's trouble. */
    default void typing(ConversationId conversation) {}
}
