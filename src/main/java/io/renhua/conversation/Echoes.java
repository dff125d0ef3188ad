package io.renhua.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Outside;
import io.renhua.handoff.Ownership.Outside.Where;
import io.renhua.journal.Happening.Said;
import io.renhua.journal.Happening.Settled;
import io.renhua.journal.Journal;
import io.renhua.message.Echo;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/**
 * Hears what our own side did in the platform's own app: whoever answers there has the conversation, and the persona is
 * silent.
 */
public final class Echoes {
    private static final int LONGEST_NAME = 80;
    private static final Duration LATELY = Duration.ofHours(72);

    private final Desk desk;
    private final Baton baton;
    private final Endings endings;
    private final Journal journal;
    private final Clock clock;

    public Echoes(Desk desk, Baton baton, Endings endings, Journal journal, Clock clock) {
        this.desk = desk;
        this.baton = baton;
        this.endings = endings;
        this.journal = journal;
        this.clock = clock;
    }

    /** Enters what it means. */
    void enter(Transaction transaction, Inbound message, Echo echo) {
        var owner = desk.ownerOf(transaction, message.conversation());
        switch (echo) {
            case Echo.Said(var inPublic) -> {
                if (!inPublic || isTalkedIn(transaction, message)) {
                    said(transaction, message, owner);
                }
            }
            case Echo.Taken() -> take(transaction, message, owner, Where.DESK);
            case Echo.GivenBack() -> {
                if (owner instanceof Outside outside) {
                    endings.givenBack(transaction, message.conversation(), outside);
                }
            }
        }
    }

    /** Colleagues also talk where nobody calls for us, or has not for long. */
    private boolean isTalkedIn(Transaction transaction, Inbound message) {
        return journal.hasHeard(
                transaction, message.conversation(), clock.instant().minus(LATELY));
    }

    private void said(Transaction transaction, Inbound message, Ownership owner) {
        switch (owner) {
            case Outside outside -> baton.prolong(transaction, message.conversation(), outside, clock.instant());
            case Ownership other
            when other.speaker().isPresent() ->
                desk.relieved(transaction, message.conversation()); // whoever has it here keeps it, and need not answer
            case Ownership other -> take(transaction, message, other, Where.APP);
        }
        write(transaction, message);
    }

    private void take(Transaction transaction, Inbound message, Ownership owner, Where where) {
        var outside = baton.outside(owner, where, by(message.person()), clock.instant());
        baton.pass(transaction, message.conversation(), owner, outside, Change.because(where.word()));
    }

    /** The person has read it: it stands in the thread like any other word of ours. */
    private void write(Transaction transaction, Inbound message) {
        var now = clock.instant();
        var conversation = message.conversation();
        var id = UUID.nameUUIDFromBytes((conversation + "\n" + message.id()).getBytes(UTF_8))
                .toString();
        long epoch = desk.ownerOf(transaction, conversation).epoch();
        var speaker = new Speaker(Speaker.Kind.HUMAN, by(message.person()));
        journal.append(
                transaction, new Said(conversation, now, id, message.content(), speaker, epoch, null, null, null));
        journal.append(transaction, new Settled(conversation, now, id, Settled.State.SENT, null));
    }

    private static String by(Person person) {
        var name = Objects.requireNonNullElse(person.name(), person.id());
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }
}
