package io.renhua.lint;

import io.renhua.text.Han;
import io.renhua.text.Sentences;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says smaller what an absolute term says too large, so that a sentence is left. */
final class PlainTerm {
    /** What a grade of a thing is, without a rank. */
    private static final Map<String, String> GRADES = Map.ofEntries(
            Map.entry("最佳", "很好"),
            Map.entry("最低价", "实在的价格"),
            Map.entry("最便宜", "很实惠"),
            Map.entry("最高级", "讲究"),
            Map.entry("最高端", "讲究"),
            Map.entry("最顶级", "讲究"),
            Map.entry("最强", "很好"),
            Map.entry("最大", "很大"),
            Map.entry("最优", "很好"),
            Map.entry("顶级", "讲究"),
            Map.entry("顶尖", "讲究"),
            Map.entry("至尊", "讲究"),
            Map.entry("极品", "好东西"),
            Map.entry("绝品", "好东西"),
            Map.entry("首选", "好选择"),
            Map.entry("独一无二", "少见"),
            Map.entry("绝无仅有", "少见"),
            Map.entry("前所未有", "少见"),
            Map.entry("史无前例", "少见"));

    private static final String SCOPE = "(?:(?:在)?(?:全国|全球|全世界|世界|全网|全台湾?|全省|全市|业界|行业|亚洲)(?:的|中|内|里)?)?";
    private static final Pattern ENDS = Pattern.compile("[\\p{P}\\s的了喔哦呀啦]");

    private final String locale;

    private PlainTerm(String locale) {
        this.locale = locale;
    }

    /**
     * The text without such words; empty where nothing would be left that reads.
     *
     * @param terms as they stand in it
     * @param lessened whether a smaller word may stand in their place; otherwise their sentence goes
     */
    static String in(String text, Collection<String> terms, String locale, boolean lessened) {
        var plain = new PlainTerm(locale);
        return Sentences.of(text).stream()
                .map(sentence -> plain.said(sentence, terms, lessened))
                .collect(Collectors.joining())
                .strip();
    }

    private String said(String sentence, Collection<String> terms, boolean lessened) {
        if (terms.stream().noneMatch(sentence::contains)) {
            return sentence;
        }
        var smaller = sentence;
        for (var term : longestFirst(terms)) {
            smaller = lessened && smaller.contains(term) ? without(smaller, term) : smaller;
        }
        return lessened && terms.stream().noneMatch(smaller::contains) ? smaller : "";
    }

    private static List<String> longestFirst(Collection<String> terms) {
        return terms.stream()
                .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                .toList();
    }

    /** Empty where it cannot be said smaller. */
    private String without(String sentence, String term) {
        int from = sentence.indexOf(term);
        var before = sentence.substring(0, from);
        var after = sentence.substring(from + term.length());
        var bare = Han.simplified(term).replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
        var grade = GRADES.getOrDefault(bare, bare.matches("最\\p{IsHan}+") ? "很" + bare.substring(1) : "");
        if (!grade.isEmpty()) {
            return unscoped(before) + inScript(joined(grade, after)) + after;
        }
        return after.startsWith("的") ? possessed(unscoped(before), after.substring(1)) : "";
    }

    /** An adjective before a thing wants 的; a noun does not. */
    private static String joined(String grade, String after) {
        boolean noun = grade.matches("好东西|好选择|实在的价格");
        boolean alone = after.isEmpty() || ENDS.matcher(after.substring(0, 1)).matches();
        return noun || alone ? grade : grade + "的";
    }

    /** 我們是國家級的書店 is one, and 國家級的書店 is ours. */
    private String possessed(String before, String thing) {
        boolean begins = before.isBlank() || Sentences.ended(before) || before.matches(".*[，,、：:]\\s*");
        return before + (begins ? inScript("我们的") : "") + thing;
    }

    private static String unscoped(String before) {
        var simplified = Han.simplified(before);
        var scope = Pattern.compile(SCOPE + "$").matcher(simplified);
        return scope.find() ? before.substring(0, scope.start()) : before;
    }

    private String inScript(String simplified) {
        return locale.contains("Hant") ? Han.traditional(simplified) : simplified;
    }
}
