package io.renhua.conversation;

import io.renhua.dialogue.DialogueState;
import io.renhua.dialogue.Heard;
import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.Move;
import io.renhua.dialogue.Step;
import io.renhua.dialogue.Upshot;
import io.renhua.handoff.Ownership;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.ReplyHandle;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A turn as it was decided, still to be entered.
 *
 * @param breath what they said
 * @param owner who owed the next word when it was decided
 * @param before what the persona remembered then
 * @param heard how it was understood, sentence by sentence
 */
record Decision(
        List<Arrival> breath,
        Ownership owner,
        LivePersona live,
        DialogueState before,
        List<Heard> heard,
        Upshot upshot) {

    ConversationId conversation() {
        return last().conversation();
    }

    Inbound last() {
        return breath.getLast().message();
    }

    /** What is done about all of it. */
    Step step() {
        return upshot.whole();
    }

    Books.Decided decided() {
        return new Books.Decided(conversation(), last().id(), live, before, owner, step());
    }

    /** Whether the platform's own desk is to answer. */
    boolean goesElsewhere() {
        return step().moves().stream().anyMatch(move -> move instanceof Move.HandOff handOff && handOff.elsewhere());
    }

    Voice.Speech speech() {
        return Voice.Speech.of(live, step());
    }

    /** The last way to reply that the platform gave us: an older one may be worthless by now. */
    @Nullable
    ReplyHandle freshestReply() {
        return breath.reversed().stream()
                .map(arrival -> arrival.message().reply())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
