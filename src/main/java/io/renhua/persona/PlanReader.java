package io.renhua.persona;

import io.renhua.persona.Campaign.Plan;
import io.renhua.persona.Campaign.Runs;
import io.renhua.text.Wording;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what for, for whom and when we speak without being asked. */
final class PlanReader {
    private final Names names;
    private final @Nullable Positioning positioning;

    /** @param positioning whose purposes are kept to, where it names some */
    PlanReader(Names names, @Nullable Positioning positioning) {
        this.names = names;
        this.positioning = positioning;
    }

    Plan plan(String campaign, ScriptNode map) {
        if (!map.key("purpose").present()) {
            map.missing("S1", Wording.of("campaign %s does not say what it is for", campaign), "purpose: repurchase");
        }
        return new Plan(
                purpose(map.key("purpose")),
                who(map.key("who")),
                runs(map.key("runs")),
                Values.flag(map.key("ad_label")));
    }

    /** The audiences that something is for. */
    List<String> who(ScriptNode node) {
        for (var each : node.each()) {
            if (!names.audiences().contains(each.text(""))) {
                each.dangling("audience", each.text(""), names.audiences());
            }
        }
        return node.strings();
    }

    String purpose(ScriptNode node) {
        var purpose = Values.choice(node, "", Positioning.PURPOSES);
        var ours = positioning == null ? List.<String>of() : List.copyOf(positioning.purposes());
        if (!ours.isEmpty() && Positioning.PURPOSES.contains(purpose) && !ours.contains(purpose)) {
            node.error("S2", Wording.of("%s is none of positioning: purposes", purpose), Nearest.advice(purpose, ours));
        }
        return purpose;
    }

    private static @Nullable Runs runs(ScriptNode node) {
        if (!node.present()) {
            return null;
        }
        var map = node.as(Vocabulary.RUNS);
        map.key("tz").required("dates need a time zone", "tz: Asia/Taipei");
        var from = date(map.key("from"), "from: \"2026-10-01\"");
        var until = date(map.key("to"), "to: \"2026-10-15\"");
        if (until.isBefore(from)) {
            map.key("to").error("S1", Wording.of("%s is before %s", until, from), "the last day, or a later one");
        }
        return new Runs(from, until, map.key("tz").present() ? Values.zone(map.key("tz")) : ZoneOffset.UTC);
    }

    private static LocalDate date(ScriptNode node, String instead) {
        node.required("a campaign runs from a day to a day", instead);
        return node.present() ? Values.date(node) : LocalDate.EPOCH;
    }
}
