package io.renhua.persona;

import io.renhua.persona.YamlNode.Entries;
import io.renhua.persona.YamlNode.Items;
import io.renhua.persona.YamlNode.Text;
import io.renhua.text.Wording;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Locale files hold words only, and only for what the default files have. */
final class LocaleFiles {
    private final Translations translations;
    private final Problems problems;

    LocaleFiles(Script script) {
        this.translations = script.translations();
        this.problems = script.problems();
    }

    void check(Entries script, Map<String, Entries> siblings) {
        var locales = translations.locales();
        siblings.forEach((locale, words) -> {
            if (!locales.offered().contains(locale)) {
                var instead = "locales: offer: [" + locale + ", …]";
                problems.missing(words.place(), "S1", Wording.of("this persona does not offer %s", locale), instead);
            } else if (locale.equals(locales.standard())) {
                problems.error(
                        words.place(),
                        "S1",
                        Wording.of("%s is the default, its words stand above", locale),
                        "no such folder");
            } else {
                entries("", words, script);
            }
        });
    }

    private void entries(String path, Entries words, @Nullable YamlNode script) {
        words.entries().forEach((name, entry) -> {
            var below = path.isEmpty() ? name : path + "." + name;
            if (name.startsWith("x-")) {
                return;
            }
            var known = YamlNode.entries(script);
            var here = known.get(name);
            if (here == null && !translations.took(entry.value()) && !holdsTaken(entry.value())) {
                var why = Wording.of("the default files have no %s%s", below, Nearest.question(name, known.keySet()));
                problems.missing(entry.key(), "S1", why, Nearest.advice(name, known.keySet()));
            } else {
                node(below, entry.value(), here == null ? script : here.value(), entry.key());
            }
        });
    }

    private void node(String path, YamlNode words, @Nullable YamlNode script, Place place) {
        if (translations.took(words) || repeats(words, script)) {
            return;
        }
        switch (words) {
            case Entries entries -> entries(path, entries, script);
            case Items items -> {
                var all = YamlNode.nodes(script);
                for (int i = 0; i < Math.min(items.nodes().size(), all.size()); i++) {
                    var item = items.nodes().get(i);
                    node(path + "[" + i + "]", item, all.get(i), item.place());
                }
            }
            case Text ignored ->
                problems.missing(
                        place,
                        "S1",
                        Wording.of("%s holds no words to translate", path),
                        "it in the default files only");
        }
    }

    /** Saying the same as the default files does no harm, and helps to find one's way. */
    private static boolean repeats(YamlNode words, @Nullable YamlNode script) {
        boolean same = words instanceof Text one
                && script instanceof Text other
                && one.value().equals(other.value());
        return same || YamlNode.isEmptyText(words);
    }

    private boolean holdsTaken(YamlNode node) {
        return switch (node) {
            case Text text -> translations.took(text);
            case Items items ->
                translations.took(node) || items.nodes().stream().anyMatch(this::holdsTaken);
            case Entries map ->
                translations.took(node) || map.entries().values().stream().anyMatch(entry -> holdsTaken(entry.value()));
        };
    }
}
