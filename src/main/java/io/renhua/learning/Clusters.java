package io.renhua.learning;

import io.renhua.dialogue.LivePersona;
import io.renhua.learning.Bubble.Told;
import io.renhua.nlu.Band;
import io.renhua.persona.Persona;
import io.renhua.text.Fold;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings together what means about the same: what is written alike, and more so where the persona's own classifier thinks
 * of the same lines. The same bubbles always give the same clusters.
 */
public final class Clusters {
    private static final int SUGGESTED = 3;

    /** A line less likely than this is no suggestion, unless people went there themselves. */
    private static final double WORTH_SAYING = 0.1;

    private Clusters() {}

    /** Those that most people said first. What is understood by now, and rightly, or decided, is left out. */
    public static List<Cluster> of(List<Bubble> bubbles, List<Decision> decisions, LivePersona live) {
        var decided = decided(decisions);
        var open = Saying.all(bubbles, live.classifier()).stream()
                .filter(saying -> saying.ranking().band() != Band.SURE
                        || saying.isTakenWrongly()
                        || decided.contains(saying.key()))
                .sorted(Comparator.comparingInt((Saying saying) -> saying.people())
                        .thenComparingInt(saying -> saying.bubbles().size())
                        .reversed()
                        .thenComparing(Saying::key))
                .toList();
        return new Stars(open, decided, examples(live.persona()))
                .all().stream()
                        .map(sayings -> cluster(sayings, live.persona()))
                        .sorted(Comparator.comparingInt(Cluster::people)
                                .thenComparingInt(Cluster::times)
                                .reversed()
                                .thenComparing(Cluster::name))
                        .toList();
    }

    /** What is not to be shown again; what was added is gone once it is understood. */
    private static Set<String> decided(List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> decision.verdict() != Decision.Verdict.ADDED)
                .map(decision -> Fold.key(decision.words()))
                .collect(Collectors.toSet());
    }

    private static List<String> examples(Persona persona) {
        return persona.lines().values().stream()
                .flatMap(line -> line.asks().values().stream())
                .flatMap(List::stream)
                .map(Saying::open)
                .toList();
    }

    private static Cluster cluster(List<Saying> sayings, Persona persona) {
        var bubbles =
                sayings.stream().flatMap(saying -> saying.bubbles().stream()).toList();
        var sentences = sayings.stream().map(Saying::sentence).toList();
        var next = next(bubbles);
        var wrong = wrong(bubbles);
        return new Cluster(
                sentences.getFirst().words(),
                Saying.people(bubbles),
                bubbles.size(),
                bubbles.stream().map(Bubble::at).min(Comparator.naturalOrder()).orElseThrow(),
                bubbles.stream().map(Bubble::at).max(Comparator.naturalOrder()).orElseThrow(),
                sentences,
                next,
                wrong,
                suggestions(sayings, next, wrong, persona));
    }

    private static List<Cluster.Next> next(List<Bubble> bubbles) {
        return bubbles.stream()
                .filter(bubble -> bubble.told() == null)
                .collect(Collectors.groupingBy(
                        bubble -> bubble.after() + " " + bubble.line(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(same -> new Cluster.Next(
                        same.getFirst().after(), same.getFirst().line(), Saying.people(same)))
                .sorted(Comparator.comparingInt(Cluster.Next::people).reversed())
                .toList();
    }

    private static List<Cluster.Wrong> wrong(List<Bubble> bubbles) {
        var by = new LinkedHashMap<List<String>, Set<String>>();
        for (var bubble : bubbles) {
            if (bubble.told() instanceof Told(var answered, var who)) {
                var lines = Stream.of(answered, bubble.line())
                        .filter(Objects::nonNull)
                        .toList();
                by.computeIfAbsent(lines, _ -> new TreeSet<>()).add(who);
            }
        }
        return by.entrySet().stream()
                .map(told -> new Cluster.Wrong(
                        told.getKey().getFirst(),
                        told.getKey().size() < 2 ? null : told.getKey().getLast(),
                        List.copyOf(told.getValue())))
                .toList();
    }

    /** Where people went by themselves, or should have been answered, counts as much as what the classifier thinks. */
    private static List<Cluster.Suggestion> suggestions(
            List<Saying> sayings, List<Cluster.Next> next, List<Cluster.Wrong> wrong, Persona persona) {
        double all = sayings.stream().mapToInt(Saying::people).sum();
        var confidence = new TreeMap<String, Double>();
        for (var saying : sayings) {
            for (var candidate : saying.ranking().candidates()) {
                confidence.merge(candidate.intent(), candidate.confidence() * saying.people() / all, Double::sum);
            }
        }
        var people = new TreeMap<String, Integer>();
        next.stream().filter(each -> each.line() != null).forEach(each -> {
            people.merge(String.valueOf(each.line()), each.people(), Integer::sum);
            confidence.putIfAbsent(String.valueOf(each.line()), 0.0);
        });
        wrong.stream().filter(each -> each.instead() != null).forEach(each -> {
            people.merge(String.valueOf(each.instead()), each.by().size(), Integer::sum);
            confidence.putIfAbsent(String.valueOf(each.instead()), 0.0);
        });
        return confidence.entrySet().stream()
                .map(line ->
                        new Cluster.Suggestion(line.getKey(), line.getValue(), people.getOrDefault(line.getKey(), 0)))
                .filter(each ->
                        persona.lines().containsKey(each.line()) || each.line().equals(Drafts.PERSON))
                .filter(each -> each.confidence() >= WORTH_SAYING || each.people() > 0)
                .sorted(Comparator.comparingDouble((Cluster.Suggestion each) -> each.confidence() + each.people() / all)
                        .reversed())
                .limit(SUGGESTED)
                .toList();
    }
}
