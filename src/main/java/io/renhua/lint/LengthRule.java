package io.renhua.lint;

import io.renhua.message.Screen;
import io.renhua.persona.Placeholder;
import io.renhua.persona.Tone;
import io.renhua.text.Measure;
import io.renhua.text.Sentences;
import io.renhua.text.Wording;
import java.util.Map;
import java.util.regex.Pattern;

/** T1, T2: bubbles, replies and sentences short enough to be read while walking. */
final class LengthRule implements SpeechRule {
    private static final Pattern SENTENCE_END = Pattern.compile("[。！？!?；;\\n]|\\.(?=\\s|$)");
    private static final String BLANKS = " \t\n\u000B\f\r";
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    private final Tone.Lengths lengths;

    LengthRule(Tone.Lengths lengths) {
        this.lengths = lengths;
    }

    @Override
    public void judge(Utterance said, Findings findings) {
        if (said.isSaid() && !said.topic().equals("disclosure")) { // that is as long as the law needs it
            reply(said, findings);
            sentences(said, lengths.sentence(), findings);
        }
    }

    private void reply(Utterance said, Findings findings) {
        var why = tooLong(said);
        if (!why.isEmpty() && !said.hasShorter()) {
            findings.error(said, Rule.T1, why, shorter(said));
        }
    }

    /** As much of its beginning as a bubble takes, where that is a sentence or more. */
    private CharSequence shorter(Utterance said) {
        int limit = Math.min(limit(lengths.bubble(), said), limit(lengths.reply(), said));
        var fits = new StringBuilder();
        for (var sentence :
                Sentences.of(said.bubbles().isEmpty() ? "" : said.bubbles().getFirst())) {
            if (size(fits + sentence, said) > limit) {
                break;
            }
            fits.append(sentence);
        }
        return fits.isEmpty()
                ? Wording.of("short: with the same in fewer words")
                : "short: " + fits.toString().strip();
    }

    private Wording tooLong(Utterance said) {
        var bubbles = said.bubbles();
        int bubble = limit(lengths.bubble(), said);
        int reply = limit(lengths.reply(), said);
        int longest = bubbles.stream().mapToInt(each -> size(each, said)).max().orElse(0);
        int all = bubbles.stream().mapToInt(each -> size(each, said)).sum();
        if (longest > bubble) {
            return Wording.of("a bubble of %s characters, the limit is %s", longest, bubble);
        }
        if (all > reply) {
            return Wording.of("a reply of %s characters, the limit is %s", all, reply);
        }
        int screens = Measure.screens(
                bubbles.stream().map(Placeholder::filled).toList(), Screen.USUAL.characters(), Screen.USUAL.lines());
        if (screens > lengths.screens()) {
            return Wording.of("a reply of %s screens, the limit is %s", screens, lengths.screens());
        }
        return bubbles.size() > lengths.bubbles()
                ? Wording.of("%s bubbles at once, the limit is %s", bubbles.size(), lengths.bubbles())
                : Wording.NONE;
    }

    private static void sentences(Utterance said, Map<String, Integer> limits, Findings findings) {
        int limit = limit(limits, said);
        for (var sentence : SENTENCE_END.split(said.text(), -1)) {
            var filled = Placeholder.filled(sentence);
            int length = said.isChinese() ? size(filled, said) : words(filled);
            if (length > limit) {
                var why = said.isChinese()
                        ? Wording.of("a sentence of %s characters, the limit is %s", length, limit)
                        : Wording.of("a sentence of %s words, the limit is %s", length, limit);
                var instead = Redraft.inTwo(sentence, said.text())
                        .map(Wording::of)
                        .orElse(Wording.of("two sentences for \"%s\"", sentence.strip()));
                findings.warn(said, Rule.T2, why, instead);
                return;
            }
        }
    }

    private static int limit(Map<String, Integer> limits, Utterance said) {
        return limits.getOrDefault(said.language(), NO_LIMIT);
    }

    private static int size(String text, Utterance said) {
        var filled = Placeholder.filled(text).codePoints();
        return (int) (said.isChinese() ? filled.filter(each -> BLANKS.indexOf(each) < 0) : filled).count();
    }

    private static int words(String sentence) {
        return sentence.isBlank() ? 0 : sentence.strip().split("\\s+", -1).length;
    }
}
