package io.renhua.lint;

import com.google.re2j.Pattern;
import io.renhua.nlu.Entity;
import io.renhua.nlu.EntityDefinition;
import io.renhua.nlu.EntityDefinition.BuiltIn.Kind;
import io.renhua.nlu.EntityFinder;
import io.renhua.nlu.EntityFinders;
import io.renhua.persona.EntityKind;
import io.renhua.persona.Persona;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts tokens such as {@code {phone}} where something personal stands. What a persona calls an entity of its own keeps that
 * name, so that the masked sentence can be an example of its script.
 */
public final class Masking {
    private static final ZonedDateTime ANY_DAY = ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final int LONGEST = 500;
    private static final int WIDE = 0xFEE0;

    private static final String SURNAMES = "王李張张劉刘陳陈楊杨趙赵黃黄周吳吴徐孫孙胡朱高林何郭馬马羅罗梁宋鄭郑謝谢韓韩唐馮冯于董蕭萧程曹袁鄧邓許许傅沈曾"
            + "彭呂吕蘇苏盧卢蔣蒋蔡賈贾丁魏薛葉叶閻阎余潘杜戴夏鍾钟汪田任姜范方石姚譚谭廖鄒邹熊金陸陆郝孔白崔康毛邱秦江史顧顾侯邵孟龍龙萬万段雷錢钱湯汤尹易常武喬乔賴赖龔龚詹洪"
            + "簡简柯翁莊庄游施巫歐欧";

    private static final String COUNT = "[0-9一二三四五六七八九十]{1,5}";

    /** In the order in which they are tried; the group, where there is one, is what is masked. */
    private static final List<Rule> RULES = List.of(
            new Rule("id_card", "(?i)\\b[0-9]{6}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9][0-9]{3}[0-9X]\\b"),
            new Rule("id_card", "(?i)\\b[A-Z][12][0-9]{8}\\b"),
            new Rule("id_card", "(?i)\\b[A-Z][0-9]{6} ?\\([0-9A]\\)"),
            new Rule("card", "\\b(?:[0-9][ -]?){12,18}[0-9]\\b"),
            new Rule(
                    "account",
                    "(?i)(?:微信號|微信号|wechat ?id|line ?id|qq號?|qq号) ?(?:是|:|：|is)? ?([a-z0-9][a-z0-9_.-]{4,30})"),
            new Rule(
                    "address",
                    "(?:\\p{Han}{0,3}[到在住往址是])?((?:\\p{Han}{2,3}[省市縣县])?(?:\\p{Han}{1,3}[市縣县區区鄉乡鎮镇])?\\p{Han}{1,6}(?:路|街|大道|巷|村|里)"
                            + "(?:" + COUNT + "[段巷弄])*" + COUNT + "(?:之[0-9]{1,3})?[號号弄巷]"
                            + "(?:" + COUNT + "(?:之[0-9]{1,3})?[樓楼室fF棟栋座](?:之[0-9]{1,3})?)*)"),
            new Rule(
                    "address",
                    "(?i)\\b[0-9]{1,5} (?:[a-z]+\\.? ){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|"
                            + "blvd|court|square|terrace)\\b\\.?(?:,? (?:apt|flat|unit|suite|#) ?[0-9a-z]{1,5})?"),
            new Rule(
                    "person",
                    "(?:我的?(?:名字|姓名)(?:是|叫做?|:|：)|我叫做?|本人|(?:收件人|收貨人|收货人|訂購人|订购人|姓名|名字)(?:是|叫|:|：)) ?" + "((?:["
                            + SURNAMES + "]|[小阿])\\p{Han}{1,2}|[A-Z][\\p{L}'-]{1,20}(?: [A-Z][\\p{L}'-]{1,20}){0,2})"),
            new Rule("person", "(?:我姓|敝姓|免貴姓|免贵姓)(\\p{Han})"),
            new Rule("person", "([" + SURNAMES + "]\\p{Han}{0,2}?)(?:先生|小姐|女士|太太|同學|同学|阿姨)"),
            new Rule(
                    "person",
                    "(?i:my name is|my name's|name:|call me|this is|i'm|i am|recipient:?|mr\\.?|mrs\\.?|ms\\.?|miss|dr\\.?) "
                            + "([A-Z][\\p{L}'-]{1,20}(?: [A-Z][\\p{L}'-]{1,20}){0,2})"),
            new Rule("digits", "(?i)\\b[a-z]{0,4}[-_]?[0-9]{6,}[0-9a-z-]*\\b"),
            new Rule("digits", "[0-9]{6,}"),
            new Rule("digits", "[零〇一二三四五六七八九]{7,}"));

    private final EntityFinder finder;

    private Masking(EntityFinder finder) {
        this.finder = finder;
    }

    public static Masking of(Persona persona) {
        var definitions = new ArrayList<EntityDefinition>();
        persona.entities().forEach((name, kind) -> {
            if (kind instanceof EntityKind.Pattern(var regex, var example)) {
                definitions.add(new EntityDefinition.Pattern(name, regex));
            }
        });
        definitions.add(new EntityDefinition.BuiltIn(called(persona, "email"), Kind.EMAIL));
        definitions.add(new EntityDefinition.BuiltIn(called(persona, "url"), Kind.URL));
        definitions.add(new EntityDefinition.BuiltIn(called(persona, "phone"), Kind.PHONE));
        return new Masking(EntityFinders.of(definitions));
    }

    /** What the persona itself calls such values, where it knows them. */
    private static String called(Persona persona, String builtIn) {
        return persona.entities().entrySet().stream()
                .filter(entity -> entity.getValue().equals(new EntityKind.BuiltIn(builtIn)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(builtIn);
    }

    /** The words with one kind of thing hidden that is known by its form, such as {@code id_card}. */
    static String hiding(String kind, String words) {
        var masked = words;
        for (var rule : RULES) {
            masked = rule.name().equals(kind) ? rule.applied(masked) : masked;
        }
        return masked;
    }

    /** The words in one line, with nothing personal left that could be recognised. */
    public String mask(String words) {
        var masked = entities(plain(words));
        for (var rule : RULES) {
            masked = rule.applied(masked);
        }
        return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST) + "…";
    }

    /** On one line, in the direction it is written, and with the letters and digits of full width as everybody else writes them. */
    private static String plain(String words) {
        var head = words.substring(0, Math.min(words.length(), 4 * LONGEST));
        return head.replaceAll("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]", "")
                .replaceAll("[\\s\\p{Z}\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}]+", " ")
                .strip()
                .codePoints()
                .map(c -> isWide(c) ? c - WIDE : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isWide(int c) {
        return c > WIDE && c - WIDE < 128 && Character.isLetterOrDigit(c - WIDE);
    }

    private String entities(String words) {
        var masked = new StringBuilder();
        int end = 0;
        for (var found : finder.find(words, ANY_DAY)) {
            if (found.start() >= end) {
                masked.append(words, end, found.start()).append(token(found));
                end = found.end();
            }
        }
        return masked.append(words.substring(end)).toString();
    }

    private static String token(Entity found) {
        return "{" + found.name() + "}";
    }

    private record Rule(String name, Pattern pattern) {
        Rule(String name, String regex) {
            this(name, Pattern.compile(regex));
        }

        String applied(String words) {
            var matcher = pattern.matcher(words);
            var masked = new StringBuilder();
            int end = 0;
            while (matcher.find()) {
                int group = matcher.groupCount() == 0 ? 0 : 1;
                masked.append(words, end, matcher.start(group))
                        .append("{")
                        .append(name)
                        .append("}");
                end = matcher.end(group);
            }
            return masked.append(words.substring(end)).toString();
        }
    }
}
