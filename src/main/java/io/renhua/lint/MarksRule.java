package io.renhua.lint;

import io.renhua.persona.Tone;
import io.renhua.text.Measure;
import io.renhua.text.Wording;
import java.util.List;
import java.util.regex.Pattern;

/** T4: emoji, exclamation marks, tildes, dots and particles in the measure that the tone sets. */
final class MarksRule implements SpeechRule {
    private static final Pattern EXCLAIM = Pattern.compile("[!！]");
    private static final Pattern TILDE = Pattern.compile("[~～]");
    private static final Pattern ELLIPSIS = Pattern.compile("…+|\\.{3,}");
    private static final Pattern PARTICLE = Pattern.compile("[喔哦噢呀啦囉啰嘛唷喲哟耶欸嘍喽](?=[\\p{Punct}\\p{IsPunctuation}\\s]|$)");

    /** Asks for the picture where a character has another form too. */
    private static final String AS_EMOJI = "\uFE0F";

    private final Tone tone;

    MarksRule(Tone tone) {
        this.tone = tone;
    }

    @Override
    public void judge(Utterance said, Findings findings) {
        emoji(said, tone.emoji(), findings);
        count(said, EXCLAIM, tone.marks().exclaim(), "%s exclamation marks, the limit is %s", findings);
        count(said, TILDE, tone.marks().tilde(), "%s tildes, the limit is %s", findings);
        count(said, ELLIPSIS, tone.marks().ellipsis(), "%s ellipses, the limit is %s", findings);
        particles(said, tone.marks(), findings);
    }

    private static void emoji(Utterance said, Tone.Emoji rule, Findings findings) {
        var emoji = Measure.emojiIn(said.text());
        var without = emoji.stream().reduce(said.text(), (text, each) -> text.replace(each, ""));
        if (!emoji.isEmpty() && rule.neverIn().contains(said.topic())) {
            findings.error(said, Rule.T4, Wording.of("no emoji in %s", said.topic()), without);
        } else if (emoji.size() > rule.max()) {
            findings.error(said, Rule.T4, Wording.of("%s emoji, the limit is %s", emoji.size(), rule.max()), without);
        } else if (!rule.allow().isEmpty() && !emoji.stream().allMatch(each -> isOurs(each, rule))) {
            findings.error(
                    said,
                    Rule.T4,
                    "this emoji is not one of ours",
                    Wording.of("one of %s", String.join(" ", rule.allow())));
        }
    }

    /** Whether a heart is asked for as an emoji or merely is one makes no difference. */
    private static boolean isOurs(String emoji, Tone.Emoji rule) {
        return rule.allow().stream().anyMatch(each -> bare(each).equals(bare(emoji)));
    }

    private static String bare(String emoji) {
        return emoji.replace(AS_EMOJI, "");
    }

    private static void count(Utterance said, Pattern mark, int most, String why, Findings findings) {
        int count = (int) mark.matcher(said.text()).results().count();
        if (count > most) {
            var instead = mark.matcher(said.text()).replaceAll(said.isChinese() ? "。" : ".");
            findings.error(said, Rule.T4, Wording.of(why, count, most), instead);
        }
    }

    private static void particles(Utterance said, Tone.Marks marks, Findings findings) {
        List<String> particles = PARTICLE.matcher(said.text())
                .results()
                .map(match -> match.group())
                .toList();
        var without = PARTICLE.matcher(said.text()).replaceAll("");
        if (particles.size() > marks.particlesMax()) {
            var why = Wording.of(
                    "%s particles (%s), the limit is %s",
                    particles.size(), String.join(" ", particles), marks.particlesMax());
            findings.error(said, Rule.T4, why, without);
        } else if (!marks.particles().isEmpty() && !marks.particles().containsAll(particles)) {
            var allowed = String.join(" ", marks.particles());
            findings.error(
                    said, Rule.T4, "this particle is not one of ours", Wording.of("one of %s, or none", allowed));
        }
    }
}
