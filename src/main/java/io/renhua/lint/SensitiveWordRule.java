package io.renhua.lint;

import io.renhua.persona.PackSearch;
import io.renhua.persona.Persona;
import io.renhua.text.Wording;
import java.util.List;

/** L11: no word of a sensitive pack in what we say ourselves. */
final class SensitiveWordRule implements SpeechRule {
    private static final String SENSITIVE = "-sensitive";

    private final List<PackSearch> packs;

    SensitiveWordRule(Persona persona) {
        this.packs = persona.packs().values().stream()
                .filter(pack -> pack.id().endsWith(SENSITIVE)
                        || persona.sensitivePacks().contains(pack))
                .map(PackSearch::in)
                .toList();
    }

    @Override
    public void judge(Utterance said, Findings findings) {
        packs.forEach(pack -> {
            var found = pack.in(said.text());
            var instead = Redraft.withoutSentencesOf(found, said.text()).orElse("it in other words");
            found.forEach(word -> findings.warn(said, Rule.L11, Wording.of("%s is a sensitive word", word), instead));
        });
    }
}
