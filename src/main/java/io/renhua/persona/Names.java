package io.renhua.persona;

import io.renhua.persona.YamlNode.Entries;
import io.renhua.persona.YamlNode.Items;
import io.renhua.persona.YamlNode.Text;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every name that other parts of a script may refer to, gathered before anything is read.
 *
 * @param lines ids, with {@code small_talk.} and {@code sensitive.} where they belong there
 * @param outreach what we say without being asked: {@code campaigns.autumn}, its parts, {@code followups.sleepy}
 * @param facts what {@code sets:} and {@code set:} remember
 * @param profile what audiences ask about; some of it only a person's profile tells
 * @param spoken what texts say where it is known: {@code {title|…}}
 */
record Names(
        Set<String> lines,
        Set<String> forms,
        Set<String> reasons,
        Set<String> lookUps,
        Set<String> actions,
        Set<String> entities,
        Set<String> audiences,
        Set<String> labels,
        Set<String> links,
        Set<String> slots,
        Set<String> outreach,
        Set<String> facts,
        Set<String> profile,
        Set<String> spoken) {

    /** Reasons that every persona has, so that a short script need not name them. */
    static final List<String> STANDING_REASONS = List.of("explicit", "fallback", "stuck", "urgent");

    static Names in(Entries script) {
        var lines = new LinkedHashSet<>(keys(script, "lines"));
        keys(script, "small_talk").stream()
                .filter(id -> !id.equals("unknown"))
                .forEach(id -> lines.add("small_talk." + id));
        keys(script, "sensitive").stream()
                .filter(id -> !id.equals("packs"))
                .forEach(id -> lines.add("sensitive." + id));
        var reasons = new LinkedHashSet<>(STANDING_REASONS);
        reasons.addAll(keys(script, "handoff", "reasons"));
        var slots = new LinkedHashSet<String>();
        var facts = new LinkedHashSet<String>();
        var forms = script.entries().get("forms");
        if (forms != null) {
            collect(forms.value(), "name", slots);
        }
        collect(script, "sets", facts);
        collect(script, "set", facts);
        var spoken = new LinkedHashSet<String>();
        spoken(script, spoken);
        return new Names(
                lines,
                keys(script, "forms"),
                reasons,
                keys(script, "look_ups"),
                keys(script, "actions"),
                keys(script, "entities"),
                keys(script, "audiences"),
                keys(script, "labels"),
                keys(script, "links"),
                slots,
                outreach(script),
                facts,
                profile(script),
                spoken);
    }

    /** What audiences ask about: {@code when: {any: [{orders: ">=3"}, {tag: member}]}}. */
    private static Set<String> profile(Entries script) {
        var asked = new LinkedHashSet<String>();
        var audiences = script.entries().get("audiences");
        if (audiences != null) {
            YamlNode.entries(audiences.value()).values().forEach(audience -> {
                var when = YamlNode.entries(audience.value()).get("when");
                if (when != null) {
                    asked(when.value(), asked);
                }
            });
        }
        return asked;
    }

    private static void asked(YamlNode when, Set<String> asked) {
        YamlNode.entries(when).forEach((name, entry) -> {
            if (name.equals("any")) {
                YamlNode.nodes(entry.value()).forEach(each -> asked(each, asked));
            } else {
                asked.add(name);
            }
        });
    }

    /** By the names they have in conditions: without what stands before them elsewhere. */
    Set<String> campaigns() {
        return outreach.stream()
                .filter(each -> each.matches("campaigns\\.\\w+"))
                .map(each -> each.substring("campaigns.".length()))
                .collect(Collectors.toSet());
    }

    /** What a quick reply or a menu may lead to. */
    Set<String> targets() {
        var targets = new HashSet<>(lines);
        forms.forEach(form -> targets.add("forms." + form));
        reasons.forEach(reason -> targets.add("handoff." + reason));
        outreach.stream().filter(each -> each.matches("campaigns\\.\\w+")).forEach(targets::add);
        targets.add(Privacy.ERASE);
        return targets;
    }

    private static Set<String> outreach(Entries script) {
        var all = new LinkedHashSet<String>();
        for (var campaign : keys(script, "campaigns")) {
            all.add("campaigns." + campaign);
            keys(script, "campaigns", campaign).stream()
                    .filter(part -> !part.equals("plan"))
                    .forEach(part -> all.add("campaigns." + campaign + "." + part));
        }
        keys(script, "followups").forEach(id -> all.add("followups." + id));
        return all;
    }

    private static Set<String> keys(Entries script, String... path) {
        YamlNode node = script;
        for (var key : path) {
            var entry = YamlNode.entries(node).get(key);
            node = entry == null ? new Entries(Map.of(), script.place()) : entry.value();
        }
        var keys = new LinkedHashSet<String>();
        YamlNode.entries(node).keySet().stream()
                .filter(key -> !key.startsWith("x-"))
                .forEach(keys::add);
        return keys;
    }

    private static void spoken(YamlNode node, Set<String> found) {
        switch (node) {
            case Entries map -> map.entries().values().forEach(entry -> spoken(entry.value(), found));
            case Items items -> items.nodes().forEach(each -> spoken(each, found));
            case Text text ->
                Placeholder.in(text.value()).stream()
                        .filter(each -> each.otherwise() != null)
                        .forEach(each -> found.add(each.name()));
        }
    }

    /** What stands under a key anywhere in the script: its keys where it is a map, or the text. */
    private static void collect(YamlNode node, String key, Set<String> found) {
        switch (node) {
            case Entries map ->
                map.entries().forEach((name, entry) -> {
                    if (name.equals(key)) {
                        found.addAll(YamlNode.entries(entry.value()).keySet());
                        if (entry.value() instanceof Text text) {
                            found.add(text.value());
                        }
                    }
                    collect(entry.value(), key, found);
                });
            case Items items -> items.nodes().forEach(each -> collect(each, key, found));
            case Text ignored -> {}
        }
    }
}
