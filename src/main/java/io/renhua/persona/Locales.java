package io.renhua.persona;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The languages a persona speaks.
 *
 * @param offered BCP 47 tags, the default among them
 */
public record Locales(String standard, List<String> offered) {
    public Locales {
        offered = List.copyOf(offered);
    }

    /** The offered locale nearest to a wanted tag: the same, then the same script or language, then the default. */
    public String pick(@Nullable String wanted) {
        if (wanted == null || offered.contains(wanted)) {
            return wanted == null ? standard : wanted;
        }
        var tag = written(wanted);
        return Stream.concat(Stream.of(tag), wider(tag))
                .filter(offered::contains)
                .findFirst()
                .or(() -> offered.stream()
                        .filter(each -> each.startsWith(script(tag) + "-"))
                        .findFirst())
                .orElse(standard);
    }

    /** As standards write it, Telegram's {@code zh-hant} too, and with the script of a region: {@code zh-HK} is {@code zh-Hant-HK}. */
    private static String written(String wanted) {
        var tag = Locale.forLanguageTag(wanted.replace('_', '-')).toLanguageTag();
        if (!tag.matches("zh(?:-[A-Z]{2})?")) {
            return tag;
        }
        var region = tag.substring(2);
        return "zh-" + (region.matches("-(?:TW|HK|MO)") ? "Hant" : "Hans") + region;
    }

    /** What a locale may take its words from before anything is converted: the nearest first, itself left out. */
    static Stream<String> wider(String locale) {
        return Stream.iterate(narrowed(locale), tag -> !tag.isEmpty() && !tag.equals("zh"), Locales::narrowed);
    }

    private static String narrowed(String tag) {
        return tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
    }

    private static String script(String tag) {
        return tag.startsWith("zh") ? tag.replaceAll("^(zh-[A-Za-z]{4}).*", "$1") : tag.replaceAll("-.*", "");
    }
}
