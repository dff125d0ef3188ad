package world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What became of the messages.
 *
 * @param unacknowledged never got a 2xx, however often delivered
 * @param lost got a 2xx and no answer
 * @param doubled answered twice, although their call was never in doubt
 * @param doubledInDoubt answered twice, and marked as in doubt
 * @param handledTwice ours to answer twice over, by our own journal
 * @param misdirected answered to somebody else
 * @param disordered answered before an earlier message of the same person
 * @param doubted calls that are marked as in doubt
 */
public record Verdict(
        Set<Integer> unacknowledged,
        Set<Integer> lost,
        Set<Integer> doubled,
        Set<Integer> doubledInDoubt,
        Set<Integer> handledTwice,
        Set<Integer> misdirected,
        Set<Integer> disordered,
        int doubted) {

    public static Verdict of(Evidence evidence) {
        return new Judge(evidence).verdict();
    }

    public boolean isClean() {
        return faults() == 0;
    }

    int faults() {
        return unacknowledged.size()
                + lost.size()
                + doubled.size()
                + handledTwice.size()
                + misdirected.size()
                + disordered.size();
    }

    @Override
    public String toString() {
        return "undelivered " + some(unacknowledged) + ", lost " + some(lost) + ", doubled " + some(doubled)
                + " (in doubt "
                + some(doubledInDoubt) + "), handled twice " + some(handledTwice) + ", to the wrong person "
                + some(misdirected) + ", out of order " + some(disordered) + ", calls in doubt " + doubted;
    }

    private static String some(Set<Integer> messages) {
        return messages.isEmpty()
                ? "0"
                : messages.size()
                        + messages.stream()
                                .limit(5)
                                .map(number -> "K" + number)
                                .collect(Collectors.joining(" ", " [", messages.size() > 5 ? " …]" : "]"));
    }

    private static final class Judge {
        private final Evidence evidence;
        private final Remains remains;
        private final Map<Integer, Integer> personOf = new HashMap<>();
        private final Map<Integer, Integer> timesHeard = new HashMap<>();
        private final Map<Integer, List<Integer>> heardBy = new HashMap<>();

        Judge(Evidence evidence) {
            this.evidence = evidence;
            this.remains = evidence.remains();
            evidence.receipts()
                    .forEach(receipt -> personOf.put(
                            receipt.message().number(), receipt.message().person()));
            for (var call : evidence.heard()) {
                for (int ticket : Set.copyOf(call.tickets())) {
                    timesHeard.merge(ticket, 1, Integer::sum);
                }
                call.tickets()
                        .forEach(ticket -> heardBy.computeIfAbsent(call.to(), each -> new ArrayList<>())
                                .add(ticket));
            }
        }

        Verdict verdict() {
            var twice = which(message -> timesHeard.getOrDefault(message, 0) > 1);
            var inDoubt = twice.stream().filter(this::wasDoubted).collect(Collectors.toCollection(TreeSet::new));
            twice.removeAll(inDoubt);
            return new Verdict(
                    unacknowledged(),
                    lost(),
                    twice,
                    inDoubt,
                    which(message -> remains.handled().getOrDefault(message, 0) > 1),
                    misdirected(),
                    disordered(),
                    remains.doubted().size());
        }

        private Set<Integer> which(Predicate<Integer> fault) {
            return personOf.keySet().stream().filter(fault).collect(Collectors.toCollection(TreeSet::new));
        }

        private Set<Integer> unacknowledged() {
            return evidence.receipts().stream()
                    .filter(receipt -> !receipt.isAcknowledged())
                    .map(receipt -> receipt.message().number())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** Neither is its own ticket heard, nor anything else of a reply that it shares with others of one breath. */
        private Set<Integer> lost() {
            var callsHeard = new HashSet<String>();
            remains.said().forEach((ticket, calls) -> {
                if (timesHeard.containsKey(ticket)) {
                    callsHeard.addAll(calls);
                }
            });
            return evidence.receipts().stream()
                    .filter(People.Receipt::isAcknowledged)
                    .map(receipt -> receipt.message().number())
                    .filter(message -> !timesHeard.containsKey(message))
                    .filter(message -> remains.said().containsKey(message)
                            || remains.calls().getOrDefault(message, Set.of()).stream()
                                    .noneMatch(callsHeard::contains))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private boolean wasDoubted(int message) {
            var calls = remains.said().getOrDefault(message, Set.of());
            return calls.size() == 1 && remains.doubted().containsAll(calls);
        }

        private Set<Integer> misdirected() {
            var wrong = new TreeSet<Integer>();
            heardBy.forEach((person, tickets) -> tickets.stream()
                    .filter(ticket -> personOf.containsKey(ticket)
                            && !personOf.get(ticket).equals(person))
                    .forEach(wrong::add));
            return wrong;
        }

        /** What a person first hears has to follow what they said, as it arrived. */
        private Set<Integer> disordered() {
            var wrong = new TreeSet<Integer>();
            for (var arrived : remains.arrived().values()) {
                var place = new HashMap<Integer, Integer>();
                IntStream.range(0, arrived.size()).forEach(i -> place.putIfAbsent(arrived.get(i), i));
                int person = personOf.getOrDefault(arrived.getFirst(), 0);
                int last = -1;
                for (int ticket : new LinkedHashSet<>(heardBy.getOrDefault(person, List.of()))) {
                    int mine = place.getOrDefault(ticket, last);
                    if (mine < last) {
                        wrong.add(ticket);
                    }
                    last = Math.max(last, mine);
                }
            }
            return wrong;
        }
    }
}
