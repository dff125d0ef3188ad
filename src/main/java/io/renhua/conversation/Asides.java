package io.renhua.conversation;

import io.renhua.handoff.Ownership;
import io.renhua.store.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What comes in beside the talk, and is no question to the persona. */
public final class Asides {
    private final Survey survey;
    private final Echoes echoes;
    private final Farewells farewells;
    private final Unheard unheard;

    public Asides(Survey survey, Echoes echoes, Farewells farewells, Unheard unheard) {
        this.survey = survey;
        this.echoes = echoes;
        this.farewells = farewells;
        this.unheard = unheard;
    }

    /** What there is to do about it; empty where it is a question to the persona after all. */
    Optional<Consumer<Transaction>> in(List<Arrival> breath, Ownership owner) {
        var first = breath.getFirst().message();
        var echo = first.echo();
        if (Farewells.isOne(first)) {
            return Optional.of(transaction -> farewells.enter(transaction, first));
        }
        if (unheard.is(breath, owner)) {
            return Optional.of(transaction -> {}); // it stands in the journal, and that is all
        }
        return echo == null
                ? survey.opinion(breath, owner)
                        .map(opinion -> transaction -> survey.enter(transaction, breath, owner, opinion))
                : Optional.of(transaction -> echoes.enter(transaction, first, echo));
    }
}
