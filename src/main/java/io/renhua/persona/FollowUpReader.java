package io.renhua.persona;

import io.renhua.persona.FollowUp.Cap;
import io.renhua.persona.FollowUp.Kind;
import io.renhua.persona.FollowUp.Quiet;
import io.renhua.text.Wording;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what the persona says later because of what happened. */
final class FollowUpReader {
    private static final Pattern QUIET =
            Pattern.compile("((?:[01][0-9]|2[0-3]):[0-5][0-9])-((?:[01][0-9]|2[0-3]):[0-5][0-9])");

    private final PlanReader plans;

    FollowUpReader(PlanReader plans) {
        this.plans = plans;
    }

    FollowUp read(String id, ScriptNode node) {
        var map = node.as(Vocabulary.FOLLOWUP);
        if (!map.key("class").present()) {
            map.missing(
                    "S1",
                    Wording.of("follow-up %s does not say whether it serves or sells", id),
                    "class: service, or promo");
        }
        var kind = Values.choice(map.key("class"), "service", List.of("service", "promo"));
        return new FollowUp(
                id,
                TriggerReader.read(map.key("after")),
                kind.equals("promo") ? Kind.PROMO : Kind.SERVICE,
                map.key("purpose").present() ? plans.purpose(map.key("purpose")) : null,
                PositioningReader.choices(map.key("only_if"), FollowUp.GATES),
                cap(map.key("cap")),
                quiet(map.key("quiet")),
                map.key("say").words(Wording.of("follow-up %s says nothing", id)),
                map.key("template").textOrNull());
    }

    private static @Nullable Cap cap(ScriptNode node) {
        if (!node.present()) {
            return null;
        }
        var map = node.as(Vocabulary.CAP);
        var units = Vocabulary.CAP.keys().stream()
                .filter(unit -> map.key(unit).present())
                .toList();
        if (units.size() != 1) {
            map.error("S1", "a cap is so many in one day, week, month or year", "{week: 1}");
            return null;
        }
        var unit = units.getFirst();
        return new Cap(Values.number(map.key(unit), 1, 1, 99), Objects.requireNonNull(Cap.UNITS.get(unit)));
    }

    private static @Nullable Quiet quiet(ScriptNode node) {
        var text = node.textOrNull();
        if (text == null || !node.isText()) {
            return null;
        }
        var match = QUIET.matcher(text);
        if (!match.matches() || match.group(1).equals(match.group(2))) {
            node.error("S1", Wording.of("%s are no quiet hours", text), "\"21:30-09:30\", in quotes");
            return null;
        }
        return new Quiet(LocalTime.parse(match.group(1)), LocalTime.parse(match.group(2)));
    }
}
