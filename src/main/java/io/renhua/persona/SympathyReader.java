package io.renhua.persona;

import io.renhua.text.Wording;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the persona does about feelings. */
final class SympathyReader {
    static final List<String> FEELINGS = List.of("angry", "sad", "happy");
    private static final String HUMOUR_OFF = "humour_off";

    private final Set<String> moods;
    private final Set<String> reasons;
    private final Set<String> outreach;

    SympathyReader(Set<String> moods, Names names) {
        this.moods = moods;
        this.reasons = names.reasons();
        this.outreach = names.outreach();
    }

    /** Every feeling, whether the script speaks of it or not. */
    Map<String, Sympathy> read(ScriptNode section) {
        var map = section.as(Vocabulary.FEELINGS);
        var all = new LinkedHashMap<String, Sympathy>();
        FEELINGS.forEach(feeling -> all.put(feeling, sympathy(feeling, map.key(feeling))));
        return Collections.unmodifiableMap(all);
    }

    private Sympathy sympathy(String feeling, ScriptNode node) {
        if (!node.present()) {
            return Sympathy.standing(feeling);
        }
        var map = node.as(Vocabulary.FEELING);
        var after = map.key("after").as(Vocabulary.FEELING_AFTER);
        checkOffer(map);
        return new Sympathy(
                feeling,
                bound(feeling, map.key("when").as(Vocabulary.FEELING_WHEN).key("score")),
                mood(map.key("mood")),
                serious(map.key("do")),
                nothingSold(map.key("do")),
                map.key("once").present() ? map.key("once").words("") : null,
                after.present() ? Values.number(after.key("times"), 1, 1, 20) : null,
                after.present() ? reason(after) : null);
    }

    private static double bound(String feeling, ScriptNode node) {
        double standing = Sympathy.standing(feeling).bound();
        var text = node.textOrNull();
        if (text == null || !node.isText()) {
            return standing;
        }
        var sign = standing < 0 ? "<=-" : ">=";
        if (text.matches(sign + "(?:0?\\.(?!0+$)[0-9]{1,3}|1(?:\\.0{1,3})?)")) {
            return Double.parseDouble(text.substring(2));
        }
        node.error(
                "S1",
                Wording.of("%s is no bound for %s", text, feeling),
                Wording.of("\"%s0.5\", in quotes; 1 is the utmost", sign));
        return standing;
    }

    private @Nullable String mood(ScriptNode node) {
        var mood = node.textOrNull();
        if (mood != null && !moods.contains(mood)) {
            node.dangling("mood picture", mood, moods);
        }
        return mood;
    }

    private static boolean serious(ScriptNode node) {
        boolean serious = false;
        for (var item : node.items()) {
            if (!item.isMap()) {
                serious |= Values.choice(item, "", List.of(HUMOUR_OFF)).equals(HUMOUR_OFF);
            }
        }
        return serious;
    }

    private static Duration nothingSold(ScriptNode node) {
        var longest = Duration.ZERO;
        for (var item : node.items()) {
            if (item.isMap()) {
                var time = Values.duration(item.as(Vocabulary.FEELING_DO).key("promo_off"), Duration.ZERO);
                longest = time.compareTo(longest) > 0 ? time : longest;
            }
        }
        return longest;
    }

    private void checkOffer(ScriptNode map) {
        for (var each : map.key("offer").each()) {
            if (!outreach.contains(each.text(""))) {
                each.dangling("campaign", each.text(""), outreach);
            }
        }
        var cap = map.key("cap");
        var text = cap.text("");
        if (cap.present() && !text.matches("[1-9][0-9]{0,2}/[1-9][0-9]{0,2}d")) {
            cap.error("S1", Wording.of("%s is no cap", text), "1/30d: once in thirty days");
        }
    }

    private String reason(ScriptNode after) {
        var node = after.key("do");
        var what = node.required("nothing is done then", "do: handoff.negative");
        var reason = what.replaceFirst("^handoff\\.", "");
        if (!what.isEmpty() && (!what.startsWith("handoff.") || !reasons.contains(reason))) {
            node.dangling("reason", reason, reasons);
        }
        return reason;
    }
}
