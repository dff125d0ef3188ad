package io.renhua.persona;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a line does time after time: words, a person, or a pause. */
final class EscalationReader {
    private static final String PAUSE = "pause";
    private static final String HANDOFF = "handoff.";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    private final VariantReader variants;
    private final Set<String> reasons;

    EscalationReader(VariantReader variants, Set<String> reasons) {
        this.variants = variants;
        this.reasons = reasons;
    }

    List<Escalation> read(ScriptNode section) {
        return section.items().stream().map(this::step).toList();
    }

    private Escalation step(ScriptNode node) {
        var map = node.orText("text").as(Vocabulary.STEP);
        var says = map.key("text").present() ? variants.words(map, "text") : null;
        var does = map.key("do");
        if (says == null && !does.present()) {
            node.missing("S1", "nothing is said or done at this step", "text: …, do: handoff.negative, or do: pause");
        }
        return new Escalation(says, handsOff(does), pause(map));
    }

    private @Nullable String handsOff(ScriptNode does) {
        var what = does.text("");
        if (what.isEmpty() || what.equals(PAUSE)) {
            return null;
        }
        if (!what.startsWith(HANDOFF)) {
            does.error("S1", "a step can hand off or pause", "do: handoff.negative, or do: pause");
            return null;
        }
        var reason = what.substring(HANDOFF.length());
        if (!reasons.contains(reason)) {
            does.dangling("reason", reason, reasons);
        }
        return reason;
    }

    private static @Nullable Duration pause(ScriptNode map) {
        var length = map.key("for");
        boolean pauses = map.key("do").text("").equals(PAUSE);
        if (pauses != length.present()) {
            map.missing("S1", "a pause says for how long, and nothing else does", "do: pause and for: 1h");
        }
        if (!pauses) {
            return null;
        }
        var pause = Values.duration(length, HOUR);
        if (pause.compareTo(LONGEST) > 0) {
            length.error("S1", "nobody is left without an answer for so long", "at most 7d");
        }
        return pause;
    }
}
