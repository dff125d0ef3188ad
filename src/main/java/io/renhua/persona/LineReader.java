package io.renhua.persona;

import io.renhua.persona.Line.Lock;
import io.renhua.persona.Line.Topic;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads lines, small talk and sensitive topics. */
final class LineReader {
    private final VariantReader variants;
    private final EscalationReader escalations;
    private final Names names;

    LineReader(VariantReader variants, Names names) {
        this.variants = variants;
        this.escalations = new EscalationReader(variants, names.reasons());
        this.names = names;
    }

    /** All of them in the script's order. */
    Map<String, Line> read(ScriptNode root) {
        var lines = new LinkedHashMap<String, Line>();
        root.key("lines").entries().forEach((id, node) -> lines.put(id, line(id, Topic.LINE, node)));
        for (var topic : List.of(Topic.SMALL_TALK, Topic.SENSITIVE)) {
            var section = topic.name().toLowerCase(Locale.ROOT);
            root.key(section).entries().forEach((name, node) -> {
                var id = section + "." + name;
                if (names.lines().contains(id)) {
                    lines.put(id, line(id, topic, node));
                }
            });
        }
        requireLock(lines, Lock.TRUTH, root.key("small_talk"), "small_talk: are_you_human: locked: truth, asks, says");
        requireLock(
                lines, Lock.CRISIS, root.key("sensitive"), "sensitive: crisis: locked: crisis, asks, says, hands_off");
        return Collections.unmodifiableMap(lines);
    }

    private Line line(String id, Topic topic, ScriptNode node) {
        var map = node.as(Vocabulary.LINE);
        if (!id.matches("(small_talk\\.|sensitive\\.)?[a-z][a-z0-9_]*")) {
            node.error("S1", "a line's name is lower-case letters, digits and _", "such as order_status");
        }
        var form = name(map.key("form"), "form", names.forms());
        var handsOff = handsOff(map);
        var says = says(map);
        var steps = steps(map);
        if (says.isEmpty() && steps.isEmpty() && form == null && handsOff == null) {
            node.missing("S1", Wording.of("line %s has nothing under says", id), "says: and one bubble under it");
        }
        var lock = lock(map.key("locked"));
        Values.choice(map.key("promo"), "never", List.of("never"));
        if (lock != null && (says.isEmpty() || !map.key("asks").present())) {
            node.missing("L8", "a locked item needs asks and says", "both, in your own words");
        }
        if (lock == Lock.CRISIS && handsOff == null) {
            node.missing("L8", "a crisis must end in a person", "hands_off: urgent");
        }
        return new Line(
                id,
                topic,
                lock,
                map.key("asks").wordLists(),
                map.key("not").wordLists(),
                form,
                says,
                steps,
                sets(map.key("sets")),
                handsOff,
                lock == Lock.CRISIS || map.key("promo").present());
    }

    private List<Variant> says(ScriptNode map) {
        var quick = variants.targets(map.key("quick"));
        return map.key("says").itemsOrOne().stream()
                .map(each -> variants.variant(each, quick))
                .toList();
    }

    private List<Escalation> steps(ScriptNode map) {
        var section = map.key("steps");
        for (var other : List.of("says", "form", "hands_off")) {
            if (section.present() && map.key(other).present()) {
                var why = Wording.of("a line that goes step by step does nothing else: %s stands beside steps", other);
                section.error("S1", why, "all of it under steps");
            }
        }
        return escalations.read(section);
    }

    /** {@code do: handoff.urgent} is the same as {@code hands_off: urgent}. */
    private @Nullable String handsOff(ScriptNode map) {
        var does = map.key("do");
        if (!does.present()) {
            return name(map.key("hands_off"), "reason", names.reasons());
        }
        if (map.key("hands_off").present()) {
            does.error("S1", "do and hands_off both say in whom this ends", "one of them");
        }
        var what = does.text("");
        if (!what.startsWith("handoff.")) {
            does.error("S1", "a line can only hand off", "do: handoff.urgent");
            return null;
        }
        var reason = what.substring("handoff.".length());
        if (!names.reasons().contains(reason)) {
            does.dangling("reason", reason, names.reasons());
        }
        return reason;
    }

    private static @Nullable Lock lock(ScriptNode node) {
        var lock = Values.choice(node, "", List.of("truth", "crisis"));
        return switch (lock) {
            case "truth" -> Lock.TRUTH;
            case "crisis" -> Lock.CRISIS;
            default -> null;
        };
    }

    private static @Nullable String name(ScriptNode node, String what, Set<String> known) {
        var name = node.textOrNull();
        if (name != null && !known.contains(name)) {
            node.dangling(what, name, known);
        }
        return name;
    }

    static Map<String, String> sets(ScriptNode node) {
        var sets = new LinkedHashMap<String, String>();
        node.entries().forEach((fact, value) -> sets.put(fact, value.text("")));
        return Collections.unmodifiableMap(sets);
    }

    private static void requireLock(Map<String, Line> lines, Lock lock, ScriptNode section, String instead) {
        var found = new ArrayList<>(lines.values());
        found.removeIf(line -> line.lock() != lock);
        if (found.isEmpty()) {
            var why = lock == Lock.TRUTH
                    ? "no locked item says truly that it is a machine"
                    : "no locked item answers somebody in danger";
            section.missing("L8", why, instead);
        }
    }
}
