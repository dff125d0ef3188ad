package io.renhua.conversation;

import java.time.Duration;

/**
 * How long to wait for more bubbles before answering.
 *
 * @param pause after a bubble that may go on
 * @param sentence after one that seems complete: it ends a sentence, or says what a line asks
 * @param most after the first, however many follow
 */
public record Patience(Duration pause, Duration sentence, Duration most) {
    public static final Patience USUAL =
            new Patience(Duration.ofMillis(1200), Duration.ofMillis(300), Duration.ofSeconds(4));

    /** Answers every bubble at once. */
    public static final Patience NONE = new Patience(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** The same, but within what a platform waits for a reply. */
    Patience within(Duration limit) {
        return most.compareTo(limit) <= 0 ? this : new Patience(pause, sentence, limit);
    }
}
