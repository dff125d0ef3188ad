package io.renhua.dialogue;

import io.renhua.nlu.Example;
import io.renhua.persona.EntityKind;
import io.renhua.persona.Persona;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The examples that a persona learns from: everything its script says people say, with values put in. */
public final class Lessons {
    private static final Pattern ENTITY = Pattern.compile("\\{([A-Za-z]\\w*)}");
    private static final Map<String, String> SAMPLES = Map.of(
            "number", "3",
            "phone", "0912345678",
            "email", "ming@example.com",
            "money", "$500",
            "date", "2026-11-05",
            "duration", "30 minutes",
            "person", "Ming",
            "url", "https://example.com");

    private Lessons() {}

    static List<Example> of(Persona persona) {
        return of(persona, persona.locales().offered());
    }

    /** What it learns in these of its locales. */
    public static List<Example> of(Persona persona, List<String> locales) {
        var lessons = new ArrayList<Example>();
        persona.lines().values().forEach(line -> add(lessons, persona, locales, line.id(), line.asks()));
        add(lessons, persona, locales, Meant.PERSON, persona.handoff().explicit());
        return lessons;
    }

    private static void add(
            List<Example> lessons,
            Persona persona,
            List<String> locales,
            String intent,
            Map<String, List<String>> byLocale) {
        locales.forEach(locale -> byLocale.getOrDefault(locale, List.of())
                .forEach(said -> lessons.add(new Example(concrete(persona, said, locale), intent))));
    }

    private static String concrete(Persona persona, String said, String locale) {
        return ENTITY.matcher(said).replaceAll(place -> {
            var kind = persona.entities().get(place.group(1));
            return Matcher.quoteReplacement(kind == null ? place.group(1) : sample(kind, locale));
        });
    }

    private static String sample(EntityKind kind, String locale) {
        return switch (kind) {
            case EntityKind.Pattern(var regex, var example) -> example;
            case EntityKind.Values(var values, var called) ->
                called.entrySet().stream()
                        .min(Map.Entry.comparingByKey())
                        .map(first -> first.getValue().in(locale))
                        .orElse("");
            case EntityKind.BuiltIn(var builtIn) -> SAMPLES.getOrDefault(builtIn, builtIn);
        };
    }
}
