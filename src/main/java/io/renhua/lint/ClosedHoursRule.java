package io.renhua.lint;

import io.renhua.persona.Hours;
import io.renhua.persona.Persona;
import io.renhua.persona.Placeholder;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/** C5: where nobody is in at times, the words for that say when somebody will be. */
final class ClosedHoursRule implements LintRule {
    private static final String OPENS = "opens";

    @Override
    public void judge(Persona persona, Findings findings) {
        var handoff = persona.handoff();
        if (alwaysIn(handoff.hours())) {
            return;
        }
        handoff.says().closed().byLocale().forEach((locale, text) -> {
            boolean says =
                    Placeholder.in(text).stream().anyMatch(gap -> gap.name().equals(OPENS));
            if (!says && !text.isBlank()) {
                var said = new Utterance("handoff.say.closed", "handoff", locale, text);
                findings.warn(said, Rule.C5, "nobody is in at times, and this does not say until when", "{opens}");
            }
        });
    }

    private static boolean alwaysIn(Hours hours) {
        return hours.holidays().closures().isEmpty()
                && Stream.of(DayOfWeek.values())
                        .map(day -> hours.week().getOrDefault(day, List.of()))
                        .allMatch(spans -> spans.stream().anyMatch(ClosedHoursRule::isWholeDay));
    }

    private static boolean isWholeDay(Hours.Span span) {
        return span.from().equals(LocalTime.MIN) && span.until().equals(LocalTime.MAX);
    }
}
