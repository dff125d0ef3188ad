package io.renhua.lint;

import io.renhua.persona.Persona;
import io.renhua.text.Wording;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** C5: a calendar of holidays is a fresh one, and still has some to come. */
final class HolidayRule implements LintRule {
    private static final String PATH = "handoff.hours.holidays";
    private static final long OLD = 60;

    private final LocalDate today;

    HolidayRule(LocalDate today) {
        this.today = today;
    }

    @Override
    public void judge(Persona persona, Findings findings) {
        var holidays = persona.handoff().hours().holidays();
        var stamped = holidays.stamped();
        holidays.lastDay()
                .filter(last -> last.isBefore(today))
                .ifPresent(last -> findings.warn(
                        PATH,
                        Rule.C5,
                        Wording.of("the last holiday of this calendar was %s", last),
                        "the holidays to come"));
        if (stamped != null && ChronoUnit.DAYS.between(stamped, today) > OLD) {
            var why = Wording.of("this calendar was written on %s, over %s days ago", stamped, OLD);
            findings.warn(PATH, Rule.C5, why, "the calendar fetched again, with a newer DTSTAMP");
        }
    }
}
