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

    public Asides(Survey survey, Echoes echoes) {
        this.survey = survey;
        this.echoes = echoes;
    }

    /** What there is to do about it; empty where it is a question to the persona after all. */
    Optional<Consumer<Transaction>> in(List<Arrival> breath, Ownership owner) {
        var first = breath.getFirst().message();
        var echo = first.echo();
        return echo == null
                ? survey.opinion(breath, owner)
                        .map(opinion -> transaction -> survey.enter(transaction, breath, owner, opinion))
                : Optional.of(transaction -> echoes.enter(transaction, first, echo));
    }
}
