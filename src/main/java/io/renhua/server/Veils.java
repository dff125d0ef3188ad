package io.renhua.server;

import io.renhua.conversation.Personas;
import io.renhua.lint.Veil;
import io.renhua.message.ConversationId;
import jakarta.inject.Singleton;
import java.util.function.UnaryOperator;

/** What may be read of a conversation's words outside the house, by the script of whoever speaks there. */
@Singleton
public final class Veils {
    private final Personas personas;

    Veils(Personas personas) {
        this.personas = personas;
    }

    public UnaryOperator<String> over(ConversationId conversation) {
        try {
            return Veil.of(personas.on(conversation.channel()).persona())::over;
        } catch (IllegalArgumentException e) {
            return words -> words; // a channel that was closed: nobody says any more what is to be masked there
        }
    }
}
