package io.renhua.nlu;

import static io.renhua.nlu.Rule.not;
import static io.renhua.nlu.Rule.rule;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Matcher;

/** Amounts of money; the value is the ISO code and the amount: TWD 1200. */
final class MoneySeeker implements Seeker {
    private static final String AMOUNT = "(?<minus>-|负|minus )?";
    private static final String N = "(?<n><N>|a(?= (?:dollar|buck|euro|pound)\\b))";

    private static final Rules<ZonedDateTime, Sum> RULES = new Rules<>(List.of(
            not("[几数][十百千万]+|[<H>]*(?:一两|两三|二三|三四|三五|四五|五六|六七|七八|八九)[十百千万]+[元块蚊]?|<HAN>[多几来](?=元|块|蚊)"),
            rule(
                    AMOUNT + "(?<![a-z])(?<unit>" + Currency.BEFORE + ") ?(?<minus2>-)?(?<n><BARE>)(?: ?(?:元整?|块钱?))?",
                    MoneySeeker::sum),
            rule(AMOUNT + N + " ?(?:[元块] ?)?(?<unit>" + Currency.BEHIND + ")(?![a-z])", MoneySeeker::sum),
            rule(
                    "(?<n><ZH>) ?(?<unit>[块元蚊])(?<tenths>[<D>]|\\d)(?:(?<hundredths>[毛角](?:[<D>]|\\d)?分?)|(?![<H>\\d.]|<MEASURE>))",
                    MoneySeeker::parts),
            rule(
                    "(?<n><ZH>) ?毛(?:钱)?(?=$|[^\\u4E00-\\u9FFF])",
                    (m, now) -> new Sum(amount(m).movePointLeft(1), Currency.code("元", now.getZone()))),
            rule(
                    "(?<n><N>) (?<unit>dollars?|bucks?|euros?|pounds?),?(?: and)? (?<cents><N>)(?: (?:cents?|pence))?(?![a-z])",
                    (m, now) -> sum(m, now).plus(cents(m.group("cents")))),
            rule("(?<n><N>) ?cents?\\b", (m, now) -> new Sum(cents(m.group("n")), Currency.code("$", now.getZone())))));

    private final String name;

    MoneySeeker(String name) {
        this.name = name;
    }

    @Override
    public List<Entity> seek(Letters letters, ZonedDateTime now) {
        return RULES.in(letters.folded(), now).stream()
                .map(span -> letters.entity(name, span.value().toString(), span.start(), span.end()))
                .toList();
    }

    private static Sum sum(Matcher m, ZonedDateTime now) {
        return new Sum(amount(m), Currency.code(m.group("unit"), now.getZone()));
    }

    private static BigDecimal amount(Matcher m) {
        var groups = m.pattern().namedGroups().keySet();
        boolean minus = groups.stream().anyMatch(group -> group.startsWith("minus") && m.group(group) != null);
        var amount = Numeral.of(m.group("n"));
        return minus ? amount.negate() : amount;
    }

    /** 三块五, 三元五角. */
    private static Sum parts(Matcher m, ZonedDateTime now) {
        return sum(m, now).plus(Numeral.of(m.group("tenths")).movePointLeft(1));
    }

    private static BigDecimal cents(String written) {
        return Numeral.of(written).movePointLeft(2);
    }

    private record Sum(BigDecimal amount, String currency) {
        Sum plus(BigDecimal more) {
            return new Sum(amount.add(more), currency);
        }

        @Override
        public String toString() {
            return currency + " " + Numeral.plain(amount);
        }
    }
}
