package io.renhua.lint;

import io.renhua.persona.Persona;
import io.renhua.persona.Placeholder;
import io.renhua.text.Sentences;
import java.util.List;
import java.util.Optional;

/** T11: what all texts of a language sound like together, beside what the sliders say. */
final class SoundRule implements LintRule {
    private static final int ENOUGH = 10;
    private static final int LOW = 1;
    private static final int HIGH = 3;
    private static final double LOUD = 0.1;
    private static final double LONG = 0.75;

    @Override
    public void judge(Persona persona, Findings findings) {
        var all = Utterance.of(persona);
        for (var locale : persona.locales().offered()) {
            var texts =
                    all.stream().filter(said -> said.locale().equals(locale)).toList();
            if (texts.size() >= ENOUGH) {
                Sound.of(texts)
                        .against(persona)
                        .ifPresent(why -> findings.inform("tone.sliders", locale, Rule.T11, why));
            }
        }
    }

    /** @param loud the share of sentences that end in an exclamation mark */
    private record Sound(int perSentence, int perReply, double loud, boolean chinese) {

        static Sound of(List<Utterance> texts) {
            var sentences = texts.stream()
                    .flatMap(said -> Sentences.of(Placeholder.filled(said.text())).stream())
                    .toList();
            boolean chinese = texts.getFirst().isChinese();
            int size = sentences.stream()
                    .mapToInt(sentence -> size(sentence, chinese))
                    .sum();
            long loud = sentences.stream()
                    .filter(each -> each.matches("(?s).*[!！]\\s*"))
                    .count();
            return new Sound(size / sentences.size(), size / texts.size(), (double) loud / sentences.size(), chinese);
        }

        Optional<String> against(Persona persona) {
            int lively = persona.tone().sliders().getOrDefault("enthusiastic", 2);
            int casual = persona.tone().sliders().getOrDefault("casual", 2);
            int limit = persona.tone().lengths().sentence().getOrDefault(chinese ? "zh" : "en", Integer.MAX_VALUE);
            if (lively <= LOW && loud > LOUD) {
                return Optional.of(measured() + ": loud for enthusiastic " + lively);
            }
            return casual >= HIGH && perSentence > limit * LONG
                    ? Optional.of(measured() + ": long for casual " + casual)
                    : Optional.empty();
        }

        private String measured() {
            var unit = chinese ? " characters" : " words";
            return perSentence + unit + " a sentence, " + perReply + " a reply, " + Math.round(loud * 100)
                    + " % of sentences exclaim";
        }

        private static int size(String sentence, boolean chinese) {
            return chinese
                    ? sentence.replaceAll("\\s", "").length()
                    : sentence.isBlank() ? 0 : sentence.strip().split("\\s+", -1).length;
        }
    }
}
