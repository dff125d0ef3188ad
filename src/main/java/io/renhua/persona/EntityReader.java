package io.renhua.persona;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.renhua.text.Han;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what to look for in people's sentences. */
final class EntityReader {
    private static final List<String> BUILT_IN =
            List.of("number", "phone", "email", "money", "date", "duration", "person", "url");

    private final Locales locales;

    EntityReader(Locales locales) {
        this.locales = locales;
    }

    Map<String, EntityKind> read(ScriptNode section) {
        var entities = new LinkedHashMap<String, EntityKind>();
        section.entries().forEach((name, node) -> entities.put(name, entity(node.as(Vocabulary.ENTITY))));
        return Collections.unmodifiableMap(entities);
    }

    private EntityKind entity(ScriptNode map) {
        // mask and personal are checked here and read with privacy, which lists what is masked
        Values.choice(map.key("mask"), "", List.of("tail4", "all", "none"));
        Values.flag(map.key("personal"));
        var kinds = List.of("pattern", "values", "system").stream()
                .filter(kind -> map.key(kind).present())
                .toList();
        if (kinds.size() != 1) {
            map.error("S1", "an entity is one of pattern, values and system", "pattern: \"SP[0-9]{8}\"");
        }
        return switch (kinds.isEmpty() ? "" : kinds.getFirst()) {
            case "pattern" -> new EntityKind.Pattern(Values.pattern(map.key("pattern")), example(map));
            case "values" -> values(map.key("values"));
            default -> new EntityKind.BuiltIn(Values.choice(map.key("system"), "number", BUILT_IN));
        };
    }

    private static String example(ScriptNode map) {
        var example =
                map.key("example").required("a pattern needs an example to show to people", "example: SP20260101");
        try {
            if (!example.isEmpty() && !Pattern.matches(map.key("pattern").text(""), example)) {
                map.key("example")
                        .error("S1", Wording.of("the example %s does not fit its pattern", example), "one that does");
            }
        } catch (PatternSyntaxException e) {
            return example; // the pattern itself is noted already
        }
        return example;
    }

    private EntityKind values(ScriptNode node) {
        var all = new LinkedHashMap<String, List<String>>();
        var called = new LinkedHashMap<String, Words>();
        node.entries().forEach((value, names) -> {
            var byLanguage = byLanguage(names);
            all.put(
                    value,
                    byLanguage.values().stream()
                            .flatMap(List::stream)
                            .distinct()
                            .toList());
            called.put(value, called(value, byLanguage));
            if (all.get(value).isEmpty()) {
                names.error("S1", Wording.of("nobody can name the value %s", value), "zh: [桂花] or a list of names");
            }
        });
        return new EntityKind.Values(Collections.unmodifiableMap(all), Collections.unmodifiableMap(called));
    }

    /** Names by language or locale; a plain list holds for all. */
    private Map<String, List<String>> byLanguage(ScriptNode node) {
        var names = new LinkedHashMap<String, List<String>>();
        if (!node.isMap()) {
            names.put("", node.strings());
            node.siblings()
                    .forEach((locale, ignored) ->
                            names.put(locale, node.wordLists().getOrDefault(locale, List.of())));
            return names;
        }
        node.entries().forEach((language, list) -> {
            if (locales.offered().stream().noneMatch(tag -> tag.equals(language) || tag.startsWith(language + "-"))) {
                list.error(
                        "S1",
                        Wording.of("this persona does not speak %s", language),
                        Nearest.advice(language, locales.offered()));
            }
            names.put(language, list.strings());
        });
        return names;
    }

    private Words called(String value, Map<String, List<String>> names) {
        var called = new LinkedHashMap<String, String>();
        for (var locale : locales.offered()) {
            var candidates = new ArrayList<String>();
            for (var key : List.of(locale, locale.replaceAll("-.*", ""), "")) {
                candidates.addAll(names.getOrDefault(key, List.of()));
            }
            names.values().forEach(candidates::addAll);
            var first = candidates.isEmpty() ? value : candidates.getFirst();
            called.put(locale, locale.contains("Hans") ? Han.simplified(first) : first);
        }
        return new Words(called);
    }
}
