package io.renhua.server;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of our own pages, a file for each language in {@code views/chat/words}. Never the persona's. */
@Singleton
class ChatWords {
    /** Each with its own name, as the switch between them shows it. */
    static final Map<String, String> LANGUAGES =
            new TreeMap<>(Map.of("zh-Hant", "繁體中文", "zh-Hans", "简体中文", "en", "English")).descendingMap();

    private final Map<String, Map<String, String>> byLanguage =
            LANGUAGES.keySet().stream().collect(Collectors.toUnmodifiableMap(Function.identity(), ChatWords::read));

    Map<String, String> in(String language) {
        return byLanguage.getOrDefault(language, Map.of());
    }

    /** The language for a page: the one asked for, else the first the browser likes that we have, else the given. */
    static String pick(Optional<String> asked, @Nullable String acceptLanguage, String otherwise) {
        return Stream.concat(asked.stream(), liked(acceptLanguage).stream())
                .flatMap(tag -> ours(tag).stream())
                .findFirst()
                .orElse(otherwise);
    }

    private static List<String> liked(@Nullable String acceptLanguage) {
        try {
            return acceptLanguage == null
                    ? List.of()
                    : Locale.LanguageRange.parse(acceptLanguage).stream()
                            .filter(range -> range.getWeight() > 0)
                            .map(Locale.LanguageRange::getRange)
                            .toList();
        } catch (IllegalArgumentException e) {
            return List.of(); // whatever a browser may send
        }
    }

    private static Optional<String> ours(String tag) {
        var locale = Locale.forLanguageTag(tag.replace('_', '-'));
        return switch (locale.getLanguage()) {
            case "en" -> Optional.of("en");
            case "zh" -> Optional.of(traditional(locale) ? "zh-Hant" : "zh-Hans");
            default -> Optional.empty();
        };
    }

    private static boolean traditional(Locale locale) {
        return locale.getScript().equals("Hant")
                || (locale.getScript().isEmpty() && List.of("TW", "HK", "MO").contains(locale.getCountry()));
    }

    private static Map<String, String> read(String language) {
        var place = "/views/chat/words/" + language + ".properties";
        try (var stream = ChatWords.class.getResourceAsStream(place)) {
            if (stream == null) {
                throw new IllegalStateException("no words for our pages in " + place);
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), properties::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the words of our pages from " + place, e);
        }
    }
}
