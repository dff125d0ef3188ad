package io.renhua.nlu;

import static io.renhua.nlu.Rule.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.UnaryOperator;

/** The ways to say how many. A Chinese numeral of one character, and the word 'one', count only where they count something. */
final class Numbers {
    private static final String ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth";
    private static final String CHOSEN = " (?:one|option|choice|item)\\b";
    private static final String COUNTED =
            "(?:more|each|ticket|piece|box|bag|cup|pack|packet|bottle|tin|set|kilo|item|adult|child|kid"
                    + "|person|guest|room|night|pot|jar|can|case|slice|of (?:each|those|these))\\b";
    private static final String BEFORE_ONE =
            "(?:just|only|want|need|take|have|buy|order|number|option|for|with|get|give me|make it|at least|about)";
    /** 要一個 counts, 推薦一個 is 'a'. */
    private static final String BEFORE_ONE_HAN = "[要来买订定加拿共只仅就再点换各送带住第给]|给我|帮我";

    private static final String BEFORE_HAN = "[\\u4E00-\\u9FFF]";

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal DOZEN = BigDecimal.valueOf(12);

    static Rules<ZonedDateTime, BigDecimal> rules() {
        return Rules.<ZonedDateTime, BigDecimal>not("no-numbers.txt")
                .or("\\d|[%½¼¾⅓⅔负]|零下|minus|negative|percent|per cent|pct", figures())
                .or("[<H>半]", chinese())
                .or(
                        "\\b(?:<WORD>|zero|nought|point|half|couple|pair|quarters?|thirds?|" + ORDINALS + ")\\b",
                        english());
    }

    private Numbers() {}

    private static List<Rule<ZonedDateTime, BigDecimal>> figures() {
        return List.of(
                number("<EDGE>(?<n><FRACTION>)(?!\\d)", n -> n),
                number("<EDGE>(?<n><SHORT>)", n -> n),
                number("<EDGE>(?<n><FIG>)(?![a-z]+\\d)", n -> n),
                number("(?<![\\w.])(?<n>\\.\\d{1,6})(?!\\d)", n -> n),
                number("\\bx(?<n>\\d{1,4})\\b", n -> n),
                number("(?:(?<![a-z0-9)] ?)-|\\b(?:minus|negative) |负|零下)(?<n><N>)", BigDecimal::negate),
                number("(?<n><N>|half a) ?(?:%|(?:percent|per cent|pct)\\b)", Numbers::hundredths));
    }

    private static List<Rule<ZonedDateTime, BigDecimal>> chinese() {
        return List.of(
                number("(?<n><ZH>)(?<=[<H>\\d点][<H>]|\\d)", n -> n),
                number("(?<=第)(?<n>[<H>])", n -> n),
                number("(?<=[选要共号])(?<n>[<D>十百廿卅])(?!" + BEFORE_HAN + ")", n -> n),
                number("<START>(?<n>[<D>十百千廿卅])<STOP>", n -> n),
                number("(?<![<H>])(?<n>[<D>十百廿卅&&[^一]])(?=<MEASURE>)", n -> n),
                number("(?<=" + BEFORE_ONE_HAN + ")(?<n>一)(?=<MEASURE>)", n -> n),
                number("(?<![<H>])(?<n>一)(?=(?:<MEASURE>)(?:<STOP>|[就人可行够吗好吧嘛呢啊半]))", n -> n),
                number("(?<n><ZH>)(?:[个斤两盒包箱杯瓶碗])半(?!价|糖|熟)", n -> n.add(HALF)),
                number("(?<n><ZH>)打(?!折|包|扰|电|开|算|听|个|字)", DOZEN::multiply),
                number("(?<n>半)打", DOZEN::multiply),
                number("一(?<n>半)", n -> n),
                number("(?<n>半)(?=[个斤盒包份箱杯瓶碗块片张条罐袋壶公升套])", n -> n),
                number("百分之(?<n>百|<ZH>)", Numbers::hundredths),
                rule("百分百(?!" + BEFORE_HAN + ")", (m, now) -> BigDecimal.ONE),
                rule(
                        "(?<n>[一二两三四五六七八九])成(?<more>[一二三四五六七八九])?(?![功长本品为立语人员熟就不了])",
                        (m, now) -> new BigDecimal("0." + Numeral.whole(m.group("n"))
                                + (m.group("more") == null ? "" : Numeral.whole(m.group("more"))))),
                rule(
                        "(?<whole><ZH>)分之(?<n><ZH>)",
                        (m, now) -> Numeral.of(m.group("n"))
                                .divide(Numeral.of(m.group("whole")), 6, RoundingMode.HALF_UP)));
    }

    private static List<Rule<ZonedDateTime, BigDecimal>> english() {
        return List.of(
                number(
                        "(?!one\\b(?! (?:hundred|thousand|million|billion|dozen|and a half|point)\\b))(?<n><EN>)",
                        n -> n),
                number("(?<n>\\bone\\b)(?= " + COUNTED + "|,? please)", n -> n),
                number("<START>(?<n>one)<STOP>", n -> n),
                number("(?<=\\b" + BEFORE_ONE + " )(?<n>one)\\b", n -> n),
                number("\\b(?:(?:a|one) )?(?<n>half)\\b(?= an? (?!hour|day|year|minute)|<STOP>| please)", n -> n),
                number("\\b(?:a |one )?(?<n>couple|pair)\\b(?: of\\b)?", n -> n),
                number(
                        "\\b(?<n>(?:a|one|two|three) (?:quarter|third)s?)\\b(?!" + CHOSEN + "| party| time| person)",
                        n -> n),
                rule(
                        "\\b(?<n>" + ORDINALS + ")" + CHOSEN,
                        (m, now) -> BigDecimal.valueOf(
                                List.of(ORDINALS.split("\\|")).indexOf(m.group("n")) + 1)));
    }

    private static Rule<ZonedDateTime, BigDecimal> number(String template, UnaryOperator<BigDecimal> meaning) {
        return rule(template, (m, now) -> meaning.apply(Numeral.of(m.group("n"))));
    }

    private static BigDecimal hundredths(BigDecimal number) {
        return number.movePointLeft(2);
    }
}
