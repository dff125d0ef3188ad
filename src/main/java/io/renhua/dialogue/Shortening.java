package io.renhua.dialogue;

import io.renhua.message.Limits;
import io.renhua.message.Screen;
import io.renhua.persona.Tone;
import io.renhua.text.Measure;
import io.renhua.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes words fit a channel: as they are, else the script's shorter ones, else as many whole sentences as there is room
 * for.
 *
 * @param bubble the longest bubble, in UTF-16 units
 * @param reply the longest reply, in characters
 * @param bubbles the most bubbles that a cut text may take
 * @param screens the most screens of a phone that a reply may fill
 * @param screen how much such a screen holds
 */
record Shortening(int bubble, int reply, int bubbles, int screens, Screen screen) {
    private static final int POST = 140;
    private static final String MORE = "…";

    /** @param reserved units that something else takes in the last bubble */
    static Shortening on(String platform, Limits limits, int reserved, Tone.Lengths lengths) {
        int reply = platform.equals("weibo") ? POST : Integer.MAX_VALUE;
        return new Shortening(
                Math.max(1, limits.textLength() - reserved),
                reply,
                Math.max(1, lengths.bubbles()),
                lengths.screens(),
                limits.screen());
    }

    /** @param shorter empty where the script has none */
    Fitted fit(List<String> text, List<String> shorter) {
        if (fits(text)) {
            return new Fitted(text, null, List.of());
        }
        boolean whole = !shorter.isEmpty() && fits(shorter);
        var part = whole ? new Part(shorter, List.of()) : cut(shorter.isEmpty() ? text : shorter);
        var room = Math.min(bubble, reply);
        var cut = new Trace.Cut(!shorter.isEmpty(), whole, length(text), length(part.said()), room);
        return new Fitted(part.said(), cut, part.rest());
    }

    /**
     * @param cut how; null where they are said as they are
     * @param rest what there is no room for, a line for each bubble
     */
    record Fitted(List<String> texts, Trace.@Nullable Cut cut, List<String> rest) {}

    private record Part(List<String> said, List<String> rest) {}

    private boolean fits(List<String> text) {
        return text.stream().allMatch(each -> each.length() <= bubble)
                && length(text) <= reply
                && filled(text) <= screens;
    }

    private int filled(List<String> text) {
        return Measure.screens(text, screen.characters(), screen.lines());
    }

    private static int length(List<String> text) {
        return text.stream().mapToInt(Measure::graphemes).sum();
    }

    private Part cut(List<String> text) {
        var sentences = text.stream()
                .flatMap(each -> Sentences.of(each + "\n").stream())
                .toList();
        var said = new ArrayList<String>();
        int left = reply;
        int taken = 0;
        for (; taken < sentences.size(); taken++) {
            var sentence = sentences.get(taken);
            int length = Measure.graphemes(sentence.strip());
            boolean joins =
                    !said.isEmpty() && (said.getLast() + sentence).strip().length() <= bubble;
            if (length > left || sentence.strip().length() > bubble || (!joins && said.size() == bubbles)) {
                break;
            }
            var longer = new ArrayList<>(said);
            longer.add(joins ? longer.removeLast() + sentence : sentence);
            if (filled(longer) > screens) {
                break;
            }
            said = longer;
            left -= length;
        }
        return said.isEmpty()
                ? words(text)
                : new Part(
                        said.stream().map(Shortening::tidy).toList(),
                        lines(sentences.subList(taken, sentences.size())));
    }

    /** Not even a sentence fits: whole words, and a sign that there is more. */
    private Part words(List<String> text) {
        var words = Measure.wordsWithin(text.getFirst(), Math.min(bubble, reply) - MORE.length());
        var rest = new ArrayList<>(text);
        rest.set(0, text.getFirst().substring(words.length()).strip());
        return words.isEmpty() ? new Part(List.of(MORE), List.of()) : new Part(List.of(words + MORE), rest);
    }

    private static List<String> lines(List<String> sentences) {
        return String.join("", sentences)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String tidy(String bubble) {
        return bubble.strip().replaceAll("\\s*\\n\\s*", "\n");
    }
}
