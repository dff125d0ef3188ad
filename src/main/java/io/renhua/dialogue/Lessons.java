package io.renhua.dialogue;

import io.renhua.nlu.Example;
import io.renhua.persona.EntityKind;
import io.renhua.persona.Persona;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The examples that a persona learns from: everything its script says people say and do not mean, with values put in,
 * each time others, so that a sentence is learnt and not the one value in it.
 */
public final class Lessons {
    private static final Pattern ENTITY = Pattern.compile("\\{([A-Za-z]\\w*)}");
    private static final int VALUES = 3;

    private final Persona persona;
    private final List<String> locales;
    private final List<Example> examples = new ArrayList<>();
    private int turned;

    private Lessons(Persona persona, List<String> locales) {
        this.persona = persona;
        this.locales = List.copyOf(locales);
    }

    static List<Example> of(Persona persona) {
        return of(persona, persona.locales().offered());
    }

    /** What it learns in these of its locales. */
    public static List<Example> of(Persona persona, List<String> locales) {
        var lessons = new Lessons(persona, locales);
        for (var line : persona.lines().values()) {
            lessons.add(line.id(), line.asks(), Example::new);
            lessons.add(line.id(), line.not(), Example::not);
        }
        lessons.add(Meant.PERSON, persona.handoff().explicit(), Example::new);
        return List.copyOf(lessons.examples);
    }

    /** The entities that some example has a place for; but almost any words could be a name. */
    static Map<String, EntityKind> placed(Persona persona) {
        var placed = new TreeMap<>(persona.entities());
        var sentences = Stream.concat(
                        persona.lines().values().stream().flatMap(line -> line.asks().values().stream()),
                        persona.handoff().explicit().values().stream())
                .flatMap(Collection::stream)
                .toList();
        placed.keySet().removeIf(name -> sentences.stream().noneMatch(said -> said.contains("{" + name + "}")));
        placed.values().removeIf(kind -> kind.equals(new EntityKind.BuiltIn("person")));
        return placed;
    }

    private void add(String intent, Map<String, List<String>> byLocale, BiFunction<String, String, Example> example) {
        for (var locale : locales) {
            for (var said : byLocale.getOrDefault(locale, List.of())) {
                concrete(said, locale).forEach(words -> examples.add(example.apply(words, intent)));
            }
        }
    }

    private Set<String> concrete(String said, String locale) {
        if (!ENTITY.matcher(said).find()) {
            return Set.of(said);
        }
        var all = new LinkedHashSet<String>();
        for (int i = 0; i < VALUES; i++) {
            int turn = turned++;
            all.add(ENTITY.matcher(said)
                    .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), locale, turn))));
        }
        return all;
    }

    private String value(String name, String locale, int turn) {
        var kind = persona.entities().get(name);
        var samples = kind == null ? List.of(name) : Samples.of(kind, locale);
        return samples.get(turn % samples.size());
    }
}
