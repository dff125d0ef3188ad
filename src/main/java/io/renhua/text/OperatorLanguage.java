package io.renhua.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The language of whoever runs us: what they chose in {@code RENHUA_LANG}, else what their terminal speaks. */
public final class OperatorLanguage {
    public static final List<String> ALL = List.of(Phrasebook.ENGLISH, "zh-Hant", "zh-Hans");

    private OperatorLanguage() {}

    public static String here() {
        return of(System.getenv());
    }

    /** As terminals say it: {@code zh_TW.UTF-8}. */
    public static String of(Map<String, String> environment) {
        var tag = Stream.of("RENHUA_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
        var locale = Locale.forLanguageTag(tag.replaceAll("[.@].*", "").replace('_', '-'));
        if (!locale.getLanguage().equals("zh")) {
            return Phrasebook.ENGLISH;
        }
        boolean isTraditional = locale.getScript().equals("Hant")
                || (locale.getScript().isEmpty() && List.of("TW", "HK", "MO").contains(locale.getCountry()));
        return isTraditional ? "zh-Hant" : "zh-Hans";
    }
}
