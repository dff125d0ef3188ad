package io.renhua.lint;

import io.renhua.persona.PackSearch;
import io.renhua.persona.Persona;
import io.renhua.persona.Tone;
import io.renhua.text.Wording;
import java.util.List;
import java.util.regex.Pattern;

/** T5: words this persona does not use, with the ones it does. */
final class AvoidedWordRule implements SpeechRule {
    private static final String PACK = "pack:";

    /** Packs that rules of their own look into, named by tone or not. */
    private static final Pattern OF_THE_LAW =
            Pattern.compile("pack:(zh-absolute|rival-names|promises|.*-(health|finance)-(claims|goods)|.*-sensitive)");

    private final Tone.WordRules words;
    private final List<PackSearch> packs;

    AvoidedWordRule(Persona persona) {
        this.words = persona.tone().words();
        this.packs = packs(persona);
    }

    @Override
    public void judge(Utterance said, Findings findings) {
        words.prefer().forEach((word, better) -> {
            if (WordSearch.finds(word, said.text())) {
                findings.warn(said, Rule.T5, Wording.of("we do not say %s", word), better);
            }
        });
        words.avoid().stream()
                .filter(word -> WordSearch.finds(word, said.text()))
                .forEach(word -> findings.warn(said, Rule.T5, Wording.of("we avoid %s", word), without(word, said)));
        words.never().stream()
                .filter(word -> !word.startsWith(PACK) && WordSearch.finds(word, said.text()))
                .forEach(
                        word -> findings.warn(said, Rule.T5, Wording.of("we never say %s", word), without(word, said)));
        packs.forEach(pack -> pack.in(said.text())
                .forEach(word ->
                        findings.warn(said, Rule.T5, Wording.of("we never say %s", word), without(word, said))));
    }

    private static Wording without(String word, Utterance said) {
        return Redraft.withoutWord(word, said.text()).map(Wording::of).orElse(Wording.of("it without %s", word));
    }

    private static List<PackSearch> packs(Persona persona) {
        return persona.tone().words().never().stream()
                .filter(word ->
                        word.startsWith(PACK) && !OF_THE_LAW.matcher(word).matches())
                .map(word -> PackSearch.named(word.substring(PACK.length()), persona.packs()))
                .toList();
    }
}
