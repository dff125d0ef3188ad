package io.renhua.lint;

import io.renhua.persona.EntityKind;
import io.renhua.persona.Persona;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An example sentence as somebody would say it, a value in each place that is left for one.
 *
 * @param path of its list; the index is its position in it
 */
record Sample(String line, String path, int index, String locale, String words) {
    private static final String PERSON = "handoff.explicit";
    private static final Pattern ENTITY = Pattern.compile("\\{(\\w+)}");

    static List<Sample> of(Persona persona) {
        var samples = new ArrayList<Sample>();
        persona.lines()
                .values()
                .forEach(line -> add(samples, line.id(), Utterance.path(line) + ".asks", line.asks(), persona));
        add(samples, PERSON, PERSON + ".asks", persona.handoff().explicit(), persona);
        return samples;
    }

    /** What the lines refuse, said likewise. */
    static List<Sample> refused(Persona persona) {
        var samples = new ArrayList<Sample>();
        persona.lines()
                .values()
                .forEach(line -> add(samples, line.id(), Utterance.path(line) + ".not", line.not(), persona));
        return samples;
    }

    private static void add(
            List<Sample> samples, String line, String path, Map<String, List<String>> asks, Persona persona) {
        for (var locale : persona.locales().offered()) {
            var sentences = asks.getOrDefault(locale, List.of());
            for (int i = 0; i < sentences.size(); i++) {
                samples.add(new Sample(line, path, i, locale, said(sentences.get(i), locale, persona)));
            }
        }
    }

    private static String said(String sentence, String locale, Persona persona) {
        return ENTITY.matcher(sentence).replaceAll(place -> {
            var kind = persona.entities().get(place.group(1));
            return Matcher.quoteReplacement(
                    switch (kind) {
                        case EntityKind.Pattern(var _, var example) -> example;
                        case EntityKind.Values(var _, var called) ->
                            called.values().iterator().next().in(locale);
                        case EntityKind.BuiltIn _ -> place.group(1);
                        case null -> place.group(1);
                    });
        });
    }
}
