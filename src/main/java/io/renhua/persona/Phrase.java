package io.renhua.persona;

import java.util.Map;
import java.util.Set;

/**
 * One text of a script in the languages that it is in.
 *
 * @param path as in {@link Places}
 * @param place where the default locale's words stand
 * @param words by locale, those that are filled in for want of others among them
 * @param written the locales that have words of their own
 * @param derived the locales whose words are converted from another one's
 */
public record Phrase(String path, Place place, Map<String, String> words, Set<String> written, Set<String> derived) {
    public Phrase {
        words = Map.copyOf(words);
        written = Set.copyOf(written);
        derived = Set.copyOf(derived);
    }
}
