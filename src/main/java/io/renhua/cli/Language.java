package io.renhua.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** In which language reasons are told: the one asked for, else the terminal's own. */
final class Language {
    static final String HELP = "In which language: en, zh-Hant or zh-Hans. Default: your terminal's.";
    private static final List<String> ALL = List.of("en", "zh-Hant", "zh-Hans");

    private Language() {}

    static String here() {
        return of(System.getenv());
    }

    /** As terminals say it: {@code zh_TW.UTF-8}. */
    static String of(Map<String, String> environment) {
        var tag = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
        var locale = Locale.forLanguageTag(tag.replaceAll("[.@].*", "").replace('_', '-'));
        if (!locale.getLanguage().equals("zh")) {
            return "en";
        }
        boolean isTraditional = locale.getScript().equals("Hant")
                || (locale.getScript().isEmpty() && List.of("TW", "HK", "MO").contains(locale.getCountry()));
        return isTraditional ? "zh-Hant" : "zh-Hans";
    }

    static String checked(String language) {
        if (!ALL.contains(language)) {
            throw new UnreadablePersona("--in is " + String.join(", ", ALL) + ", not " + language + ".");
        }
        return language;
    }
}
