package io.renhua.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * What every persona must be able to say and those from elsewhere bring no words for: that it is a machine, what helps in
 * a crisis, how a person takes over. Good enough to be read; its operator puts it into words of the house.
 */
final class StandingWords {
    private static final List<String> LANGUAGES = List.of("zh-Hant", "zh-Hans", "en");

    /** What a locale's files leave to the default files. */
    private static final Set<String> NO_WORDS =
            Set.of("locked", "hands_off", "hours", "reasons", "quick", "menu", "privacy");

    private StandingWords() {}

    /** Whether there are words in this language; for any other they are English. */
    static boolean speak(String locale) {
        return language(locale).equals(locale) || locale.startsWith("en");
    }

    /** All of it, as the default locale's files hold it. */
    static Map<String, Object> whole(String locale) {
        return Tree.merged(read(language(locale)), Map.of());
    }

    /** The words alone, as another locale's files hold them. */
    static Map<String, Object> words(String locale) {
        return Tree.merged((Map<?, ?>) withoutOthers(read(language(locale))), Map.of());
    }

    private static String language(String locale) {
        return LANGUAGES.contains(locale) ? locale : "en";
    }

    private static Object withoutOthers(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        return map.entrySet().stream()
                .filter(entry -> !NO_WORDS.contains(entry.getKey().toString()))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toString(),
                        entry -> withoutOthers(entry.getValue()),
                        (one, same) -> one,
                        LinkedHashMap::new));
    }

    private static Map<?, ?> read(String language) {
        var settings = LoadSettings.builder().setSchema(new FailsafeSchema()).build();
        try (var file = StandingWords.class.getResourceAsStream("standing-" + language + ".yaml")) {
            return (Map<?, ?>) new Load(settings).loadFromInputStream(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException("reading our own words in " + language, e);
        }
    }
}
