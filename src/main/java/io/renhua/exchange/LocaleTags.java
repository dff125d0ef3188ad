package io.renhua.exchange;

import io.renhua.bundle.CannotTravel;
import io.renhua.text.Language;
import io.renhua.text.Wording;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What languages are called elsewhere, as a script calls them. */
final class LocaleTags {
    private LocaleTags() {}

    /** {@code zh_TW} is {@code zh-Hant}, {@code EN} is {@code en}. */
    static String tag(String theirs) {
        var locale = Locale.forLanguageTag(theirs.strip().replace('_', '-'));
        var language = locale.getLanguage();
        if (language.isEmpty() || !language.matches("[a-z]{2,3}")) {
            throw new CannotTravel(Wording.of(
                    "It is refused: %s is no language tag. Write instead: one such as zh-Hant, zh-Hans, en",
                    ForeignText.sentence(theirs)));
        }
        if (language.equals("zh")) {
            return isTraditional(locale) ? "zh-Hant" : "zh-Hans";
        }
        var country = locale.getCountry().matches("[A-Z]{2}") ? "-" + locale.getCountry() : "";
        return language + country;
    }

    private static boolean isTraditional(Locale locale) {
        return locale.getScript().equals("Hant")
                || (locale.getScript().isEmpty() && List.of("TW", "HK", "MO").contains(locale.getCountry()));
    }

    /** What a text is written in, as far as it shows. */
    static String of(String text) {
        return Language.of(text).orElseGet(() -> byScript(text));
    }

    private static String byScript(String text) {
        var scripts = text.codePoints().mapToObj(UnicodeScript::of).collect(Collectors.toSet());
        if (scripts.contains(UnicodeScript.HIRAGANA) || scripts.contains(UnicodeScript.KATAKANA)) {
            return "ja";
        }
        if (scripts.contains(UnicodeScript.HANGUL)) {
            return "ko";
        }
        return scripts.contains(UnicodeScript.HAN) ? "zh-Hant" : "en";
    }
}
