package io.renhua.nlu;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long something lasts. Months, weeks, days and time stay apart: a day is not 24 hours where clocks are changed. */
record Lapse(int months, int weeks, int days, Duration time) {
    private static final String CHINESE_PIECE = "(?:(?<n><ZH>)(?<pre>个半|个|半)?|(?<half>半个?|个半)) ?"
            + "(?<unit>年|月|周|星期|礼拜|天|日|晚|小时|钟头|分钟|刻钟|秒钟|分|秒|钟)(?<post>半?)钟?";
    private static final String ENGLISH_PIECE =
            "(?:(?<n>(?:a |three )?quarters? of an?|a half|half(?: an?)?|(?:a )?couple(?: of)?"
                    + "|<BARE>|an?)[ -]?(?<unit>(?:years?|yrs?|months?|fortnights?|weeks?|wks?|days?|nights?|hours?|hrs?|minutes?|mins?"
                    + "|seconds?|secs?)(?![a-z])|(?<=\\d)[hm](?![a-z]))|(?<name>fortnight(?![a-z])))(?<post>(?: and a half)?)";

    static final String CHINESE = chain(CHINESE_PIECE, "[又零加, ]{0,2}");
    static final String ENGLISH = "(?<![a-z0-9])" + chain(ENGLISH_PIECE, "(?:,? and |,? ?)");

    private static final Pattern CHINESE_PIECES = Pieces.pattern(CHINESE_PIECE);
    private static final Pattern ENGLISH_PIECES = Pieces.pattern(ENGLISH_PIECE);

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal LONGEST = new BigDecimal(100_000);
    private static final int MOST_YEARS = 100;

    private enum Unit {
        SECOND,
        MINUTE,
        QUARTER,
        HOUR,
        DAY,
        WEEK,
        FORTNIGHT,
        MONTH,
        YEAR
    }

    private static final Map<String, Unit> UNITS = Map.ofEntries(
            Map.entry("年", Unit.YEAR),
            Map.entry("月", Unit.MONTH),
            Map.entry("周", Unit.WEEK),
            Map.entry("星期", Unit.WEEK),
            Map.entry("礼拜", Unit.WEEK),
            Map.entry("天", Unit.DAY),
            Map.entry("日", Unit.DAY),
            Map.entry("晚", Unit.DAY),
            Map.entry("小时", Unit.HOUR),
            Map.entry("钟头", Unit.HOUR),
            Map.entry("钟", Unit.HOUR),
            Map.entry("刻钟", Unit.QUARTER),
            Map.entry("分钟", Unit.MINUTE),
            Map.entry("分", Unit.MINUTE),
            Map.entry("秒钟", Unit.SECOND),
            Map.entry("秒", Unit.SECOND),
            Map.entry("year", Unit.YEAR),
            Map.entry("yr", Unit.YEAR),
            Map.entry("month", Unit.MONTH),
            Map.entry("fortnight", Unit.FORTNIGHT),
            Map.entry("week", Unit.WEEK),
            Map.entry("wk", Unit.WEEK),
            Map.entry("day", Unit.DAY),
            Map.entry("night", Unit.DAY),
            Map.entry("hour", Unit.HOUR),
            Map.entry("hr", Unit.HOUR),
            Map.entry("h", Unit.HOUR),
            Map.entry("minute", Unit.MINUTE),
            Map.entry("min", Unit.MINUTE),
            Map.entry("m", Unit.MINUTE),
            Map.entry("second", Unit.SECOND),
            Map.entry("sec", Unit.SECOND));

    /** @param written what {@link #CHINESE} or {@link #ENGLISH} match; null where that is no lapse after all */
    static @Nullable Lapse of(String written) {
        var lapse = new Lapse(0, 0, 0, Duration.ZERO);
        boolean chinese = written.chars().anyMatch(c -> c > 0x2E80);
        var pieces = (chinese ? CHINESE_PIECES : ENGLISH_PIECES).matcher(written);
        while (lapse != null && pieces.find()) {
            lapse = chinese ? lapse.withChinese(pieces) : lapse.withEnglish(pieces);
        }
        return lapse;
    }

    /** Three o'clock, the third month and three points of ten look much like lapses. */
    private @Nullable Lapse withChinese(Matcher m) {
        var unit = m.group("unit");
        var count = m.group("n") == null ? BigDecimal.ZERO : Numeral.of(m.group("n"));
        var between = m.group("n") == null ? m.group("half") : m.group("pre") == null ? "" : m.group("pre");
        boolean counted = switch (unit) {
            case "月" -> !between.isEmpty();
            case "钟" -> between.contains("个");
            case "分" ->
                time.compareTo(Duration.ofHours(1)) >= 0 || !m.group("post").isEmpty();
            case "年" -> count.intValue() < MOST_YEARS;
            default -> true;
        };
        if (between.equals("个半") && m.group("n") == null) {
            count = BigDecimal.ONE;
        }
        boolean half = between.contains("半") || !m.group("post").isEmpty();
        return counted ? plus(half ? count.add(HALF) : count, UNITS.getOrDefault(unit, Unit.DAY)) : null;
    }

    private @Nullable Lapse withEnglish(Matcher m) {
        var unit = m.group("name") == null ? m.group("unit").replaceFirst("s$", "") : m.group("name");
        var count = m.group("n") == null ? BigDecimal.ONE : Numeral.of(m.group("n"));
        boolean counted = !unit.equals("m") || !time.isZero();
        return counted
                ? plus(m.group("post").isEmpty() ? count : count.add(HALF), UNITS.getOrDefault(unit, Unit.DAY))
                : null;
    }

    private Lapse plus(BigDecimal count, Unit unit) {
        return switch (unit) {
            case YEAR -> plus(count.multiply(BigDecimal.valueOf(12)), Unit.MONTH);
            case FORTNIGHT -> plus(count.add(count), Unit.WEEK);
            case MONTH -> with(months + whole(count), weeks, days, time).plus(rest(count, 30), Unit.DAY);
            case WEEK ->
                rest(count, 1).signum() == 0
                        ? with(months, weeks + whole(count), days, time)
                        : plus(count.multiply(BigDecimal.valueOf(7)), Unit.DAY);
            case DAY ->
                with(months, weeks, days + whole(count), time)
                        .plus(rest(count, 24).setScale(0, RoundingMode.HALF_UP), Unit.HOUR);
            case HOUR -> plusSeconds(count, 3600);
            case QUARTER -> plusSeconds(count, 900);
            case MINUTE -> plusSeconds(count, 60);
            case SECOND -> plusSeconds(count, 1);
        };
    }

    private Lapse plusSeconds(BigDecimal count, int seconds) {
        return with(
                months,
                weeks,
                days,
                time.plusSeconds(count.multiply(BigDecimal.valueOf(seconds)).longValue()));
    }

    private static Lapse with(int months, int weeks, int days, Duration time) {
        return new Lapse(months, weeks, days, time);
    }

    private static int whole(BigDecimal count) {
        if (count.compareTo(LONGEST) > 0) {
            throw new ArithmeticException("longer than anybody waits");
        }
        return count.intValue();
    }

    private static BigDecimal rest(BigDecimal count, int parts) {
        return count.remainder(BigDecimal.ONE).multiply(BigDecimal.valueOf(parts));
    }

    boolean hasTime() {
        return !time.isZero();
    }

    /** As far ahead, or back, as this lasts. */
    ZonedDateTime from(ZonedDateTime moment, int sign) {
        var day = moment.plusMonths((long) sign * months).plusDays(sign * (7L * weeks + days));
        return day.plus(time.multipliedBy(sign));
    }

    /** ISO 8601, which keeps weeks apart from everything else. */
    String iso() {
        if (weeks > 0 && months == 0 && days == 0 && time.isZero()) {
            return "P" + weeks + "W";
        }
        var date = Period.of(0, months, Math.addExact(Math.multiplyExact(weeks, 7), days))
                .normalized();
        if (time.isZero()) {
            return date.toString();
        }
        return date.isZero() ? time.toString() : date + time.toString().substring(1);
    }

    private static String chain(String piece, String joint) {
        var plain = Pieces.expand(piece.replaceAll("\\(\\?<[a-z]+>", "(?:"));
        return "(?>" + plain + "(?:" + joint + plain + "){0,3})";
    }
}
