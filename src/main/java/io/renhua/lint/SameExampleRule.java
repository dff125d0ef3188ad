package io.renhua.lint;

import io.renhua.persona.Persona;
import io.renhua.persona.Problem.Severity;
import io.renhua.text.Fold;
import io.renhua.text.Wording;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * U2, U5: one sentence has one meaning, whatever its punctuation, width, case or script. Under two lines it helps
 * neither; under one line twice it only fills the page.
 */
final class SameExampleRule implements LintRule {

    @Override
    public void judge(Persona persona, Findings findings) {
        var examples = new Examples(persona.locales().offered(), findings);
        for (var line : persona.lines().values()) {
            examples.add(line.id(), Utterance.path(line) + ".asks", line.asks());
        }
        examples.add(
                "handoff.explicit", "handoff.explicit.asks", persona.handoff().explicit());
        for (var line : persona.lines().values()) {
            examples.refuse(line.id(), Utterance.path(line) + ".not", line.not());
        }
    }

    /** An example and where it stands. */
    private record Sentence(String line, String path, int index, String locale, String words) {
        String key() {
            return Fold.key(words);
        }
    }

    private static final class Examples {
        private final List<String> locales;
        private final Findings findings;
        private final Map<String, Sentence> firstByKey = new HashMap<>();
        private final Map<String, Map<String, Sentence>> ownByLine = new HashMap<>();
        private final Set<List<String>> told = new HashSet<>();

        Examples(List<String> locales, Findings findings) {
            this.locales = locales;
            this.findings = findings;
        }

        void add(String line, String path, Map<String, List<String>> asks) {
            var own = ownByLine.computeIfAbsent(line, _ -> new HashMap<>());
            for (var locale : locales) {
                var here = new HashSet<String>();
                sentences(line, path, locale, asks).forEach(sentence -> {
                    var first = firstByKey.computeIfAbsent(sentence.key(), _ -> sentence);
                    own.putIfAbsent(sentence.key(), sentence);
                    boolean again = !here.add(sentence.key()); // the same in two languages is no doublet
                    if (!first.line().equals(line)) {
                        tell(
                                sentence,
                                Severity.ERROR,
                                Rule.U5,
                                Wording.of("an example of %s too", first.line()),
                                first);
                    } else if (again) {
                        tell(sentence, Severity.WARNING, Rule.U5, Wording.of("an example of %s already", line), first);
                    }
                });
            }
        }

        void refuse(String line, String path, Map<String, List<String>> not) {
            var own = ownByLine.getOrDefault(line, Map.of());
            for (var locale : locales) {
                sentences(line, path, locale, not).forEach(sentence -> {
                    var asked = own.get(sentence.key());
                    if (asked != null) {
                        tell(sentence, Severity.ERROR, Rule.U2, "an example of this very line", asked);
                    }
                });
            }
        }

        private static Stream<Sentence> sentences(
                String line, String path, String locale, Map<String, List<String>> byLocale) {
            var words = byLocale.getOrDefault(locale, List.of());
            return IntStream.range(0, words.size())
                    .mapToObj(i -> new Sentence(line, path, i, locale, words.get(i)))
                    .filter(sentence -> !sentence.key().isEmpty());
        }

        /** What is converted from another locale doubles in both, and is told once. */
        private void tell(Sentence here, Severity severity, Rule rule, CharSequence what, Sentence first) {
            if (told.add(List.of(rule.name(), first.line(), here.line(), here.key()))) {
                var place = findings.placeOf(first.path(), first.index(), first.locale());
                var why = Wording.of("\"%s\" is %s, at %s", here.words(), what, place);
                findings.example(
                        here.path(), here.index(), here.locale(), severity, rule, why, "another sentence, or none");
            }
        }
    }
}
