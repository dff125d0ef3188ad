package io.renhua.lint;

import io.renhua.persona.Persona;
import java.util.List;

/** T5: words this persona does not use, with the ones it does. */
final class AvoidedWordRule implements LintRule {
    private static final String PACK = "pack:";

    @Override
    public void judge(Persona persona, Findings findings) {
        var words = persona.tone().words();
        var packs = packs(persona);
        for (var said : Utterance.of(persona)) {
            words.prefer().forEach((word, better) -> {
                if (WordSearch.finds(word, said.text())) {
                    findings.warn(said, "T5", "we do not say " + word, better);
                }
            });
            words.avoid().stream()
                    .filter(word -> WordSearch.finds(word, said.text()))
                    .forEach(word -> findings.warn(said, "T5", "we avoid " + word, "it in plain words"));
            words.never().stream()
                    .filter(word -> !word.startsWith(PACK) && WordSearch.finds(word, said.text()))
                    .forEach(word -> findings.warn(said, "T5", "we never say " + word, "it in other words"));
            packs.forEach(pack -> pack.in(said.text())
                    .forEach(word -> findings.warn(said, "T5", "we never say " + word, "it in other words")));
        }
    }

    private static List<PackSearch> packs(Persona persona) {
        return persona.tone().words().never().stream()
                .filter(word -> word.startsWith(PACK))
                .map(word -> PackSearch.named(word.substring(PACK.length()), persona.packs()))
                .toList();
    }
}
