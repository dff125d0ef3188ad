package io.renhua.dialogue;

import io.renhua.nlu.Band;
import io.renhua.persona.Tier;
import io.renhua.persona.Variant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was not understood: said in tiers, the more often the plainer, and a person at their end. */
final class Unknowns implements Rung {
    private static final String FALLBACK = "fallback";
    private static final List<String> TWO_GUESSES = List.of(QuickReplies.BEST_GUESS, QuickReplies.BEST_GUESS);
    private final Answers answers;
    private final Handoffs handoffs;

    Unknowns(Answers answers, Handoffs handoffs) {
        this.answers = answers;
        this.handoffs = handoffs;
    }

    @Override
    public boolean takes(Turn turn) {
        turn.change(state -> state.withMisses(state.misses().missed()));
        turn.because(new Reason.Missed(turn.state().misses().inARow()));
        if (handoffs.handedOffForMisses(turn)) {
            return true;
        }
        var tiers = turn.persona().unknown();
        int at = Math.min(turn.state().misses().inARow(), tiers.size());
        var says = at == 0 ? null : tiers.get(at - 1).says();
        if (says == null) {
            handoffs.handOff(turn, at == 0 ? FALLBACK : reason(tiers.get(at - 1)));
        } else if (turn.heard().ranking().band() == Band.NO) {
            answers.say(turn, source(at), says);
        } else {
            askBack(turn, source(at), says);
        }
        return true;
    }

    /** For what has no words at all: the first words, once, until something is said again. */
    void shrug(Turn turn) {
        boolean again = turn.state().misses().wordless();
        turn.change(state -> state.withMisses(state.misses().withoutWords()));
        if (!again) {
            turn.persona().unknown().stream()
                    .flatMap(tier -> Stream.ofNullable(tier.says()))
                    .findFirst()
                    .ifPresent(says -> answers.say(turn, source(1), says));
        }
    }

    private void askBack(Turn turn, String source, Variant tier) {
        var asks = turn.persona().unknown().stream()
                .flatMap(each -> Stream.ofNullable(each.says()))
                .filter(says -> says.quick().contains(QuickReplies.BEST_GUESS))
                .findFirst()
                .orElse(tier);
        var others = asks.quick().stream().filter(key -> !key.equals(QuickReplies.BEST_GUESS));
        answers.say(
                turn, source, asks, Stream.concat(TWO_GUESSES.stream(), others).toList());
    }

    private static String reason(Tier tier) {
        return Optional.ofNullable(tier.handsOff()).orElse(FALLBACK);
    }

    private static String source(int tier) {
        return "unknown." + tier;
    }
}
