package io.renhua.nlu;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Times of day as people say them in Chinese and English, in minutes after midnight; 24 hours is the next midnight. */
final class Times {
    private static final String HOUR = "(\\b\\d{1,2}|[零〇一二两三四五六七八九十]{1,3})";
    private static final String ENGLISH_HOUR =
            "(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";
    private static final String PART = "(?: ?(?:in the |this )?(morning|afternoon|evening|at night|tonight)\\b)?";

    private static final Pattern CHINESE = Pattern.compile(
            "(凌晨|清晨|早上|早晨|上午|中午|下午|午后|傍晚|晚上|晚间|半夜|夜里|早|晚)?" + HOUR + "(?:点钟?|时)(?:(半|一刻|三刻)|" + HOUR + "分?)?");
    private static final Pattern CLOCK = Pattern.compile("(凌晨|清晨|早上|早晨|上午|中午|下午|午后|傍晚|晚上|晚间|半夜|夜里|早|晚)?"
            + "(?:\\b(?:at|by|around|from) )?\\b([01]?\\d|2[0-4])[:.]([0-5]\\d)\\b(?: ?([ap])\\.?m\\b\\.?)?" + PART);
    private static final Pattern MERIDIEM = Pattern.compile(
            "\\b(?:(?:at|by|around|from) )?" + ENGLISH_HOUR + "(?:[:.]([0-5]\\d))? ?([ap])\\.?m\\b\\.?");
    private static final Pattern AT =
            Pattern.compile("\\b(?:at|by|around|from) " + ENGLISH_HOUR + "(?: ?o'?clock)?\\b" + PART);
    private static final Pattern O_CLOCK = Pattern.compile("\\b" + ENGLISH_HOUR + " ?o'?clock\\b" + PART);
    private static final Pattern PAST = Pattern.compile("\\b(half|quarter) (past|to) " + ENGLISH_HOUR + "\\b" + PART);
    private static final Pattern NAMED = Pattern.compile("\\b(noon|midday|midnight)\\b|(?:正午|中午(?:12|十二)点)");

    private static final Set<String> A_BIT = Set.of("一点", "早一点", "晚一点");
    private static final int NONE = -1;

    private Times() {}

    static List<Span<Integer>> in(String text) {
        var found = new ArrayList<Span<Integer>>();
        each(CHINESE, text, found, m -> isABit(text, m) ? NONE : of(number(m.group(2)), chineseMinutes(m), m.group(1)));
        each(
                CLOCK,
                text,
                found,
                m -> of(number(m.group(2)), number(m.group(3)), firstOf(m.group(1), m.group(4), m.group(5))));
        each(MERIDIEM, text, found, m -> of(hour(m.group(1)), m.group(2) == null ? 0 : number(m.group(2)), m.group(3)));
        each(AT, text, found, m -> of(hour(m.group(1)), 0, m.group(2)));
        each(O_CLOCK, text, found, m -> of(hour(m.group(1)), 0, m.group(2)));
        each(PAST, text, found, Times::past);
        each(NAMED, text, found, m -> "midnight".equals(m.group(1)) ? 24 * 60 : 12 * 60);
        return Span.apart(found);
    }

    private static void each(Pattern pattern, String text, List<Span<Integer>> found, Reading reading) {
        for (var matcher = pattern.matcher(text); matcher.find(); ) {
            int minutes = reading.read(matcher);
            if (minutes >= 0 && minutes <= 24 * 60) {
                found.add(new Span<>(minutes, matcher.start(), matcher.end()));
            }
        }
    }

    /** 一点 is a bit of something, and one o'clock only behind a day. */
    private static boolean isABit(String text, Matcher m) {
        boolean afterDay = m.start() > 0 && "天日号一二三四五六末".indexOf(text.charAt(m.start() - 1)) >= 0;
        return A_BIT.contains(m.group()) && !afterDay;
    }

    private static int chineseMinutes(Matcher m) {
        if (m.group(3) != null) {
            return switch (m.group(3)) {
                case "半" -> 30;
                case "一刻" -> 15;
                default -> 45;
            };
        }
        return m.group(4) == null ? 0 : number(m.group(4));
    }

    private static int past(Matcher m) {
        int minutes = m.group(1).equals("half") ? 30 : 15;
        int hour = of(hour(m.group(3)), 0, m.group(4));
        return m.group(2).equals("past") ? hour + minutes : hour - minutes;
    }

    /** Where nothing says which half of the day, one to six are in the afternoon: nobody books a table for 3 a.m. */
    private static int of(int hour, int minutes, @Nullable String part) {
        if (hour > 24 || minutes > 59) {
            return NONE;
        }
        return hourOfDay(hour, part == null ? "" : part) * 60 + minutes;
    }

    private static int hourOfDay(int hour, String part) {
        return switch (part) {
            case "" -> hour >= 1 && hour <= 6 ? hour + 12 : hour;
            case "a", "morning", "凌晨", "清晨", "早上", "早晨", "上午", "早" -> hour == 12 ? 0 : hour;
            case "晚上", "晚间", "半夜", "夜里", "晚", "at night" -> hour == 12 ? 24 : hour < 5 ? hour : evening(hour);
            case "中午" -> hour < 4 ? hour + 12 : hour;
            default -> evening(hour);
        };
    }

    private static int evening(int hour) {
        return hour < 12 ? hour + 12 : hour;
    }

    private static @Nullable String firstOf(@Nullable String... parts) {
        for (var part : parts) {
            if (part != null) {
                return part;
            }
        }
        return null;
    }

    private static int number(String written) {
        return ChineseNumber.of(written).intValue();
    }

    private static int hour(String written) {
        return Character.isDigit(written.charAt(0)) ? Integer.parseInt(written) : (int) EnglishNumber.of(written);
    }

    @FunctionalInterface
    private interface Reading {
        int read(Matcher matcher);
    }
}
