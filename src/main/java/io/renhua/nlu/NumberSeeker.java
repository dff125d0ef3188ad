package io.renhua.nlu;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Numbers in digits and in words, Chinese and English; the value is in plain digits. */
final class NumberSeeker implements Seeker {
    private static final int LONGEST = 30;
    private static final String HAN = "[" + ChineseNumber.DIGITS + ChineseNumber.UNITS + "]";
    private static final Pattern DIGITS =
            Pattern.compile("(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:[十百千万亿]" + HAN + "*)?");
    private static final Pattern CHINESE = Pattern.compile(HAN + "+");
    private static final Pattern ENGLISH = Pattern.compile(EnglishNumber.WRITTEN);

    /** Words that hold a numeral and mean no number. */
    private static final Pattern NO_NUMBERS = Pattern.compile(
            "一(?:下|点|起|样|定|直|些|般|旦|切|会儿|边|方面|共)|" + "万一|千万|十分|统一|唯一|之一|不一|第一时间|百分|(?:周|星期|礼拜)[一二三四五六]|三心二意|乱七八糟|四处|八卦");

    private static final Set<String> BEFORE_ONE = Set.of(
            "", "just", "only", "want", "need", "take", "have", "buy", "order", "number", "option", "for", "with");

    private final String name;

    NumberSeeker(String name) {
        this.name = name;
    }

    @Override
    public List<Entity> seek(Letters letters, ZonedDateTime now) {
        var text = letters.folded();
        var found = new ArrayList<Entity>();
        for (var matcher = DIGITS.matcher(text); matcher.find(); ) {
            if (standsAlone(text, matcher)) {
                add(found, ChineseNumber.of(matcher.group().replace(",", "")), matcher.start(), matcher.end());
            }
        }
        seekChinese(text, found);
        for (var matcher = ENGLISH.matcher(text); matcher.find(); ) {
            if (!matcher.group().equals("one") || isCounted(text, matcher)) {
                add(found, BigDecimal.valueOf(EnglishNumber.of(matcher.group())), matcher.start(), matcher.end());
            }
        }
        return found;
    }

    /** A run may begin right after digits that were read with it, and words without numbers are blotted out first. */
    private void seekChinese(String text, List<Entity> found) {
        var blotted = blotted(text);
        var taken = List.copyOf(found);
        for (var matcher = CHINESE.matcher(blotted); matcher.find(); ) {
            int start = matcher.start();
            boolean read = taken.stream().anyMatch(entity -> entity.start() <= start && start < entity.end());
            boolean says = matcher.group().chars().anyMatch(c -> ChineseNumber.DIGITS.indexOf(c) >= 0 || c == '十');
            if (says && !read && matcher.group().length() <= LONGEST) {
                add(found, ChineseNumber.of(matcher.group()), start, matcher.end());
            }
        }
    }

    private static String blotted(String text) {
        var blotted = new StringBuilder(text);
        for (var matcher = NO_NUMBERS.matcher(text); matcher.find(); ) {
            for (int i = matcher.start(); i < matcher.end(); i++) {
                blotted.setCharAt(i, ' ');
            }
        }
        return blotted.toString();
    }

    /** Five in 5kg is a number; 123 in SP123456 or in a1b2 is none. */
    private static boolean standsAlone(String text, Matcher matcher) {
        int end = matcher.end();
        while (end < text.length() && text.charAt(end) < 128 && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return matcher.end() - matcher.start() <= LONGEST
                && Letters.isBorder(text, matcher.start())
                && Letters.isBorder(text, end);
    }

    /** 'The red one' counts nothing, 'one ticket' and 'just one' do. */
    private static boolean isCounted(String text, Matcher matcher) {
        var after = text.substring(matcher.end()).strip();
        var before = text.substring(0, matcher.start()).strip();
        var lastWord = before.substring(before.lastIndexOf(' ') + 1);
        return BEFORE_ONE.contains(lastWord) || (after.startsWith("ticket") || after.startsWith("piece"));
    }

    private void add(List<Entity> found, BigDecimal number, int start, int end) {
        var value = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        found.add(new Entity(name, value, start, end));
    }
}
