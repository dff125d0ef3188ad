package io.renhua.nlu;

import static io.renhua.nlu.Rule.not;
import static io.renhua.nlu.Rule.rule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Days and times as Chinese names them, in Taipei, Beijing and Hong Kong; in simplified characters. */
final class ChineseMoments {
    /** One of these is in whatever says a day or a time. */
    static final String NEEDED = "[今明昨寻琴听㖊后前天日周星礼拜月年点时午昏昼号夜晚凌晨早(]";

    private static final String WEEK = "(?:周|星期|礼拜)";
    private static final String DAY_OF_WEEK = "(?<d>[一二三四五六日天末]|[1-7](?![\\d次天个小.:%折点]))";
    private static final String NUMBER = "(?:\\d{1,2}|[零〇一二两三四五六七八九十廿卅]{1,3})";
    private static final String YEAR = "(?:(?<y>(?:民国)?[零〇一二三四五六七八九十百]{2,7}|(?:民国)?\\d{2,4}|大前|[今明去后前]) ?年的? ?)";
    private static final String MONTH =
            "(?:(?<rel>下下个?|下个?|上个?|[这今]个?|本)月的?|" + YEAR + "?(?<![<H>\\d])(?<m>" + NUMBER + ") ?月(?:份)?的? ?)";
    private static final String NO_DAY = "(?![线门店机楼套餐球桌柜房馆院仓码碗车出舱铺台舖坑床])";
    private static final String MINUTES =
            "(?<f>半|一刻|三刻|1刻|3刻)|(?:搭(?<s>\\d{1,2}|[一二三四五六七八九十])|(?<q>[一二三四五六七八九十]|\\d{1,2})个字)"
                    + "|(?<min>\\d{1,2}|[二三四五]?十[一二三四五六七八九]?|[零〇][一二三四五六七八九]|[一二三四五六七八九](?=分))分?";

    private static final Map<String, Integer> DAYS = Map.ofEntries(
            Map.entry("大前", -3),
            Map.entry("前", -2),
            Map.entry("昨", -1),
            Map.entry("寻", -1),
            Map.entry("㖊", -1),
            Map.entry("琴", -1),
            Map.entry("今", 0),
            Map.entry("明", 1),
            Map.entry("听", 1),
            Map.entry("后", 2),
            Map.entry("大后", 3));

    private static final Map<String, Integer> YEARS = Map.of("大前", -3, "前", -2, "去", -1, "今", 0, "明", 1, "后", 2);

    private static final Map<PartOfDay, String> PARTS = Map.of(
            PartOfDay.MORNING, "凌晨|清晨|清早|大清早|朝头早|朝早|早上|早晨|上午|上昼|一早|一大早|(?<=[今明听后日天晨])[早朝]|早(?=<CHINESE_HOUR>点)",
            PartOfDay.NOON, "中午|正午|晌午",
            PartOfDay.AFTERNOON, "下午(?!茶)|午后|下昼|晏昼|傍晚|黄昏",
            PartOfDay.EVENING, "晚上|晚间|(?<!年)夜晚|夜里|夜间|晚黑|晚头|(?<=[今明昨听寻琴㖊后日天])[晚夜](?![上间里晚黑头])|晚(?=<CHINESE_HOUR>点)",
            PartOfDay.NIGHT, "半夜|深夜|三更半夜");

    private ChineseMoments() {}

    static List<Rule<Almanac, Moment>> rules() {
        return Stream.of(guards(), parts(), days(), months(), times())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Rule<Almanac, Moment>> guards() {
        return List.of(
                not("[每逢隔](?:个|逢|隔|到)?(?:" + WEEK + DAY_OF_WEEK + "|[月年天日晚周](?:末|底|初)?(?:的?" + NUMBER + "[日号])?)"),
                not("早安|晚安|午安|(?:早上|上午|中午|下午|晚上)好|[早午晚夜](?:餐|饭|市|宵)|早点(?!<CHINESE_HOUR>)"),
                not("[早晚快慢多少有差大小好]一点点?(?!<H>|半|钟)|(?<![天日号上午晚昼夜晨朝早一-六末 ])一点点?(?!钟|半|整|正|左右|[零〇\\d十]|[二三四五]十|前|后|到)|一时"),
                not("<CHINESE_HOUR>点(?:建议|意见|不|都|问题|要求|原因|理由|疑问|想法|优|缺|式|心|水)"),
                not("生日|日本|听日(?=本|语)|过两天(?!后|之|再来)"));
    }

    private static List<Rule<Almanac, Moment>> parts() {
        return PARTS.entrySet().stream()
                .map(part -> Rule.<Almanac, Moment>rule(part.getValue(), (m, almanac) -> Moment.in(part.getKey())))
                .toList();
    }

    private static List<Rule<Almanac, Moment>> days() {
        return List.of(
                rule("(?<n>大前|前|大后|后|今|明)[天日儿]", (m, almanac) -> almanac.day(DAYS.getOrDefault(m.group("n"), 0))),
                rule("(?<n>昨|寻|㖊|琴|听)[天日儿]", (m, almanac) -> almanac.day(DAYS.getOrDefault(m.group("n"), 0))),
                rule(
                        "(?<n>[昨寻㖊琴听今明]|(?<![之以完了然最饭])后(?!.[上间]))(?=[晚早朝夜])",
                        (m, almanac) -> almanac.day(DAYS.getOrDefault(m.group("n"), 0))),
                rule(
                        "(?<rel>上上|下下|[上下这本今])个?" + WEEK + "的?今[天日]",
                        (m, almanac) -> almanac.day(7 * offset(m.group("rel")))),
                rule(
                        "(?<rel>上上|下下|[上下这本今])?个?(?:(?<![<H>每几])周|星期|礼拜|(?<![礼崇参朝])拜)" + DAY_OF_WEEK,
                        ChineseMoments::weekday),
                rule(
                        "(?<=[\\d日号]) ?\\(" + WEEK + "?(?<d>[一二三四五六日])\\)",
                        (m, almanac) -> Moment.loosely(almanac.weekday(day(m)))),
                rule("再?过(?<l>" + Lapse.CHINESE + ")(?:[之以]?后)?", (m, almanac) -> lapse(m, almanac, 1)),
                rule("(?<l>" + Lapse.CHINESE + ")[之以]?后", (m, almanac) -> lapse(m, almanac, 1)),
                rule("(?<l>" + Lapse.CHINESE + ")[之以]?前", (m, almanac) -> lapse(m, almanac, -1)));
    }

    private static List<Rule<Almanac, Moment>> months() {
        return List.of(
                rule(
                        YEAR + "?(?<![<H>\\d.])(?<m>" + NUMBER + ") ?月(?:份)?的? ?(?<d>" + NUMBER
                                + ")(?:[ ]?[日号]|(?![<H>\\d.天个%元块位人盒包]))",
                        ChineseMoments::date),
                rule(
                        MONTH + "(?<d>" + NUMBER + ") ?[日号]",
                        (m, almanac) -> Moment.on(month(m, almanac).atDay(Numeral.whole(m.group("d"))))),
                rule(
                        MONTH + "(?:底|末|尾)",
                        (m, almanac) -> Moment.on(month(m, almanac).atEndOfMonth())),
                rule(MONTH + "初", (m, almanac) -> Moment.on(month(m, almanac).atDay(1))),
                rule(MONTH + "中旬?", (m, almanac) -> Moment.on(month(m, almanac).atDay(15))),
                rule(
                        "(?<![个年<H>\\d每])月[底尾]",
                        (m, almanac) -> Moment.on(almanac.month(0).atEndOfMonth())),
                rule(
                        "(?<![个年<H>\\d每])月中(?!旬)",
                        (m, almanac) -> Moment.on(almanac.month(0).atDay(15))),
                rule("(?<y>[今明去后])?年(?:底|尾)", (m, almanac) -> Moment.on(LocalDate.of(year(m, almanac), 12, 31))),
                rule("(?<y>[今明去后])年初", (m, almanac) -> Moment.on(LocalDate.of(year(m, almanac), 1, 1))),
                rule(MONTH + "(?:第(?<n>[一二三四五])|最后一?)个?" + WEEK + DAY_OF_WEEK, ChineseMoments::weekdayOfMonth),
                rule(
                        "(?<d>(?<![\\d.第#])\\d{1,2}|(?<![<H>第])[<H>]{1,3})号" + NO_DAY,
                        (m, almanac) -> Moment.on(almanac.dayOfMonth(Numeral.whole(m.group("d"))))),
                rule(
                        "(?<![<H>\\d.])(?<d>\\d{1,2}|二?十[一二三四五六七八九]|二十|三十一?|廿[一二三四五六七八九]?)日(?![后前内游之以本间])",
                        (m, almanac) -> Moment.on(almanac.dayOfMonth(Numeral.whole(m.group("d"))))));
    }

    private static List<Rule<Almanac, Moment>> times() {
        return List.of(
                rule(
                        "(?<![第几])(?<h><CHINESE_HOUR>) ?(?:点钟?|时)(?:整|正|(?:过)?(?:" + MINUTES
                                + "))?(?![<D>\\d](?!位|个|人|份|盒|包|张|名|间|杯|大))",
                        ChineseMoments::time),
                rule(
                        "差(?<min>" + NUMBER + "|一刻)分?钟?(?<h><CHINESE_HOUR>)点",
                        (m, almanac) -> at(Numeral.whole(m.group("h")) * 60 - minutes(m.group("min")))),
                rule("午夜(?!<CHINESE_HOUR>)", (m, almanac) -> Moment.at(24, 0, PartOfDay.CLOCK)));
    }

    private static @Nullable Moment lapse(Matcher m, Almanac almanac, int sign) {
        var lapse = Lapse.of(m.group("l"));
        return lapse == null ? null : almanac.after(lapse, sign);
    }

    private static int offset(String relative) {
        int weeks = relative.startsWith("上上") || relative.startsWith("下下") ? 2 : 1;
        return relative.startsWith("下") ? weeks : relative.startsWith("上") ? -weeks : 0;
    }

    private static DayOfWeek day(Matcher m) {
        char said = m.group("d").charAt(0);
        return switch (said) {
            case '末' -> DayOfWeek.SATURDAY;
            case '天' -> DayOfWeek.SUNDAY;
            default -> DayOfWeek.of(Character.isDigit(said) ? said - '0' : "一二三四五六日".indexOf(said) + 1);
        };
    }

    private static Moment weekday(Matcher m, Almanac almanac) {
        if (m.group("rel") != null) {
            return Moment.on(almanac.weekday(day(m), offset(m.group("rel"))));
        }
        return Moment.loosely(m.group("d").equals("末") ? almanac.weekend() : almanac.weekday(day(m)));
    }

    private static Moment date(Matcher m, Almanac almanac) {
        int month = Numeral.whole(m.group("m"));
        int day = Numeral.whole(m.group("d"));
        return Moment.on(
                m.group("y") == null ? almanac.monthDay(month, day) : LocalDate.of(year(m, almanac), month, day));
    }

    private static YearMonth month(Matcher m, Almanac almanac) {
        if (m.group("rel") != null) {
            return almanac.month(offset(m.group("rel")));
        }
        int month = Numeral.whole(m.group("m"));
        return m.group("y") == null ? almanac.namedMonth(month) : YearMonth.of(year(m, almanac), month);
    }

    /** Taiwan counts from 1911, in three figures or where it says so. */
    private static int year(Matcher m, Almanac almanac) {
        var said = m.group("y") == null ? "今" : m.group("y");
        if (YEARS.containsKey(said)) {
            return almanac.today().getYear() + YEARS.getOrDefault(said, 0);
        }
        int year = Numeral.whole(said.replace("民国", ""));
        return said.startsWith("民国") || (year >= 100 && year < 200) ? 1911 + year : year < 100 ? 2000 + year : year;
    }

    private static Moment weekdayOfMonth(Matcher m, Almanac almanac) {
        var first = month(m, almanac).atDay(1);
        var adjuster = m.group("n") == null
                ? TemporalAdjusters.lastInMonth(day(m))
                : TemporalAdjusters.dayOfWeekInMonth(Numeral.whole(m.group("n")), day(m));
        var date = first.with(adjuster);
        if (!YearMonth.from(date).equals(YearMonth.from(first))) {
            throw new DateTimeException("no fifth one");
        }
        return Moment.on(date);
    }

    private static @Nullable Moment time(Matcher m, Almanac almanac) {
        int fives = m.group("s") == null ? 0 : Numeral.whole(m.group("s"));
        fives = m.group("q") == null ? fives : Numeral.whole(m.group("q"));
        int minutes = m.group("f") != null
                ? minutes(m.group("f"))
                : m.group("min") != null ? minutes(m.group("min")) : 5 * fives;
        int hour = Numeral.whole(m.group("h"));
        return Moment.at(hour, minutes, PartOfDay.UNSAID);
    }

    private static int minutes(String said) {
        return switch (said) {
            case "半" -> 30;
            case "一刻", "1刻" -> 15;
            case "三刻", "3刻" -> 45;
            default -> Numeral.whole(said);
        };
    }

    private static @Nullable Moment at(int minutes) {
        return Moment.at(minutes / 60, minutes % 60, PartOfDay.UNSAID);
    }
}
