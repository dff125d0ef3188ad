package io.renhua.why;

import io.renhua.dialogue.Trace;
import io.renhua.persona.Place;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one bubble was said, or why one of a person's was not understood.
 *
 * @param bubble its place in the journal
 * @param source where in the script it comes from, such as {@code order_status} or {@code unknown.1}; {@link #MISSED} for a
 *     person's that was not understood
 * @param said its words, masked; or what was said to what was not understood, empty where nothing was
 * @param heard the bubbles that it answers, masked; none where nobody had spoken
 * @param folded these as the script's examples are held against them: in one script, without case, blanks and marks
 * @param trace null where it was said before such was kept
 * @param script what the version's script tells of it; null where that version is not to be had any more
 */
public record Explanation(
        long bubble,
        String conversation,
        Instant at,
        String persona,
        String version,
        String source,
        String said,
        List<String> heard,
        String folded,
        @Nullable Trace trace,
        @Nullable InScript script) {
    /** No line answered it. */
    public static final String MISSED = "";

    public Explanation {
        heard = List.copyOf(heard);
    }

    public boolean isMissed() {
        return source.equals(MISSED);
    }

    /**
     * What stands in the script that spoke.
     *
     * @param place of the sentence that was said; null where none was
     * @param nearest the example of the likeliest line that is most like what was heard; null where none is like it
     * @param ways every way of saying it, in the script's order
     */
    public record InScript(@Nullable Place place, @Nullable Example nearest, List<Way> ways) {
        public InScript {
            ways = List.copyOf(ways);
        }
    }

    /** A sentence that was taught. */
    public record Example(String words, Place place) {}

    /** One way of saying it. */
    public record Way(String words, Place place) {}
}
