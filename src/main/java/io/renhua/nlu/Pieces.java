package io.renhua.nlu;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the patterns of our own rules are put together from: {@code <N>} stands for a number, and so on. They run on the
 * folded text, and none of them repeats without a bound.
 */
final class Pieces {
    private static final Pattern NAME = Pattern.compile("(?<!\\(\\?)<([A-Z_]+)>");
    private static final Map<String, String> ALL = new HashMap<>();

    static {
        piece("D", ChineseNumber.DIGITS);
        piece("H", "<D>廿卅" + ChineseNumber.UNITS);
        piece("EDGE", "(?<![a-z0-9_.])(?<!\\d[,/:.-])(?<![a-z]-)");
        piece("FIG", "(?:\\d{1,3}(?:,\\d{3}){1,5}(?!\\d)|\\d{1,15})(?:\\.\\d{1,6})?(?!\\d)");
        piece("HAN", "[<H>](?:[<H>&&[^两]]|两(?=[百千万亿])){0,29}(?:点[<D>]{1,6}[百千万亿]?(?![<H>]))?");
        piece("MIXED", "<FIG>(?: ?[百千万亿兆](?:[<H>]{1,9}|\\d{1,4}千?)?)?");
        piece("ZH", "(?:<EDGE><MIXED>|(?<![<H>])<HAN>)");

        piece("ONES", "(?:" + EnglishNumber.ONES + ")");
        piece("TEENS", "(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)");
        piece("TENS", "(?:twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety)");
        piece("SCALE", "(?:hundred|thousand|million|billion|dozen)");
        piece("WORD", "(?:<TEENS>|<TENS>|<ONES>|<SCALE>)(?![a-z])");
        piece("POINT", " ?\\bpoint(?: (?:zero|<ONES>)\\b){1,6}");
        piece(
                "WORDS",
                "(?=[abcdefhmnostz\\d])(?:(?:half an?|an?|(?:a )?couple(?: of)?|<FIG>(?: and a half)?) <SCALE>|<WORD>|zero\\b|nought\\b)");
        piece("JOINT", "(?:[ -]|(?<=hundred|thousand|million|billion),? and | and (?=a half\\b))");
        piece(
                "EN",
                "\\b(?:<WORDS>(?:<JOINT>(?:a half\\b|<WORD>)){0,12}(?:<POINT>)?|point(?: (?:zero|<ONES>)\\b){1,6}|<FIG> and a half\\b)");
        piece("FRACTION", "(?:\\d{1,4} )?(?:1/2|1/3|2/3|1/4|3/4)(?![\\d/])|\\d{0,4}[½¼¾⅓⅔]");
        piece("SHORT", "<FIG>[kw](?![a-z0-9])");
        piece("N", "(?:<EN>|<EDGE>(?:<FRACTION>|<SHORT>)|<ZH>)");
        piece("BARE", "(?:<EN>|<FRACTION>|<SHORT>|<MIXED>|<HAN>)");

        piece(
                "MEASURE",
                "[个個只隻条张件杯盒包瓶罐箱袋份块片支枝本双套打位人名口间台部辆次回天年周岁元角毛折倍度公斤克磅毫升米寸吋楼层"
                        + "码碗盘碟串颗粒朵束株棵头匹尾封首篇页组对副座栋户家桌席排行列种类款项笔批趟遍场壶泡两钱蚊秒刻晚夜泊磅听樽嚿味围圈盏顿顆]"
                        + "|星期|礼拜|小时|分钟|钟头|月份|号|张票");
        piece(
                "MONTH",
                "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
                        + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?");
        piece("WEEKDAY", "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)");
        piece("CHINESE_HOUR", "(?:(?<![\\d.:第几])\\d{1,2}|二?十[一二三四五六七八九]?|廿[一二三四]?|[零〇一二两三四五六七八九])");
        piece(
                "HOUR",
                "(?:(?<![a-z0-9.:$/-])(?:1[0-2]|0?[1-9])(?![\\d/]|[.:,]\\d)"
                        + "|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b)");
        piece("STOP", "(?=$|[,。!?;:、.~)])");
        piece("START", "(?<=^|[,。!?;:、(~])");
    }

    private Pieces() {}

    static Pattern pattern(String template) {
        return Pattern.compile(expand(template));
    }

    static String expand(String template) {
        return NAME.matcher(template).replaceAll(name -> Matcher.quoteReplacement(ALL.get(name.group(1))));
    }

    private static void piece(String name, String template) {
        ALL.put(name, expand(template));
    }
}
