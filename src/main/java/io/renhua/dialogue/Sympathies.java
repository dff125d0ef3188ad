package io.renhua.dialogue;

import io.renhua.persona.Line;
import io.renhua.persona.Sympathy;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a feeling changes: a word first when it begins, another face, no jokes, and a person when it lasts. */
final class Sympathies implements Rung {
    private final Handoffs handoffs;

    Sympathies(Handoffs handoffs) {
        this.handoffs = handoffs;
    }

    /** Notes what they feel now, before anything is decided, and for how long nothing is to be sold to them. */
    void feel(Turn turn) {
        turn.change(state -> state.feeling(state.felt().then(feeling(turn))));
        felt(turn)
                .map(Sympathy::nothingSold)
                .filter(Duration::isPositive)
                .ifPresent(time -> turn.change(state ->
                        state.withOffers(state.offers().pausedUntil(turn.at().plus(time)))));
    }

    /** A person, where it has been felt for so long that no answer of ours helps any more. */
    @Override
    public boolean takes(Turn turn) {
        var reason = felt(turn)
                .filter(sympathy ->
                        sympathy.times() != null && turn.state().felt().inARow() >= sympathy.times())
                .map(Sympathy::handsOff);
        reason.ifPresent(why -> {
            var felt = turn.state().felt();
            turn.because(new Reason.FeltLong(String.valueOf(felt.feeling()), felt.inARow()));
            handoffs.handOff(turn, why);
        });
        return reason.isPresent() || handoffs.handedOffForFeeling(turn);
    }

    /** Gives the answer the face that fits, and the word that goes before it. */
    void colour(Turn turn) {
        var sympathy = felt(turn).orElse(null);
        if (sympathy == null || !turn.speaks() || isGrave(turn)) {
            return;
        }
        var once = sympathy.once();
        if (once != null && turn.state().felt().inARow() == 1 && (turn.understood() || turn.handsOff())) {
            turn.sayFirst(Phrasing.say(turn, "feelings." + sympathy.feeling(), once)
                    .because(new Reason.Felt(sympathy.feeling())));
        }
        turn.wear(sympathy.mood());
    }

    /** The face that fits, and no word of it: that went before. */
    void face(Turn turn) {
        felt(turn).filter(sympathy -> !isGrave(turn)).map(Sympathy::mood).ifPresent(turn::wear);
    }

    /** What they feel now, as the script counts it. */
    static Optional<Sympathy> felt(Turn turn) {
        var feeling = turn.state().felt().feeling();
        return feeling == null
                ? Optional.empty()
                : Optional.ofNullable(turn.persona().feelings().get(feeling));
    }

    private static @Nullable String feeling(Turn turn) {
        var known = turn.heard().facts().get("feeling");
        if (known != null && !known.isEmpty()) {
            return known.iterator().next();
        }
        var heard = turn.heard().feeling();
        var feeling = heard.mood().name().toLowerCase(Locale.ROOT);
        var sympathy = turn.persona().feelings().get(feeling);
        return sympathy != null && sympathy.covers(heard.score()) ? feeling : null;
    }

    /** What is sensitive has words of its own for this. */
    private static boolean isGrave(Turn turn) {
        return turn.answered()
                .filter(line -> line.topic() == Line.Topic.SENSITIVE)
                .isPresent();
    }
}
