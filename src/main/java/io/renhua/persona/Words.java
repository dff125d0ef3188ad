package io.renhua.persona;

import java.util.List;
import java.util.Map;

/** One text in every locale the persona offers. The reader has filled the gaps, or refused the script. */
public record Words(Map<String, String> byLocale) {
    public Words {
        byLocale = Map.copyOf(byLocale);
    }

    /** The text in a locale that {@link Locales#pick} gave. */
    public String in(String locale) {
        var text = byLocale.get(locale);
        if (text == null) {
            throw new IllegalArgumentException("no words in " + locale + ", only in " + byLocale.keySet());
        }
        return text;
    }

    /** The text cut into bubbles: a line of the script is a bubble. */
    public List<String> bubbles(String locale) {
        return in(locale)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
