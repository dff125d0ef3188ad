package io.renhua.persona;

import io.renhua.persona.YamlNode.Entries;
import io.renhua.persona.YamlNode.Items;
import io.renhua.persona.YamlNode.Text;
import io.renhua.text.Han;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings a text together from the default files, inline maps of locales, and each locale's own files. */
final class Translations {
    private final Locales locales;
    private final Map<String, String> derive;
    private final Gaps gaps;
    private final Problems problems;
    private final Map<String, Phrase> phrases = new LinkedHashMap<>();
    private final Set<YamlNode> taken = Collections.newSetFromMap(new IdentityHashMap<>());

    Translations(Locales locales, Map<String, String> derive, Gaps gaps, Problems problems) {
        this.locales = locales;
        this.derive = derive;
        this.gaps = gaps;
        this.problems = problems;
    }

    Locales locales() {
        return locales;
    }

    /** Whether a locale's file gave words that some text asked for. */
    boolean took(YamlNode node) {
        return taken.contains(node);
    }

    /** A text in every offered locale. */
    Words words(ScriptNode node, CharSequence whyRequired) {
        var written = new LinkedHashMap<String, String>();
        written(node)
                .forEach((locale, words) -> text(node, locale, words).ifPresent(text -> written.put(locale, text)));
        var standard = written.get(locales.standard());
        if (standard == null) {
            if (!node.present()) {
                node.missing("S1", whyRequired, "the words");
            } else if (written.isEmpty() || node.isMap()) {
                node.missing(
                        "S1",
                        Wording.of("there are no words in %s", locales.standard()),
                        Wording.of("the words in %s", locales.standard()));
            }
            return standIn();
        }
        var own = Set.copyOf(written.keySet());
        locales.offered().forEach(locale -> written.computeIfAbsent(locale, wanted -> filled(node, wanted, written)));
        note(node.path(), node.place(), written, own);
        return new Words(written);
    }

    /** A list of sentences in each offered locale; empty where there is none. */
    Map<String, List<String>> lists(ScriptNode node) {
        var lists = new LinkedHashMap<String, List<String>>();
        written(node).forEach((locale, words) -> lists.put(locale, sentences(node, locale, words)));
        for (var locale : locales.offered()) {
            var source = lists.get(derive.getOrDefault(locale, ""));
            if (!lists.containsKey(locale) && source != null) {
                lists.put(
                        locale,
                        source.stream().map(each -> converted(each, locale)).toList());
            }
            lists.putIfAbsent(locale, List.of());
        }
        noteSentences(node, lists);
        return lists;
    }

    /** Every text that was asked for so far. */
    Phrases phrases() {
        return new Phrases(locales, List.copyOf(phrases.values()));
    }

    private void note(String path, Place place, Map<String, String> words, Set<String> written) {
        var derived = locales.offered().stream()
                .filter(locale -> !written.contains(locale) && written.contains(derive.getOrDefault(locale, "")))
                .collect(Collectors.toSet());
        phrases.putIfAbsent(path, new Phrase(path, place, words, written, derived));
    }

    /** A language with sentences of its own has others, and more or fewer: they answer to each other as a whole. */
    private void noteSentences(ScriptNode node, Map<String, List<String>> lists) {
        var written = new HashSet<>(node.siblings().keySet());
        written.addAll(node.isMap() ? YamlNode.entries(node.own()).keySet() : Set.of(locales.standard()));
        var sentences = lists.getOrDefault(locales.standard(), List.of());
        for (int i = 0; i < sentences.size(); i++) {
            var words = new LinkedHashMap<String, String>();
            for (var locale : locales.offered()) {
                var there = lists.getOrDefault(locale, List.of());
                words.put(locale, i < there.size() ? there.get(i) : sentences.get(i));
            }
            note(node.path() + "[" + i + "]", node.place(), words, written);
        }
    }

    /** Whether this is words by locale, rather than a map with keys of its own. */
    boolean isWordsByLocale(@Nullable YamlNode node) {
        return YamlNode.entries(node).keySet().stream().anyMatch(locales.offered()::contains);
    }

    /** A locale's list that answers to another one must be as long. */
    void compareCounts(ScriptNode node, int count) {
        node.siblings().forEach((locale, sibling) -> {
            if (sibling instanceof Items(var nodes, var place) && nodes.size() != count) {
                gaps.excuse(node.path(), locale);
                problems.missing(
                        place,
                        "S1",
                        Wording.of("there are %s entries here and %s in %s", nodes.size(), count, node.place()),
                        Wording.of("one entry for each of %s", node.place().file()));
            }
        });
    }

    private Map<String, YamlNode> written(ScriptNode node) {
        var written = new LinkedHashMap<String, YamlNode>();
        var own = node.own();
        if (own instanceof Entries map) {
            map.entries().forEach((locale, entry) -> {
                if (locales.offered().contains(locale)) {
                    written.put(locale, entry.value());
                } else {
                    notALocale(locale, entry);
                }
            });
        } else if (own != null && node.present()) {
            written.put(locales.standard(), own);
        }
        node.siblings().forEach((locale, sibling) -> add(written, locale, sibling));
        return written;
    }

    private void add(Map<String, YamlNode> written, String locale, YamlNode sibling) {
        taken.add(sibling);
        taken.addAll(YamlNode.nodes(sibling));
        var first = written.putIfAbsent(locale, sibling);
        if (first != null) {
            problems.error(
                    sibling.place(),
                    "S1",
                    Wording.of("these words stand in %s too", first.place()),
                    "them in one place only");
        }
    }

    private void notALocale(String name, YamlNode.Entry entry) {
        if (YamlNode.isEmptyText(entry.value())) {
            var why = name.matches("[\\w.|-]+")
                    ? Wording.of("{%s} at the start of a text makes YAML read a map", name)
                    : Wording.of("a comma between braces ends the text before it, so that this is a key: %s", name);
            problems.error(entry.key(), "S1", why, "\"…\" around the whole text");
        } else {
            var why = Wording.of("%s is not one of the locales that this persona offers", name);
            problems.error(entry.key(), "S1", why, Nearest.advice(name, locales.offered()));
        }
    }

    private Optional<String> text(ScriptNode node, String locale, YamlNode words) {
        if (words instanceof Text(var value, var place)) {
            node.script().places().put(node.path() + "@" + locale, place);
            warnOfDash(value, place);
            return value.isBlank() ? Optional.empty() : Optional.of(value.strip());
        }
        problems.error(words.place(), "S1", "a text is expected here", "one text, in quotes if it starts with { or [");
        return Optional.empty();
    }

    private List<String> sentences(ScriptNode node, String locale, YamlNode words) {
        var nodes = words instanceof Items ? YamlNode.nodes(words) : List.of(words);
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof Text(var value, var place) && !value.isBlank()) {
                var at = node.path() + "[" + i + "]";
                node.script().places().put(locale.equals(locales.standard()) ? at : at + "@" + locale, place);
                warnOfDash(value, place);
                sentences.add(value.strip());
            } else {
                problems.error(nodes.get(i).place(), "S1", "a sentence is expected here", "one sentence, in quotes");
            }
        }
        return sentences;
    }

    /** {@code -嗨} is no entry of a list, and YAML makes one text of all such lines. */
    private void warnOfDash(String text, Place place) {
        if (text.matches("(?s)-[^\\s0-9].*")) {
            problems.warn(place, "S1", "a - without a space behind it is part of the text", "- and a space");
        }
    }

    private String filled(ScriptNode node, String locale, Map<String, String> written) {
        var standard = written.getOrDefault(locales.standard(), "");
        if (speaksNoLanguage(standard)) {
            return standard;
        }
        var script =
                Locales.wider(locale).map(written::get).filter(Objects::nonNull).findFirst();
        if (script.isPresent()) {
            return script.get();
        }
        var source = written.get(derive.getOrDefault(locale, ""));
        if (source == null) {
            gaps.missing(node, locale);
            return standard;
        }
        gaps.derived(node, locale);
        return converted(source, locale);
    }

    /** 'AI', '{order_no}', '3.5' or a name of the script such as 'flavour.osmanthus' are the same everywhere. */
    private static boolean speaksNoLanguage(String text) {
        return text.matches("[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*")
                || text.replaceAll("\\{[^}]*}", "")
                        .codePoints()
                        .noneMatch(c -> Han.isHan(c) || Character.isLowerCase(c));
    }

    /** Something to go on with where words are missing, which is noted already. */
    Words standIn() {
        var words = new LinkedHashMap<String, String>();
        locales.offered().forEach(locale -> words.put(locale, "…"));
        return new Words(words);
    }

    private static String converted(String text, String locale) {
        return locale.contains("Hans") ? Han.simplified(text) : Han.traditional(text);
    }
}
