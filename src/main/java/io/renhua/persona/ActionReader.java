package io.renhua.persona;

import io.renhua.persona.Action.Kind;
import io.renhua.persona.Line.Topic;
import io.renhua.text.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads actions: what an engineer's program does for a form. */
final class ActionReader {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int LONGEST = 60;
    private static final List<String> KINDS = Arrays.stream(Kind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .toList();

    private final Names names;

    ActionReader(Names names) {
        this.names = names;
    }

    /**
     * What the actions of a script come to, whatever else is wrong with them: other parts of the script refer to it.
     *
     * @return results, and values that come with them, by action
     */
    Map<String, Map<String, Map<String, Kind>>> returns(ScriptNode section) {
        var returns = new LinkedHashMap<String, Map<String, Map<String, Kind>>>();
        section.entries().forEach((name, node) -> returns.put(name, results(name, node.as(Vocabulary.ACTION))));
        return Collections.unmodifiableMap(returns);
    }

    Map<String, Action> read(
            ScriptNode section, Map<String, Map<String, Map<String, Kind>>> returns, VariantReader variants) {
        var actions = new LinkedHashMap<String, Action>();
        section.entries()
                .forEach((name, node) -> actions.put(
                        name,
                        action(name, node.as(Vocabulary.ACTION), returns.getOrDefault(name, Map.of()), variants)));
        return Collections.unmodifiableMap(actions);
    }

    private Action action(String name, ScriptNode map, Map<String, Map<String, Kind>> returns, VariantReader variants) {
        return new Action(
                name,
                gives(map.key("gives")),
                returns,
                remembers(map.key("remembers"), returns),
                Values.seconds(map.key("patience"), PATIENCE, LONGEST),
                map.key("meanwhile").wordsOrNull(),
                failed(name, map, variants));
    }

    /** Names alone are words; a map says of each what it looks like. */
    private @Nullable Map<String, Kind> gives(ScriptNode node) {
        if (!node.present()) {
            return null;
        }
        var gives = new LinkedHashMap<String, Kind>();
        if (node.isMap()) {
            node.entries().forEach((name, kind) -> gives.put(name, kind(kind)));
        } else {
            node.strings().forEach(name -> gives.put(name, Kind.TEXT));
        }
        var known = new LinkedHashSet<>(names.slots());
        known.addAll(names.facts());
        gives.keySet().stream()
                .filter(each -> !known.contains(each))
                .forEach(each -> node.dangling("slot or remembered fact", each, known));
        return Collections.unmodifiableMap(gives);
    }

    private static Set<String> remembers(ScriptNode node, Map<String, Map<String, Kind>> returns) {
        var told = new LinkedHashSet<String>();
        returns.values().forEach(values -> told.addAll(values.keySet()));
        node.strings().forEach(each -> {
            if (!told.contains(each)) {
                node.dangling("value of returns", each, told);
            } else if (TakenNames.has(each)) {
                node.error(
                        "S1",
                        Wording.of("%s is known without a program, and is not of the person", each),
                        "another name");
            }
        });
        return Set.copyOf(node.strings());
    }

    private static Map<String, Map<String, Kind>> results(String name, ScriptNode map) {
        var results = new LinkedHashMap<String, Map<String, Kind>>();
        map.key("returns").entries().forEach((result, node) -> {
            if (result.equals(Form.FAILED)) {
                node.error("S1", "failed is what an action comes to when nothing came of it", "another word");
            }
            results.put(result, values(node));
        });
        if (results.isEmpty()) {
            map.missing(
                    "S1",
                    Wording.of("action %s does not say what it can come to", name),
                    "returns: {found: {eta: date}, none: {}}");
        }
        return Collections.unmodifiableMap(results);
    }

    private static Map<String, Kind> values(ScriptNode node) {
        var values = new LinkedHashMap<String, Kind>();
        node.entries().forEach((value, kind) -> {
            if (!value.matches("[a-z][a-z0-9_]*")) {
                kind.error("S1", "a value's name is lower-case letters, digits and _", "such as eta");
            }
            values.put(value, kind(kind));
        });
        return Collections.unmodifiableMap(values);
    }

    private static Kind kind(ScriptNode node) {
        var known = Values.choice(node, "text", KINDS);
        return KINDS.contains(known) ? Kind.valueOf(known.toUpperCase(Locale.ROOT)) : Kind.TEXT;
    }

    private Line failed(String name, ScriptNode map, VariantReader variants) {
        var node = map.key("failed").as(Vocabulary.FAILED);
        List<Variant> says = new ArrayList<>();
        node.key("says").itemsOrOne().forEach(each -> says.add(variants.variant(each, List.of())));
        if (says.isEmpty()) {
            map.missing(
                    "S1",
                    Wording.of("action %s has no words for when it fails", name),
                    "failed: says: and one bubble under it");
        }
        var reason = node.key("hands_off").textOrNull();
        if (reason != null && !names.reasons().contains(reason)) {
            node.key("hands_off").dangling("reason", reason, names.reasons());
        }
        return new Line(
                "actions." + name + ".failed", Topic.LINE, null, Map.of(), Map.of(), null, says, Map.of(), reason);
    }

    /** What a test lets an action come to must be what it can come to. */
    static void checkMock(ScriptNode node, Map<String, Map<String, Kind>> returns, Map<String, String> answer) {
        var result = answer.getOrDefault("result", "");
        var known = new LinkedHashSet<>(Set.of(Form.FAILED));
        known.addAll(returns.keySet());
        if (!known.contains(result)) {
            node.error(
                    "S2",
                    Wording.of(
                            "this action cannot come to %s%s",
                            result.isEmpty() ? "nothing" : result, Nearest.question(result, known)),
                    Wording.of("result: and one of %s", String.join(", ", known)));
        }
        returns.getOrDefault(result, Map.of()).keySet().stream()
                .filter(value -> !answer.containsKey(value))
                .forEach(value -> node.error(
                        "S2", Wording.of("%s comes with %s", result, value), Wording.of("%s: and a value", value)));
    }
}
