package io.renhua.lint;

import io.renhua.persona.Tone;
import io.renhua.persona.Tone.Address;
import io.renhua.text.Wording;
import java.util.List;

/** T3: people are addressed in one way, and never as what the persona does not call them. */
final class AddressRule implements SpeechRule {
    private final Tone tone;

    AddressRule(Tone tone) {
        this.tone = tone;
    }

    @Override
    public void judge(Utterance said, Findings findings) {
        var address = tone.address().getOrDefault(said.language(), new Address("", List.of()));
        var other = other(address.use());
        if (!other.isEmpty() && said.text().contains(other)) {
            var right = said.text().replace(other, address.use());
            findings.error(said, Rule.T3, Wording.of("people are %s here, not %s", address.use(), other), right);
        }
        var contracted =
                address.contractions() || !said.language().equals("en") ? null : Contractions.first(said.text());
        if (contracted != null) {
            var why = Wording.of("\"%s\" is said too casually here", contracted);
            findings.warn(said, Rule.T3, why, Contractions.writtenOut(said.text()));
        }
        address.never().stream()
                .filter(word -> !word.equals(other) && calls(word, said.text()))
                .forEach(word ->
                        findings.error(said, Rule.T3, Wording.of("people are never called %s", word), address.use()));
    }

    private static String other(String use) {
        return switch (use) {
            case "你" -> "您";
            case "您" -> "你";
            default -> "";
        };
    }

    /** One character is an address only where it stands alone: 親自 and 母親 are none. */
    private static boolean calls(String word, String text) {
        boolean pronoun = word.equals("你") || word.equals("您");
        boolean mayBePart = word.length() == 1 && !pronoun;
        return mayBePart ? WordSearch.findsAlone(word, text) : WordSearch.finds(word, text);
    }
}
