package io.renhua.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class SpokenTimeTest {
    private static final ZonedDateTime FRIDAY_NIGHT = ZonedDateTime.parse("2026-10-02T23:40+08:00[Asia/Taipei]");

    @Test
    void saysHowLongItWillTake() {
        assertThat(SpokenTime.wait(Duration.ZERO, "en")).isEqualTo("1 minute");
        assertThat(SpokenTime.wait(Duration.ofSeconds(130), "en")).isEqualTo("3 minutes");
        assertThat(SpokenTime.wait(Duration.ofMinutes(3), "zh-Hant")).isEqualTo("3分鐘");
        assertThat(SpokenTime.wait(Duration.ofHours(2), "zh-Hans")).isEqualTo("2小时");
    }

    @Test
    void saysHowLongWordsAreKept() {
        assertThat(SpokenTime.period(Period.ofDays(180), "zh-Hant")).isEqualTo("180天");
        assertThat(SpokenTime.period(Period.ofDays(1), "en")).isEqualTo("1 day");
        assertThat(SpokenTime.period(Period.ofYears(2), "en")).isEqualTo("2 years");
        assertThat(SpokenTime.period(Period.ofMonths(6), "zh-Hans")).isEqualTo("6个月");
    }

    @Test
    void saysWhenTheDoorOpens() {
        assertThat(opening("2026-10-03T09:30+08:00[Asia/Taipei]", "zh-Hant")).isEqualTo("明天09:30");
        assertThat(opening("2026-10-03T09:30+08:00[Asia/Taipei]", "en")).isEqualTo("tomorrow at 09:30");
        assertThat(opening("2026-10-02T23:50+08:00[Asia/Taipei]", "zh-Hans")).isEqualTo("今天23:50");
        assertThat(opening("2026-10-05T09:30+08:00[Asia/Taipei]", "en")).isEqualTo("Monday at 09:30");
        assertThat(opening("2026-10-05T09:30+08:00[Asia/Taipei]", "zh-Hant")).isEqualTo("週一09:30");
        assertThat(opening("2026-10-09T09:30+08:00[Asia/Taipei]", "zh-Hans")).isEqualTo("下周五09:30");
    }

    @Test
    void saysADay() {
        assertThat(SpokenTime.date(LocalDate.of(2026, 11, 5), "zh-Hant")).isEqualTo("11月5日（週四）");
        assertThat(SpokenTime.date(LocalDate.of(2026, 11, 5), "en")).isEqualTo("Thursday, 5 November");
    }

    private static String opening(String opens, String locale) {
        return SpokenTime.opening(ZonedDateTime.parse(opens), FRIDAY_NIGHT, locale);
    }
}
