package io.renhua.dialogue;

import io.renhua.persona.Line;
import io.renhua.text.Fold;
import io.renhua.text.Han;
import io.renhua.text.Mentions;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/** Somebody may be in danger: this comes before everything, and a false alarm is the lesser harm. */
final class Crisis implements Rung {
    private static final Duration NOTHING_SOLD = Duration.ofDays(30);
    private static final int SHORT = 4;
    private static final double MORE_LIKELY_THAN_NOT = 0.5;
    private final Answers answers;

    Crisis(Answers answers) {
        this.answers = answers;
    }

    @Override
    public boolean takes(Turn turn) {
        var line = heardOf(turn);
        line.ifPresent(crisis -> {
            turn.because(new Reason.Danger(said(crisis, turn.words())));
            turn.change(state ->
                    state.withOffers(state.offers().pausedUntil(turn.at().plus(NOTHING_SOLD))));
            answers.give(turn, crisis);
        });
        return line.isPresent();
    }

    private static Optional<Line> heardOf(Turn turn) {
        return Meant.atAll(turn.persona(), turn.heard(), turn.words())
                .filter(line -> turn.heard()
                        .ranking()
                        .best()
                        .filter(best -> best.confidence() >= MORE_LIKELY_THAN_NOT)
                        .isPresent())
                .filter(line -> locked(line) && !EverydayWords.alone(turn.persona(), turn.words()))
                .or(() -> turn.persona().lines().values().stream()
                        .filter(line -> locked(line) && said(line, turn.words()))
                        .findFirst());
    }

    private static boolean locked(Line line) {
        return line.lock() == Line.Lock.CRISIS;
    }

    private static boolean said(Line crisis, String words) {
        return crisis.asks().values().stream()
                .flatMap(Collection::stream)
                .anyMatch(example -> Mentions.in(words, example) && weighs(example, words));
    }

    /** A short word must be a good part of what was said: 'die' in a long story about a plant is none. */
    private static boolean weighs(String example, String words) {
        int length = Fold.key(example).length();
        boolean phrase = example.codePoints().anyMatch(Han::isHan)
                ? length >= SHORT
                : example.strip().contains(" ");
        return phrase || length * SHORT >= Fold.key(words).length();
    }
}
