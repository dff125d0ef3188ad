package io.renhua.why;

import io.renhua.dialogue.Choosing;
import io.renhua.dialogue.Choosing.PassedOver;
import io.renhua.dialogue.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An explanation in words that whoever writes scripts reads, a paragraph for each thing that was looked at. */
public final class Prose {
    private final Tongue tongue;
    private final Causes causes;
    private final Readings readings;
    private final Hindrances hindrances;

    /** @param locale of whoever reads it: English or Chinese in either script */
    public Prose(String locale) {
        tongue = Tongue.of(locale);
        causes = new Causes(tongue);
        readings = new Readings(tongue);
        hindrances = new Hindrances(tongue);
    }

    /**
     * What there is to say of one thing.
     *
     * @param title what it is about
     */
    public record Paragraph(String title, List<String> sentences) {
        public Paragraph {
            sentences = List.copyOf(sentences);
        }
    }

    public List<Paragraph> of(Explanation explanation) {
        var paragraphs = new ArrayList<Paragraph>();
        var trace = explanation.trace();
        if (!explanation.heard().isEmpty()) {
            paragraphs.add(heard(explanation.heard()));
        }
        if (explanation.isMissed()) {
            paragraphs.addAll(missed(explanation));
        } else if (trace == null) {
            paragraphs.add(paragraph("Why", "原因", tongue.say("it was said before such was noted", "說這句的時候，還沒有記下原因")));
        } else {
            paragraphs.addAll(of(trace, explanation.source(), explanation.script()));
        }
        boolean isGone = trace != null && explanation.script() == null;
        paragraphs.add(paragraph(
                "Version",
                "版本",
                explanation.persona() + " " + explanation.version()
                        + (isGone
                                ? tongue.beside(tongue.say(
                                        "what it held is not kept any more, so no sentence of it can be shown",
                                        "這個版本的內容已經不留了，所以看不到裡面的句子"))
                                : "")));
        return List.copyOf(paragraphs);
    }

    /** What it is about, in one line. */
    public String heading(Explanation explanation) {
        return explanation.isMissed()
                ? tongue.say("Not understood", "沒聽懂")
                : tongue.say("Said: ", "說了：") + line(explanation.said());
    }

    private List<Paragraph> missed(Explanation explanation) {
        var paragraphs = new ArrayList<Paragraph>();
        var trace = explanation.trace();
        if (trace == null || trace.reading() == null) {
            paragraphs.add(paragraph("Why", "原因", tongue.say("it was heard before such was noted", "聽到這句的時候，還沒有記下原因")));
        } else {
            understood(trace, explanation.script(), paragraphs);
            paragraphs.add(paragraph("Because", "因為", causes.of(trace.reason(), "")));
        }
        paragraphs.add(paragraph(
                "Said to it",
                "回了什麼",
                explanation.said().isEmpty()
                        ? tongue.say("nothing", "什麼都沒說")
                        : tongue.quoted(line(explanation.said()))));
        return paragraphs;
    }

    private static String line(String words) {
        return words.replaceAll("\\s*\\n\\s*", " / ");
    }

    /** @param script null where the version that spoke is not to be had */
    public List<Paragraph> of(Trace trace, String source, Explanation.@Nullable InScript script) {
        var paragraphs = new ArrayList<Paragraph>();
        understood(trace, script, paragraphs);
        paragraphs.add(paragraph("Because", "因為", causes.of(trace.reason(), source)));
        paragraphs.add(paragraph("Said from", "出自", from(source, trace, script)));
        var choosing = trace.choosing();
        if (choosing != null) {
            facts(choosing, paragraphs);
            others(choosing, script, paragraphs);
        }
        if (trace.cut() != null) {
            paragraphs.add(paragraph("Shortened", "縮短", cut(trace.cut())));
        }
        if (!trace.held().isEmpty()) {
            paragraphs.add(paragraph("Held back", "攔下", held(trace.held())));
        }
        return paragraphs;
    }

    private void understood(Trace trace, Explanation.@Nullable InScript script, List<Paragraph> paragraphs) {
        if (trace.reading() != null && readings.matters(trace)) {
            paragraphs.add(paragraph("Understood as", "理解成", readings.of(trace.reading())));
        }
        if (script != null && script.nearest() != null) {
            var nearest = script.nearest();
            paragraphs.add(paragraph(
                    "Nearest example", "最像的例句", tongue.quoted(nearest.words()) + tongue.beside(nearest.place())));
        }
    }

    private Paragraph heard(List<String> bubbles) {
        var words = String.join(" / ", bubbles);
        return paragraph(
                "Heard",
                "聽到",
                bubbles.size() == 1
                        ? words
                        : words
                                + tongue.beside(tongue.say(
                                        bubbles.size() + " bubbles, read as one", bubbles.size() + " 個氣泡，當成一句讀")));
    }

    private String from(String source, Trace trace, Explanation.@Nullable InScript script) {
        var place = script == null ? null : script.place();
        var choosing = trace.choosing();
        var number = choosing == null ? "" : tongue.say(", ", "，") + variant(choosing.taken()) + of(choosing);
        return source + number + (place == null ? "" : tongue.beside(place));
    }

    private String of(Choosing choosing) {
        int all = choosing.others().size() + 1;
        return tongue.say(" of " + all, "，共 " + all + " 種");
    }

    private String variant(int place) {
        return tongue.say("variant " + (place + 1), "第 " + (place + 1) + " 種說法");
    }

    private void facts(Choosing choosing, List<Paragraph> paragraphs) {
        var known = choosing.facts().entrySet().stream()
                .map(fact -> hindrances.fact(fact.getKey(), fact.getValue()))
                .toList();
        if (!known.isEmpty()) {
            paragraphs.add(
                    new Paragraph(title("What was known", "當時知道"), List.of(String.join(tongue.say(", ", "、"), known))));
        }
    }

    private void others(Choosing choosing, Explanation.@Nullable InScript script, List<Paragraph> paragraphs) {
        if (!choosing.others().isEmpty()) {
            paragraphs.add(new Paragraph(
                    title("Not taken", "沒選的說法"),
                    choosing.others().stream()
                            .map(other -> other(other, choosing, script))
                            .toList()));
        }
    }

    private String other(PassedOver other, Choosing choosing, Explanation.@Nullable InScript script) {
        var why = hindrances.of(other.by(), choosing);
        var way = script == null || other.variant() >= script.ways().size()
                ? null
                : script.ways().get(other.variant());
        return way == null
                ? variant(other.variant()) + tongue.say(": ", "：") + why
                : variant(other.variant())
                        + tongue.say(" ", "")
                        + tongue.quoted(brief(way.words()))
                        + tongue.say(": ", "：")
                        + why
                        + tongue.beside(way.place());
    }

    private static String brief(String words) {
        var line = line(words);
        int end = line.offsetByCodePoints(0, Math.min(24, line.codePointCount(0, line.length())));
        return end == line.length() ? line : line.substring(0, end) + "…";
    }

    private String cut(Trace.Cut cut) {
        var how = cut.shorter()
                ? tongue.say("the script's shorter words were said", "說的是腳本裡較短的那句")
                : tongue.say("only whole sentences that fit were said", "只說放得下的完整句子");
        var both = cut.shorter() && !cut.whole()
                ? how + tongue.say(", and of them only the sentences that fit", "，而且只說放得下的句子")
                : how;
        return both
                + tongue.say(
                        ": " + cut.characters() + " characters became " + cut.left() + ", since there is room for "
                                + cut.room() + " here",
                        "：原來 " + cut.characters() + " 字，剩 " + cut.left() + " 字，這裡最多放 " + cut.room() + " 字");
    }

    private String held(List<String> rules) {
        var named =
                String.join(", ", rules.stream().filter(rule -> !rule.isEmpty()).toList());
        return named.isEmpty()
                ? tongue.say("the words could not be judged, so safe words were said", "無法檢查這句話，所以改說安全的話")
                : tongue.say(
                        "rule " + named + " forbids the words, so safe words were said",
                        "規則 " + named + " 不許這樣說，所以改說安全的話");
    }

    private Paragraph paragraph(String english, String traditional, String sentence) {
        return new Paragraph(title(english, traditional), List.of(sentence));
    }

    private String title(String english, String traditional) {
        return tongue.say(english, traditional);
    }
}
