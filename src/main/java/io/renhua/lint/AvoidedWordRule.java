package io.renhua.lint;

import io.renhua.persona.Persona;

/** T5: words this persona does not use, with the ones it does. */
final class AvoidedWordRule implements LintRule {

    @Override
    public void judge(Persona persona, Findings findings) {
        var words = persona.tone().words();
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
                    .filter(word -> !word.startsWith("pack:")) // word packs are judged elsewhere
                    .filter(word -> WordSearch.finds(word, said.text()))
                    .forEach(word -> findings.warn(said, "T5", "we never say " + word, "it in other words"));
        }
    }
}
