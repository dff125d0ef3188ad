package io.renhua.server;

import io.renhua.message.Content;
import io.renhua.message.Face;
import io.renhua.message.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a transcript: a bubble with all that became known of it, or a change of hands.
 *
 * @param changed the journal's place of the last thing that changed this line; pages ask for what changed since
 * @param name who speaks: the person's, persona's or agent's name where it is known; on a change of hands, to whom
 * @param form the kind of content in lower case, or {@code passed}, {@code noted}, {@code note},
 *     {@code begun}
 * @param person who the conversation is with
 * @param owner who owed the next word then, as {@link io.renhua.handoff.Ownership#word} has it
 * @param actor the login of whoever at the desk did it; null when nobody did
 */
record TranscriptLine(
        long seq,
        long changed,
        Instant at,
        Side side,
        @Nullable String name,
        String form,
        String text,
        @Nullable Content content,
        @Nullable Person person,
        String owner,
        @Nullable Source source,
        @Nullable Meaning meaning,
        @Nullable Fate fate,
        @Nullable String actor) {

    /** Whose line it is; {@code DESK} for what nobody said. */
    enum Side {
        PERSON,
        BOT,
        HUMAN,
        DESK
    }

    /**
     * Where the words come from.
     *
     * @param face that the persona showed with them, where it was another than its usual one
     */
    record Source(
            @Nullable String persona,
            @Nullable String version,
            @Nullable String line,
            @Nullable Face face) {}

    /** What the persona understood. */
    record Meaning(@Nullable String intent, double confidence, String band, String locale) {}

    /** What became of it on its way: a settled state in lower case, or {@code going}. */
    record Fate(String state, @Nullable String why) {}

    TranscriptLine meaning(long seq, Meaning meant) {
        return new TranscriptLine(
                this.seq, seq, at, side, name, form, text, content, person, owner, source, meant, fate, actor);
    }

    TranscriptLine fate(long seq, Fate became) {
        return new TranscriptLine(
                this.seq, seq, at, side, name, form, text, content, person, owner, source, meaning, became, actor);
    }
}
