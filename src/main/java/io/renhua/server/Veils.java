package io.renhua.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.renhua.conversation.Personas;
import io.renhua.lint.Veil;
import io.renhua.message.ConversationId;
import io.renhua.persona.Persona;
import jakarta.inject.Singleton;
import java.util.function.UnaryOperator;

/** What may be read of a conversation's words by whoever does not answer in it, by the script of whoever speaks there. */
@Singleton
public final class Veils {
    private static final Veil STANDARD = Veil.standard();

    private final Personas personas;
    private final Cache<Persona, Veil> known =
            Caffeine.newBuilder().weakKeys().build(); // a version that nobody speaks goes

    Veils(Personas personas) {
        this.personas = personas;
    }

    public UnaryOperator<String> over(ConversationId conversation) {
        return in(conversation)::over;
    }

    /** The same one for as long as the same version speaks. */
    Veil in(ConversationId conversation) {
        try {
            return known.get(personas.on(conversation.channel()).persona(), Veil::of);
        } catch (IllegalArgumentException e) {
            return STANDARD; // a channel that was closed: nobody says any more what is to be masked there
        }
    }
}
