package io.renhua.nlu;

import static io.renhua.nlu.Rule.rule;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Matcher;

/** Amounts of money; the value is the ISO code and the amount: TWD 1200. */
final class MoneySeeker implements Seeker {
    private static final String MINUS = "(?<minus>-|负|minus )?";
    private static final String N = "(?<n><N>|a(?= (?:dollar|buck|euro|pound)\\b))";

    private static final Rules<ZonedDateTime, Sum> RULES = Rules.<ZonedDateTime, Sum>not("no-money.txt")
            .or(Currency.BEFORE + "|" + Currency.BEHIND, wholes())
            .or("[块元蚊毛]|cent|pence", parts());

    private static List<Rule<ZonedDateTime, Sum>> wholes() {
        return List.of(
                rule(
                        MINUS + "(?<![a-z])(?<unit>" + Currency.BEFORE + ") ?(?<n><BARE>)(?: ?(?:元整?|块钱?))?",
                        MoneySeeker::sum),
                rule(MINUS + N + " ?(?:[元块] ?)?(?<unit>" + Currency.BEHIND + ")(?![a-z])", MoneySeeker::sum));
    }

    /** 三块五, 三元五角二分, 3块25, 五毛; two dollars and fifty cents, 50 cents. */
    private static List<Rule<ZonedDateTime, Sum>> parts() {
        return List.of(
                rule(
                        "(?<n><ZH>) ?(?<unit>[块元蚊])(?<tenths>[<D>]|\\d)(?:[毛角](?:(?<hundredths>[<D>]|\\d)分?)?|(?![<H>\\d.]|<MEASURE>))",
                        MoneySeeker::parts),
                rule(
                        "(?<n><ZH>) ?(?<unit>[块元蚊])(?<cents>\\d\\d)(?![<H>\\d.])",
                        (m, now) -> sum(m, now).plus(m.group("cents"), 2)),
                rule(
                        "(?<n><ZH>) ?毛钱?(?=$|[^\\u4E00-\\u9FFF])",
                        (m, now) -> none("元", now).plus(m.group("n"), 1)),
                rule(
                        "(?<n><N>) (?<unit>dollars?|bucks?|euros?|pounds?),?(?: and)? (?<cents><N>)(?: (?:cents?|pence))?(?![a-z])",
                        (m, now) -> sum(m, now).plus(m.group("cents"), 2)),
                rule("(?<n><N>) ?cents?\\b", (m, now) -> none("$", now).plus(m.group("n"), 2)));
    }

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
        var amount = Numeral.of(m.group("n"));
        boolean minus = m.pattern().namedGroups().containsKey("minus") && m.group("minus") != null;
        return none(m.group("unit"), now).plus(minus ? amount.negate() : amount);
    }

    private static Sum parts(Matcher m, ZonedDateTime now) {
        var sum = sum(m, now).plus(m.group("tenths"), 1);
        return m.group("hundredths") == null ? sum : sum.plus(m.group("hundredths"), 2);
    }

    private static Sum none(String unit, ZonedDateTime now) {
        return new Sum(BigDecimal.ZERO, Currency.code(unit, now.getZone()));
    }

    private record Sum(BigDecimal amount, String currency) {
        Sum plus(BigDecimal more) {
            return new Sum(amount.add(more), currency);
        }

        Sum plus(String written, int places) {
            return plus(Numeral.of(written).movePointLeft(places));
        }

        @Override
        public String toString() {
            return currency + " " + Numeral.plain(amount);
        }
    }
}
