package io.renhua.why;

import io.renhua.dialogue.Trace;
import io.renhua.persona.Place;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one bubble was said.
 *
 * @param bubble its place in the journal
 * @param source where in the script it comes from, such as {@code order_status} or {@code unknown.1}
 * @param said its words, masked
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
    public Explanation {
        heard = List.copyOf(heard);
    }

    /**
     * What stands in the script that spoke.
     *
     * @param place of the sentence that was said
     * @param nearest the example of the likeliest line that is most like what was heard; null where none is like it
     * @param ways every way of saying it, in the script's order
     */
    public record InScript(Place place, @Nullable Example nearest, List<Way> ways) {
        public InScript {
            ways = List.copyOf(ways);
        }
    }

    /** A sentence that was taught. */
    public record Example(String words, Place place) {}

    /** One way of saying it. */
    public record Way(String words, Place place) {}
}
