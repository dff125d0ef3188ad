package io.renhua.conversation;

import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Closed;
import io.renhua.handoff.Request;
import io.renhua.handoff.Request.Rank;
import io.renhua.journal.Happening;
import io.renhua.journal.Happening.Passed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who had a conversation before it was ended too soon. */
final class Former {
    private Former() {}

    /** Whoever had it, or waited, as they did before; else the persona. */
    static Ownership of(List<Happening> lately, Closed now, Instant moment) {
        var before = before(lately, now);
        var agent = now.agent();
        if (agent != null
                && before.filter(passed -> passed.owner().equals("wrap")).isEmpty()) {
            return now.takeOver(agent, moment);
        }
        return before.flatMap(passed -> Optional.ofNullable(passed.asked()))
                .<Ownership>map(asked -> now.queue(new Request(asked.team(), asked.why(), Rank.FRONT, asked.since())))
                .orElseGet(now::reopen);
    }

    /** The last change of hands but the one that ended it. */
    private static Optional<Passed> before(List<Happening> lately, Closed now) {
        return lately.reversed().stream()
                .filter(Passed.class::isInstance)
                .map(Passed.class::cast)
                .filter(passed -> passed.epoch() < now.epoch())
                .findFirst();
    }
}
