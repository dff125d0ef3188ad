package io.renhua.lint;

import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import io.renhua.text.Fold;
import io.renhua.text.Sentences;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** T10: over half of a line's variants that begin alike sound like one sentence said again. */
final class SameOpeningRule implements LintRule {
    private static final int FEW = 3;
    private static final int CHARACTERS = 3;
    private static final int WORDS = 2;

    @Override
    public void judge(Persona persona, Findings findings) {
        for (var line : persona.lines().values()) {
            if (line.says().size() >= FEW) {
                persona.locales().offered().forEach(locale -> judge(line, locale, findings));
            }
        }
    }

    private static void judge(Line line, String locale, Findings findings) {
        Map<String, List<String>> openings = new TreeMap<>();
        line.says().stream()
                .map(variant -> variant.text().in(locale))
                .forEach(text -> opening(text, locale)
                        .ifPresent(opening -> openings.computeIfAbsent(opening, _ -> new ArrayList<>())
                                .add(text)));
        openings.forEach((opening, alike) -> {
            if (alike.size() * 2 > line.says().size()) {
                var said = new Utterance(Utterance.path(line) + ".says", "lines", locale, "");
                var why = Wording.of(
                        "%s of %s variants begin with \"%s\"",
                        alike.size(), line.says().size(), opening);
                findings.warn(
                        said,
                        Rule.T10,
                        why,
                        Wording.of(
                                "another beginning for \"%s\"", alike.getLast().strip()));
            }
        });
    }

    /** The first words, in small letters and simplified characters; a shorter text is no opening. */
    private static Optional<String> opening(String text, String locale) {
        var first = Sentences.of(text).isEmpty() ? "" : Sentences.of(text).getFirst();
        if (locale.startsWith("zh")) {
            var key = Fold.key(first);
            return key.length() > CHARACTERS ? Optional.of(key.substring(0, CHARACTERS)) : Optional.empty();
        }
        var words = List.of(first.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+$", "")
                .split("[^\\p{L}\\p{N}'’]+", -1));
        return words.size() > WORDS ? Optional.of(String.join(" ", words.subList(0, WORDS))) : Optional.empty();
    }
}
