package io.renhua.conversation;

import io.renhua.dialogue.Dialogue;
import io.renhua.handoff.Blocks;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Hold;
import java.time.Clock;
import java.util.List;

/** Knows what is kept and answered by nobody: what those say who are blocked, but for what may mean that they are in danger. */
public final class Unheard {
    private final Blocks blocks;
    private final Personas personas;
    private final States states;
    private final Ears ears;
    private final Dialogue dialogue;
    private final Clock clock;

    public Unheard(Blocks blocks, Personas personas, States states, Ears ears, Dialogue dialogue, Clock clock) {
        this.blocks = blocks;
        this.personas = personas;
        this.states = states;
        this.ears = ears;
        this.dialogue = dialogue;
        this.clock = clock;
    }

    boolean is(List<Arrival> breath, Ownership owner) {
        var first = breath.getFirst().message();
        return first.echo() == null
                && !isWithUs(owner)
                && blocks.holds(first.conversation().channel(), first.person().id(), clock.instant())
                && !isInDanger(breath, owner);
    }

    /** Whom a person of ours has, or is about to have, is heard by them: they were in danger, or others are there too. */
    private static boolean isWithUs(Ownership owner) {
        return switch (owner) {
            case Ownership.Queued queued -> true;
            case Ownership.Offered offered -> true;
            case Hold hold -> hold.agent() != null;
            case Ownership other -> other.isWithAPerson();
        };
    }

    private boolean isInDanger(List<Arrival> breath, Ownership owner) {
        var conversation = breath.getFirst().message().conversation();
        var remembered = states.load(conversation);
        var live = personas.in(conversation, remembered, clock);
        return dialogue.isInDanger(
                live.persona(), remembered.state(), ears.hear(live, breath, remembered.state(), owner));
    }
}
