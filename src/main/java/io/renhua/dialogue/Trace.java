package io.renhua.dialogue;

import io.renhua.nlu.Band;
import io.renhua.nlu.Candidate;
import io.renhua.nlu.Entity;
import io.renhua.nlu.Ranking.Bars;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something is said: what the decision looked at, in the script's names and in numbers, and in nobody's words.
 *
 * @param locale the one it is said in
 * @param reading how the message was understood; null where nobody had spoken
 * @param choosing how it was chosen among other ways of saying it; null where there was one only
 * @param cut how it was made to fit; null where it was said whole
 * @param held the rules for which safe words stand in its place
 */
public record Trace(
        Reason reason,
        String locale,
        @Nullable Reading reading,
        @Nullable Choosing choosing,
        @Nullable Cut cut,
        List<String> held) {
    public Trace {
        held = List.copyOf(held);
    }

    /** What nobody's words led to. */
    static Trace unasked(Reason reason, String locale) {
        return new Trace(reason, locale, null, null, null, List.of());
    }

    static Trace of(Turn turn, @Nullable Cut cut) {
        return new Trace(turn.reason(), turn.locale(), Reading.of(turn), null, cut, List.of());
    }

    Trace because(Reason other) {
        return new Trace(other, locale, reading, choosing, cut, held);
    }

    Trace choosing(Choosing among) {
        return new Trace(reason, locale, reading, among, cut, held);
    }

    /** The same, heard before some other bubbles of one breath. */
    Trace before(int later) {
        return new Trace(reason, locale, reading == null ? null : reading.before(later), choosing, cut, held);
    }

    /** The same, some of whose words give way to safe ones. */
    public Trace holding(List<String> rules) {
        var all = new ArrayList<>(held);
        all.addAll(rules);
        return new Trace(
                reason, locale, reading, choosing, cut, all.stream().distinct().toList());
    }

    /**
     * How a message was understood.
     *
     * @param bubbles how many it is made of
     * @param later how many more came after it in one breath
     * @param lines the likeliest, best first
     * @param bars what the first was held against, where that is known in numbers
     * @param values the kinds of values found in it
     * @param feeling as the script counts it; null for none
     */
    public record Reading(
            int bubbles,
            int later,
            List<Candidate> lines,
            Band band,
            @Nullable Bars bars,
            List<String> values,
            @Nullable String feeling) {
        private static final int LINES = 3;
        private static final double EXACT = 1_000;

        public Reading {
            lines = List.copyOf(lines);
            values = List.copyOf(values);
        }

        static Reading of(Turn turn) {
            return of(turn.heard(), turn.state().felt().feeling());
        }

        static Reading of(Heard heard, @Nullable String feeling) {
            var ranking = heard.ranking();
            return new Reading(
                    heard.bubbles(),
                    0,
                    ranking.candidates().stream()
                            .limit(LINES)
                            .map(each -> new Candidate(each.intent(), rounded(each.confidence())))
                            .toList(),
                    ranking.band(),
                    ranking.bars() == null
                            ? null
                            : new Bars(
                                    rounded(ranking.bars().sure()),
                                    rounded(ranking.bars().likely())),
                    heard.entities().stream().map(Entity::name).distinct().toList(),
                    feeling);
        }

        private Reading before(int others) {
            return new Reading(bubbles, later + others, lines, band, bars, values, feeling);
        }

        private static double rounded(double number) {
            return Math.round(number * EXACT) / EXACT;
        }
    }

    /**
     * How words were made to fit a channel.
     *
     * @param shorter whether the script's shorter words were taken
     * @param whole whether those were said as they stand; else only as many sentences as there was room for
     * @param characters how many there would have been
     * @param left how many are said
     * @param room how many there may be at once
     */
    public record Cut(boolean shorter, boolean whole, int characters, int left, int room) {}
}
