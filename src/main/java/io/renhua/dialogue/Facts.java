package io.renhua.dialogue;

import io.renhua.message.Content;
import io.renhua.persona.Audience;
import io.renhua.persona.Condition;
import io.renhua.persona.Line;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The closed list of facts that a script's {@code if:} may ask about. */
final class Facts {
    static final String PLACE = "place";
    static final String LINK = "link";
    private static final Set<String> OF_THE_MOMENT =
            Set.of("audience", "tag", "channel", "locale", "time", "campaign", "feeling", "said", "scene", Helped.FACT);
    /** Whose values are never anybody's words. */
    private static final Set<String> PLAIN =
            Set.of("audience", "channel", "locale", "time", "times_seen", "campaign", "feeling", "result", Helped.FACT);

    private Facts() {}

    /** @param line what is about to be said, for {@code times_seen} */
    static Map<String, Set<String>> of(Turn turn, String line) {
        var facts = new TreeMap<String, Set<String>>();
        turn.heard().facts().forEach((name, values) -> facts.put(name, new TreeSet<>(values)));
        add(facts, "channel", turn.heard().platform());
        add(facts, "locale", turn.locale());
        add(facts, "times_seen", String.valueOf(turn.state().memory().timesSeen(line)));
        time(facts, turn);
        Sympathies.felt(turn).ifPresent(sympathy -> add(facts, "feeling", sympathy.feeling()));
        add(facts, Condition.WORD, turn.words());
        Campaigns.running(turn).forEach(campaign -> add(facts, "campaign", campaign));
        memory(facts, turn);
        entities(facts, turn);
        slots(facts, turn);
        turn.known().forEach((name, value) -> set(facts, name, value));
        if (!facts.containsKey("audience")) {
            turn.persona().audiences().stream()
                    .filter(audience -> audience.when().holds(facts))
                    .findFirst()
                    .map(Audience::id)
                    .ifPresent(audience -> add(facts, "audience", audience));
        }
        return facts;
    }

    /** How much a condition says about what is talked of, such as a slot or a look-up's result. */
    static int ofTheMatter(Condition condition) {
        return asked(condition, fact -> !OF_THE_MOMENT.contains(fact));
    }

    /** How much a condition says about the person, the time and the place. */
    static int ofTheMoment(Condition condition) {
        return asked(condition, OF_THE_MOMENT::contains);
    }

    private static int asked(Condition condition, Predicate<String> kind) {
        return switch (condition) {
            case Condition.All(var conditions) ->
                conditions.stream().mapToInt(each -> asked(each, kind)).sum();
            case Condition.Any(var conditions) ->
                conditions.stream().mapToInt(each -> asked(each, kind)).min().orElse(0);
            case Condition.Is(var fact, var value) -> kind.test(fact) ? 1 : 0;
            case Condition.Compares(var fact, var atLeast, var bound) -> kind.test(fact) ? 1 : 0;
        };
    }

    /** Whether a condition asks about this very fact and value. */
    static boolean asks(Condition condition, String fact, String value) {
        return switch (condition) {
            case Condition.All(var conditions) -> conditions.stream().anyMatch(each -> asks(each, fact, value));
            case Condition.Any(var conditions) -> conditions.stream().anyMatch(each -> asks(each, fact, value));
            case Condition.Is(var name, var wanted) -> name.equals(fact) && wanted.equals(value);
            case Condition.Compares compares -> false;
        };
    }

    /** The parts of a condition that keep it from holding, such as {@code result late}. */
    static List<String> unmet(Condition condition, Map<String, Set<String>> facts) {
        if (condition.holds(facts)) {
            return List.of();
        }
        return switch (condition) {
            case Condition.All(var conditions) ->
                conditions.stream().flatMap(each -> unmet(each, facts).stream()).toList();
            case Condition.Any(var conditions) ->
                List.of(conditions.stream()
                        .map(each -> String.join(" + ", unmet(each, facts)))
                        .collect(Collectors.joining(" / ")));
            case Condition.Is(var fact, var value) -> List.of(fact + " " + value);
            case Condition.Compares(var fact, var atLeast, var bound) ->
                List.of(fact + (atLeast ? " >=" : " <=") + (bound % 1 == 0 ? (long) bound + "" : bound + ""));
        };
    }

    /** What a line's conditions look at, with the values that the script itself names. */
    static Map<String, List<String>> lookedAt(Line line, Map<String, Set<String>> facts) {
        var leaves =
                line.says().stream().flatMap(variant -> leaves(variant.when())).toList();
        var seen = new TreeMap<String, List<String>>();
        for (var leaf : leaves) {
            var name = name(leaf);
            seen.computeIfAbsent(
                    name, _ -> name.equals(Condition.WORD) ? words(leaves, facts) : values(name, leaves, facts));
        }
        return seen;
    }

    /** Those of the script that they said; the rest of what they said is no fact. */
    private static List<String> words(List<Condition> leaves, Map<String, Set<String>> facts) {
        return leaves.stream()
                .filter(leaf -> leaf.holds(facts))
                .flatMap(leaf -> leaf instanceof Condition.Is(var fact, var word) && fact.equals(Condition.WORD)
                        ? Stream.of(word)
                        : Stream.empty())
                .distinct()
                .toList();
    }

    private static List<String> values(String name, List<Condition> leaves, Map<String, Set<String>> facts) {
        return facts.getOrDefault(name, Set.of()).stream()
                .map(value -> ofOurs(name, value, leaves) ? value : Choosing.OTHER)
                .distinct()
                .toList();
    }

    private static boolean ofOurs(String name, String value, List<Condition> leaves) {
        var alone = Map.of(name, Set.of(value));
        return PLAIN.contains(name)
                || leaves.stream()
                        .anyMatch(leaf -> leaf instanceof Condition.Is(var fact, var wanted)
                                && !wanted.endsWith("*")
                                && leaf.holds(alone));
    }

    private static String name(Condition leaf) {
        return switch (leaf) {
            case Condition.Is(var fact, var value) -> fact;
            case Condition.Compares(var fact, var atLeast, var bound) -> fact;
            case Condition.All all -> "";
            case Condition.Any any -> "";
        };
    }

    /** The single questions that a condition asks. */
    static Stream<Condition> leaves(Condition condition) {
        return switch (condition) {
            case Condition.All(var conditions) -> conditions.stream().flatMap(Facts::leaves);
            case Condition.Any(var conditions) -> conditions.stream().flatMap(Facts::leaves);
            case Condition.Is is -> Stream.of(is);
            case Condition.Compares compares -> Stream.of(compares);
        };
    }

    private static void time(Map<String, Set<String>> facts, Turn turn) {
        var hours = turn.persona().handoff().hours();
        add(facts, "time", hours.openAt(turn.at()) ? "open" : "closed");
        add(facts, "time", partOfDay(turn.at().atZone(hours.zone()).toLocalTime()));
    }

    private static String partOfDay(LocalTime time) {
        int hour = time.getHour();
        return hour < 5 || hour >= 22 ? "night" : hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
    }

    private static void memory(Map<String, Set<String>> facts, Turn turn) {
        turn.state().memory().facts().forEach((name, value) -> {
            add(facts, "said", name);
            set(facts, name, value);
        });
    }

    private static void entities(Map<String, Set<String>> facts, Turn turn) {
        for (var entity : turn.heard().entities()) {
            add(facts, "entity", entity.name());
            add(facts, "entity." + entity.name(), entity.value());
        }
        if (turn.heard().content() instanceof Content.Place) {
            add(facts, "entity", PLACE);
        }
        if (turn.heard().content() instanceof Content.Link) {
            add(facts, "entity", LINK);
        }
    }

    private static void slots(Map<String, Set<String>> facts, Turn turn) {
        turn.state().forms().forEach(form -> form.slots().forEach((name, value) -> add(facts, "slot." + name, value)));
    }

    /** In the place of what a company told of them before. */
    private static void set(Map<String, Set<String>> facts, String name, String value) {
        facts.put(name, new TreeSet<>(Set.of(value)));
    }

    private static void add(Map<String, Set<String>> facts, String name, String value) {
        facts.computeIfAbsent(name, _ -> new TreeSet<>()).add(value);
    }
}
