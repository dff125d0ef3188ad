package io.renhua.nlu;

import static io.renhua.nlu.Rule.rule;

import java.time.ZonedDateTime;
import java.util.List;

/** How long something takes; the value is an ISO 8601 duration: PT1H30M, P2W. What lies behind or ahead is a date instead. */
final class DurationSeeker implements Seeker {
    private static final Rules<ZonedDateTime, Lapse> RULES = Rules.<ZonedDateTime, Lapse>not("no-durations.txt")
            .or("[<H>\\d半].{0,5}[年月周星礼天日晚时钟分秒]", List.of(duration(Lapse.CHINESE, "(?:之|以)?[后前]")))
            .or(
                    "(?:year|yr|month|fortnight|week|wk|day|night|hour|hr|minute|min|second|sec|\\dh|\\dm)",
                    List.of(duration(Lapse.ENGLISH, " (?:ago|later|from (?:now|today|tomorrow|<WEEKDAY>))\\b")));

    private final String name;

    DurationSeeker(String name) {
        this.name = name;
    }

    @Override
    public List<Entity> seek(Letters letters, ZonedDateTime now) {
        return RULES.in(letters.folded(), now).stream()
                .map(span -> letters.entity(name, span.value().iso(), span.start(), span.end()))
                .toList();
    }

    /** What is away is a point in time. */
    private static Rule<ZonedDateTime, Lapse> duration(String lapse, String away) {
        return rule(
                "(?<l>" + lapse + ")(?<away>" + away + ")?",
                (m, now) -> m.group("away") == null ? Lapse.of(m.group("l")) : null);
    }
}
