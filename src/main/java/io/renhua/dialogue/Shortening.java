package io.renhua.dialogue;

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
 */
record Shortening(int bubble, int reply, int bubbles, int screens) {
    private static final int POST = 140;
    private static final String MORE = "…";

    /** @param reserved units that something else takes in the last bubble */
    static Shortening on(String platform, int textLength, int reserved, Tone.Lengths lengths) {
        int reply = platform.equals("weibo") ? POST : Integer.MAX_VALUE;
        return new Shortening(
                Math.max(1, textLength - reserved), reply, Math.max(1, lengths.bubbles()), lengths.screens());
    }

    /** @param shorter empty where the script has none */
    Fitted fit(List<String> text, List<String> shorter) {
        if (fits(text)) {
            return new Fitted(text, null);
        }
        boolean whole = !shorter.isEmpty() && fits(shorter);
        var fitted = whole ? shorter : cut(shorter.isEmpty() ? text : shorter);
        var room = Math.min(bubble, reply);
        return new Fitted(fitted, new Trace.Cut(!shorter.isEmpty(), whole, length(text), length(fitted), room));
    }

    /** @param cut how; null where they are said as they are */
    record Fitted(List<String> texts, Trace.@Nullable Cut cut) {}

    private boolean fits(List<String> text) {
        return text.stream().allMatch(each -> each.length() <= bubble)
                && length(text) <= reply
                && Measure.screens(text) <= screens;
    }

    private static int length(List<String> text) {
        return text.stream().mapToInt(Measure::graphemes).sum();
    }

    private List<String> cut(List<String> text) {
        var cut = new ArrayList<String>();
        int left = reply;
        for (var sentence : text.stream()
                .flatMap(each -> Sentences.of(each + "\n").stream())
                .toList()) {
            int length = Measure.graphemes(sentence.strip());
            boolean joins = !cut.isEmpty() && (cut.getLast() + sentence).strip().length() <= bubble;
            if (length > left || sentence.strip().length() > bubble || (!joins && cut.size() == bubbles)) {
                break;
            }
            var before = List.copyOf(cut);
            cut.add(joins ? cut.removeLast() + sentence : sentence);
            if (Measure.screens(cut) > screens) {
                cut = new ArrayList<>(before);
                break;
            }
            left -= length;
        }
        return cut.isEmpty()
                ? List.of(wordsOf(text.getFirst()))
                : cut.stream().map(Shortening::tidy).toList();
    }

    /** Not even a sentence fits: whole words, and a sign that there is more. */
    private String wordsOf(String text) {
        int room = Math.min(bubble, reply) - MORE.length();
        var words = Measure.wordsWithin(text, room);
        return words.isEmpty() ? MORE : words + MORE;
    }

    private static String tidy(String bubble) {
        return bubble.strip().replaceAll("\\s*\\n\\s*", "\n");
    }
}
