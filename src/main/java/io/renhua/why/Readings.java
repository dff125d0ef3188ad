package io.renhua.why;

import io.renhua.dialogue.Reason;
import io.renhua.dialogue.Trace;
import io.renhua.nlu.Candidate;
import io.renhua.nlu.Ranking.Bars;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How something was understood, in words. */
final class Readings {
    private static final double WORTH_TELLING = 0.01;

    private final Tongue tongue;

    Readings(Tongue tongue) {
        this.tongue = tongue;
    }

    /** Whether what was understood has to do with what was said. */
    boolean matters(Trace trace) {
        return switch (trace.reason()) {
            case Reason.Pressed pressed -> false;
            case Reason.CameIn cameIn -> false;
            case Reason.CameOf cameOf -> false;
            case Reason.CameBack cameBack -> false;
            case Reason.Machine machine -> false;
            default -> true;
        };
    }

    String of(Trace.Reading reading) {
        if (reading.lines().isEmpty()) {
            return tongue.say("nothing: there were no words to understand", "沒有：這裡沒有可以理解的字");
        }
        var parts = new ArrayList<String>();
        parts.add(trust(reading, reading.lines().getFirst()));
        var next = reading.lines().stream()
                .skip(1)
                .filter(line -> line.confidence() >= WORTH_TELLING)
                .toList();
        if (!next.isEmpty()) {
            parts.add(tongue.say("next: ", "其次：")
                    + next.stream()
                            .map(line -> line.intent() + " " + number(line.confidence()))
                            .collect(Collectors.joining(tongue.say(", ", "、"))));
        }
        if (!reading.values().isEmpty()) {
            parts.add(tongue.say("values in it: ", "裡面的值：") + String.join(tongue.say(", ", "、"), reading.values()));
        }
        if (reading.feeling() != null) {
            parts.add(tongue.say("feeling: ", "情緒：") + reading.feeling());
        }
        return String.join(tongue.say("; ", "；"), parts);
    }

    private String trust(Trace.Reading reading, Candidate first) {
        var score = number(first.confidence());
        var bars = reading.bars();
        return switch (reading.band()) {
            case SURE ->
                tongue.say(
                        first.intent() + ", sure (" + score + sureBar(bars) + ")",
                        first.intent() + "，確定（" + score + sureBar(bars) + "）");
            case LIKELY ->
                tongue.say(
                        first.intent() + ", likely (" + score + bars(bars) + ")",
                        first.intent() + "，可能（" + score + bars(bars) + "）");
            case NO ->
                tongue.say(
                        "nothing; " + first.intent() + " came closest (" + score + bars(bars) + ")",
                        "沒聽懂；最接近的是 " + first.intent() + "（" + score + bars(bars) + "）");
        };
    }

    private String sureBar(@Nullable Bars bars) {
        return bars == null
                ? ""
                : tongue.say("; the bar for sure is " + number(bars.sure()), "；確定的門檻是 " + number(bars.sure()));
    }

    private String bars(@Nullable Bars bars) {
        return bars == null
                ? ""
                : tongue.say(
                        "; sure begins at " + number(bars.sure()) + ", likely at " + number(bars.likely()),
                        "；" + number(bars.sure()) + " 起算確定，" + number(bars.likely()) + " 起算可能");
    }

    private static String number(double share) {
        return String.format(Locale.ROOT, "%.2f", share);
    }
}
