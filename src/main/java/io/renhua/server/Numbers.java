package io.renhua.server;

import io.renhua.conversation.Farewells;
import io.renhua.handoff.Stretch;
import io.renhua.handoff.Stretches;
import io.renhua.handoff.Stretches.Missed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How somebody at the desk works, counted from their stretches; never beside anybody else. */
@Singleton
final class Numbers {
    /** Below this a middle says more about chance than about somebody's work. */
    static final int FEW = 20;

    private static final int MOST = 50_000;
    static final List<Integer> DAYS = List.of(1, 7, 28);

    private final Stretches stretches;
    private final Clock clock;

    Numbers(Stretches stretches, Clock clock) {
        this.stretches = stretches;
        this.clock = clock;
    }

    /**
     * A number of days up to now, the day that has begun included.
     *
     * @param answered conversations in which they said something
     * @param firstResponse from when somebody asked, or wrote to nobody, to their first words
     * @param handling from joining to the end, without what was put off
     * @param offers that they did not see
     * @param silences conversations that were taken from them because they did not answer
     * @param left conversations whose person left while they had them
     * @param topics of what they resolved, the most frequent first
     */
    record Period(
            int days,
            int answered,
            Timing firstResponse,
            Timing handling,
            long offers,
            long silences,
            long left,
            List<Topic> topics) {}

    /**
     * @param n how many it is counted from
     * @param median null where there are too few
     * @param ninth within which nine of ten are; null where there are too few
     */
    record Timing(
            int n, @Nullable Duration median, @Nullable Duration ninth) {
        static Timing of(List<Duration> times) {
            var sorted = times.stream().sorted().toList();
            int n = sorted.size();
            return n < FEW
                    ? new Timing(n, null, null)
                    : new Timing(n, sorted.get(rank(n, 50)), sorted.get(rank(n, 90)));
        }

        /** The place of the first value that so many of a hundred do not exceed. */
        private static int rank(int n, int percent) {
            return (n * percent + 99) / 100 - 1;
        }
    }

    record Topic(String name, long resolved) {}

    /** Of one agent, or of everybody together. */
    List<Period> of(@Nullable String agent) {
        var begins = since(DAYS.getLast());
        var had = agent == null ? stretches.all(begins, MOST) : stretches.of(agent, begins);
        var missed = agent == null ? stretches.missed(begins) : stretches.missedBy(agent, begins);
        return DAYS.stream().map(days -> period(days, since(days), had, missed)).toList();
    }

    /** When a number of days began that ends now. */
    Instant since(int days) {
        return clock.instant()
                .atZone(clock.getZone())
                .toLocalDate()
                .minusDays(days - 1L)
                .atStartOfDay(clock.getZone())
                .toInstant();
    }

    private static Period period(int days, Instant since, List<Stretch> all, List<Missed> missed) {
        var had = all.stream()
                .filter(stretch -> !stretch.joined().isBefore(since))
                .toList();
        return new Period(
                days,
                (int) had.stream().filter(stretch -> stretch.answered() != null).count(),
                timing(had, Stretch::firstResponse),
                timing(had, Stretch::handling),
                count(missed, since, "offer"),
                count(missed, since, "silence"),
                had.stream()
                        .filter(stretch -> Farewells.LEFT.equals(stretch.outcome()))
                        .count(),
                topics(had));
    }

    private static Timing timing(List<Stretch> had, Function<Stretch, Optional<Duration>> time) {
        return Timing.of(had.stream().flatMap(each -> time.apply(each).stream()).toList());
    }

    private static long count(List<Missed> missed, Instant since, String kind) {
        return missed.stream()
                .filter(each -> each.kind().equals(kind) && !each.at().isBefore(since))
                .count();
    }

    private static List<Topic> topics(List<Stretch> had) {
        return had.stream()
                .filter(Stretch::isResolved)
                .map(Stretch::topic)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .map(topic -> new Topic(topic.getKey(), topic.getValue()))
                .sorted(Comparator.comparingLong(Topic::resolved).reversed().thenComparing(Topic::name))
                .toList();
    }
}
