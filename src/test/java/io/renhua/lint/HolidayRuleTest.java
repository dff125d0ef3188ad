package io.renhua.lint;

import static io.renhua.lint.Judged.TOP;
import static io.renhua.persona.Problem.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** C5, as far as calendars go. */
class HolidayRuleTest {
    @TempDir
    private Path directory;

    private int copies;

    @Test
    void aFreshCalendarIsFine() {
        assertThat(on("2026-11-26").of(Rule.C5)).isEmpty();
    }

    @Test
    void anOldCalendarIsTold() {
        assertThat(on("2027-01-20").severities(Rule.C5)).containsExactly(WARNING);
        assertThat(on("2027-01-20").of(Rule.C5))
                .extracting(Problem::why)
                .containsExactly("this calendar was written on 2026-11-20, over 60 days ago");
    }

    @Test
    void aCalendarThatIsUsedUpIsTold() {
        assertThat(on("2027-12-31").of(Rule.C5))
                .first()
                .hasToString(
                        "mo/persona.yaml:105: the last holiday of this calendar was 2027-12-25. Write instead: the holidays to come");
    }

    private Judged on(String today) {
        return new Judged(directory.resolve(today + ++copies))
                .change(TOP, "    tz: Asia/Taipei\n", "    tz: Asia/Taipei\n    holidays: cal/tw.ics\n")
                .write("cal/tw.ics", """
                        BEGIN:VCALENDAR
                        BEGIN:VEVENT
                        DTSTAMP:20261120T010000Z
                        DTSTART;VALUE=DATE:20271225
                        END:VEVENT
                        END:VCALENDAR
                        """)
                .by(new Lint().on(LocalDate.parse(today)));
    }
}
