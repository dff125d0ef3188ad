package io.renhua.persona;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When nobody is in because it is a holiday. 墨 is in from Monday to Friday, 09:30 to 21:00, in Taipei. */
class HolidaysTest {
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    @TempDir
    private Path directory;

    private PersonaFolder mo;

    @BeforeEach
    void copy() {
        mo = PersonaFolder.copiedTo(directory)
                .change("persona.yaml", "    tz: Asia/Taipei\n", "    tz: Asia/Taipei\n    holidays: cal/tw.ics\n");
    }

    @Test
    void closeADayThatTheWeekHasOpen() {
        var hours = with("DTSTART;VALUE=DATE:20261225");

        assertThat(hours.openAt(at("2026-12-24T11:00"))).isTrue();
        assertThat(hours.openAt(at("2026-12-25T11:00"))).isFalse();
        assertThat(opens(hours, "2026-12-25T11:00")).isEqualTo("2026-12-26T10:00");
    }

    @Test
    void mayLastForDays() {
        var hours = with("DTSTART;VALUE=DATE:20270204", "DTEND;VALUE=DATE:20270211");

        assertThat(opens(hours, "2027-02-03T22:00")).isEqualTo("2027-02-11T09:30");
    }

    @Test
    void mayLastForHoursOfADay() {
        var hours = with("DTSTART;TZID=Asia/Taipei:20261223T120000", "DTEND:20261223T060000Z");

        assertThat(hours.openAt(at("2026-12-23T11:59"))).isTrue();
        assertThat(hours.openAt(at("2026-12-23T13:00"))).isFalse();
        assertThat(opens(hours, "2026-12-23T13:00")).isEqualTo("2026-12-23T14:00");
    }

    @Test
    void comeEveryYearWhereTheyRepeat() {
        var hours = with("DTSTART;VALUE=DATE:20240101", "RRULE:FREQ=YEARLY");

        assertThat(hours.openAt(at("2029-01-01T11:00"))).isFalse();
        assertThat(hours.openAt(at("2029-01-02T11:00"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "COUNT=2, 2025",
        "UNTIL=20260101, 2026",
        "UNTIL=20251231, 2025",
        "INTERVAL=1;BYMONTH=1;BYMONTHDAY=1, 9999"
    })
    void endWhereTheRuleEnds(String rest, int year) {
        assertThat(with("DTSTART;VALUE=DATE:20240101", "RRULE:FREQ=YEARLY;" + rest)
                        .holidays()
                        .lastDay())
                .hasValueSatisfying(last -> assertThat(last.getYear()).isEqualTo(year));
    }

    @Test
    void mayReachIntoTheNextYear() {
        var hours = with("DTSTART;VALUE=DATE:20241231", "DTEND;VALUE=DATE:20250102", "RRULE:FREQ=YEARLY");

        assertThat(hours.holidays().cover(LocalDateTime.parse("2027-01-01T11:00")))
                .isTrue();
        assertThat(hours.holidays().cover(LocalDateTime.parse("2024-01-01T11:00")))
                .isFalse();
    }

    @Test
    void forEverLeaveNobodyWaiting() {
        var hours = with("DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:20270101", "RRULE:FREQ=YEARLY");

        assertThat(hours.opensAfter(at("2026-12-25T11:00"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STATUS:CANCELLED", "TRANSP:TRANSPARENT"})
    void closeNothingWhereTheyAreOffOrLeaveTimeFree(String line) {
        assertThat(with("DTSTART;VALUE=DATE:20261225", line).holidays().closures())
                .isEmpty();
    }

    @Test
    void areReadFromFoldedLinesAndPastAlarmsAndZones() {
        mo.write("cal/tw.ics", """
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VTIMEZONE
                TZID:Asia/Taipei
                BEGIN:STANDARD
                DTSTART:19700101T000000
                RRULE:FREQ=WEEKLY
                END:STANDARD
                END:VTIMEZONE
                BEGIN:VEVENT
                DTSTAMP:20261120T010000Z
                DTSTART;VALUE=DA
                 TE:20261225
                SUMMARY;LANGUAGE="zh-TW":行憲
                 紀念日
                BEGIN:VALARM
                DTSTART:never
                END:VALARM
                END:VEVENT
                END:VCALENDAR
                """.replace("\n", "\r\n"));

        var holidays = hours().holidays();

        assertThat(holidays.closures())
                .singleElement()
                .satisfies(closure -> assertThat(closure.what()).isEqualTo("行憲紀念日"));
        assertThat(holidays.stamped()).isEqualTo(LocalDate.of(2026, 11, 20));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTSTART:20261232 | :3: 20261232 is no date.",
                "DTSTART:tomorrow | :3: tomorrow is no date.",
                "DTSTART;TZID=Asia/Tapei:20261225T120000 | :3: Asia/Tapei is no time zone.",
                "SUMMARY:nothing | :4: this event does not say when it begins.",
                "DTSTART:20261225,DTEND:20261225 | :3: this event ends before it has begun.",
                "DTSTART:20261225,DTSTART:20261226 | :4: DTSTART stands twice in this event.",
                "DTSTART:20261225,RRULE:FREQ=WEEKLY | :4: FREQ=WEEKLY repeats in a way that is not read here.",
                "DTSTART:20261225,RRULE:FREQ=YEARLY;BYDAY=1MO | :4: FREQ=YEARLY;BYDAY=1MO repeats in a way that is not read here.",
                "DTSTART:20261225,RRULE:FREQ=YEARLY;UNTIL=x | :4: FREQ=YEARLY;UNTIL=x repeats in a way that is not read here.",
                "DTSTART:20261225,EXDATE:20271225 | :4: EXDATE is not read here.",
                "DTSTART:20261225,DURATION:a week | :4: a week is no length of time.",
                "DTSTART:20261225,!!! | :4: this is no line of a calendar.",
                "DTSTART:20261225,END:VTODO | :4: VTODO ends here and VEVENT is open.",
            })
    void areRefusedWhereTheyCannotBeFollowed(String lines, String told) {
        write(lines.split(","));

        assertThat(errors().stream().map(error -> error.replace(", and", " and")))
                .anySatisfy(error -> assertThat(error).startsWith("mo/cal/tw.ics" + told));
    }

    @ParameterizedTest
    @CsvSource({
        "cal/tw.ics, there is no file cal/tw.ics",
        "../other.ics, there is no file ../other.ics",
        "cal/tw.csv, cal/tw.csv is no calendar"
    })
    void areACalendarOfTheFolder(String path, String told) {
        mo.change("persona.yaml", "cal/tw.ics", path);

        assertThat(errors()).singleElement().asString().contains(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "BEGIN:VCARD\nEND:VCARD\n"})
    void areNotReadFromAnythingElse(String text) {
        mo.write("cal/tw.ics", text);

        assertThat(errors()).isNotEmpty();
    }

    @Test
    void areNotWithoutEnd() {
        mo.write(
                "cal/tw.ics",
                "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nDTSTART:20260101\nEND:VEVENT\n".repeat(501) + "END:VCALENDAR\n");

        assertThat(errors()).singleElement().asString().contains("there are over 500 events");
    }

    @Test
    void ofTaiwanAreThoseOfTheShop() {
        var pao = Objects.requireNonNull(
                        new PersonaReader().read(Path.of("personas/pao")).persona())
                .handoff()
                .hours();

        assertThat(pao.openAt(at("2027-02-08T11:00"))).isFalse();
        assertThat(opens(pao, "2027-02-03T22:00")).isEqualTo("2027-02-11T09:30");
        assertThat(pao.openAt(at("2026-10-26T11:00"))).isFalse();
        assertThat(pao.openAt(at("2026-10-27T11:00"))).isTrue();
    }

    private Hours with(String... lines) {
        write(lines);
        return hours();
    }

    private void write(String... lines) {
        mo.write(
                "cal/tw.ics",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + String.join("\n", lines) + "\nEND:VEVENT\nEND:VCALENDAR\n");
    }

    private Hours hours() {
        var reading = mo.read();
        return Objects.requireNonNull(
                        reading.persona(), () -> reading.problems().toString())
                .handoff()
                .hours();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(TAIPEI).toInstant();
    }

    private static String opens(Hours hours, String local) {
        return hours.opensAfter(at(local)).orElseThrow().toLocalDateTime().toString();
    }

    private List<String> errors() {
        return mo.read().problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .map(Problem::toString)
                .toList();
    }
}
