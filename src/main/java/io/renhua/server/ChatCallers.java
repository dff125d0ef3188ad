package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.renhua.connector.Identity;
import io.renhua.connector.SignedIn;
import io.renhua.connector.Visitor;
import io.renhua.conversation.Channels;
import io.renhua.message.ConversationId;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** For whom a chat page speaks: whoever tries a version, else whom a site has signed in, else whoever holds a guest's secret. */
@Singleton
final class ChatCallers {
    private final Channels channels;
    private final ChatCookies cookies;

    ChatCallers(Channels channels, ChatCookies cookies) {
        this.channels = channels;
        this.cookies = cookies;
    }

    /**
     * @param token what the connector proves them by
     * @param identity null for a guest
     */
    record Caller(
            String token,
            ConversationId conversation,
            @Nullable Identity identity) {

        /** Whether it is they whose thread a page shows; one that does not say so is believed. */
        boolean is(@Nullable String thread) {
            return thread == null || thread.equals(conversation.thread());
        }
    }

    /** Empty for a browser that has never opened the page, or keeps no cookies. */
    Optional<Caller> of(HttpRequest<?> request, String persona) {
        return cookies.trying(request, persona)
                .map(visitor -> guest(visitor, persona))
                .or(() -> signedIn(request, persona))
                .or(() -> guest(request, persona));
    }

    /** Whoever is signed in while what was signed lasts. */
    private Optional<Caller> signedIn(HttpRequest<?> request, String persona) {
        var channel = ChatPage.channelOf(persona);
        return cookies.signed(request, persona)
                .flatMap(token -> channels.named(channel)
                        .flatMap(connector -> connector.identify(token) instanceof SignedIn.Known(var identity)
                                ? Optional.of(new Caller(token, identity.on(channel), identity))
                                : Optional.empty()));
    }

    /** Whom the browser is while nobody is signed in. */
    Optional<Caller> guest(HttpRequest<?> request, String persona) {
        return cookies.usual(request, persona).map(visitor -> guest(visitor, persona));
    }

    static Caller guest(Visitor visitor, String persona) {
        var channel = ChatPage.channelOf(persona);
        return new Caller(visitor.token(), new ConversationId(channel, visitor.thread(channel)), null);
    }
}
