package io.renhua.conversation;

import io.renhua.handoff.Ownership.Bot;
import io.renhua.journal.Happening;
import io.renhua.journal.Happening.Passed;
import io.renhua.journal.Happening.Received;
import io.renhua.journal.Happening.Said;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An agent gave a conversation back to the persona, and it has been asked nothing since.
 *
 * @param unanswered since when somebody's words had no answer then; null when nothing was unanswered
 */
record GivenBack(String agent, Instant at, @Nullable Instant unanswered) {

    /** Empty where it was not given back, too much has happened since, or the persona has been asked something. */
    static Optional<GivenBack> in(List<Happening> lately, Bot now) {
        return IntStream.range(0, lately.size())
                .filter(i -> lately.get(i) instanceof Passed passed && passed.epoch() == now.epoch())
                .boxed()
                .findFirst()
                .filter(i -> lately.stream().skip(i).noneMatch(Received.class::isInstance))
                .flatMap(i -> of((Passed) lately.get(i), lately.subList(0, i)));
    }

    private static Optional<GivenBack> of(Passed passed, List<Happening> before) {
        return Optional.ofNullable(passed.actor()).map(agent -> new GivenBack(agent, passed.at(), unanswered(before)));
    }

    private static @Nullable Instant unanswered(List<Happening> happenings) {
        Instant since = null;
        for (var happening : happenings) {
            if (happening instanceof Said) {
                since = null;
            } else if (since == null && happening instanceof Received received) {
                since = received.at();
            }
        }
        return since;
    }
}
