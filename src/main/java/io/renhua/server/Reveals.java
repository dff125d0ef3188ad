package io.renhua.server;

import io.renhua.conversation.Briefs;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Lets somebody look at one masked thing, and puts on record that they did: never what they saw. */
@Singleton
final class Reveals {
    /** The kind of note; its words are the place of a bubble in the journal, or the name of a value of the brief. */
    static final String REVEALED = "revealed";

    private final Store store;
    private final Journal journal;
    private final Transcripts transcripts;
    private final Briefs briefs;
    private final Discretion discretion;
    private final Clock clock;

    Reveals(Store store, Journal journal, Transcripts transcripts, Briefs briefs, Discretion discretion, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.transcripts = transcripts;
        this.briefs = briefs;
        this.discretion = discretion;
        this.clock = clock;
    }

    /** One bubble or note; empty where there is none. */
    Optional<TranscriptLine> line(StaffMember me, ConversationId conversation, long seq) {
        var line = transcripts.line(conversation, seq);
        line.filter(found -> discretion.of(me, conversation).masks(found.text()))
                .ifPresent(_ -> note(me, conversation, String.valueOf(seq)));
        return line;
    }

    /** One value of the brief; empty where it has no such value. */
    Optional<String> value(StaffMember me, ConversationId conversation, String name) {
        var value = Optional.ofNullable(briefs.of(conversation).values().get(name));
        value.filter(found -> discretion.of(me, conversation).masks(name, found))
                .ifPresent(_ -> note(me, conversation, name));
        return value;
    }

    private void note(StaffMember me, ConversationId conversation, String what) {
        store.write(
                conversation.toString(),
                transaction -> journal.append(
                        transaction, new Happening.Noted(conversation, clock.instant(), REVEALED, what, me.login())));
    }
}
