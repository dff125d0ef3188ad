package io.renhua.nlu;

import static io.renhua.nlu.Rule.rule;

import java.time.ZonedDateTime;
import java.util.List;

/** How long something takes; the value is an ISO 8601 duration: PT1H30M, P2W. What lies behind or ahead is a date instead. */
final class DurationSeeker implements Seeker {
    private static final Rules<ZonedDateTime, Lapse> RULES = Rules.<ZonedDateTime, Lapse>not("no-durations.txt")
            .or(List.of(
                    Rule.not("(?:" + Lapse.CHINESE + ")(?:之|以)?[后前]"),
                    Rule.not("(?:" + Lapse.ENGLISH + ") (?:ago|later|from (?:now|today|tomorrow|<WEEKDAY>))\\b"),
                    rule(Lapse.CHINESE, (m, now) -> Lapse.of(m.group())),
                    rule(Lapse.ENGLISH, (m, now) -> Lapse.of(m.group()))));

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
}
