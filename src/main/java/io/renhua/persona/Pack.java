package io.renhua.persona;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Words to keep away from, with the law or the public page that says why. Dated, for laws change; a persona's own pack of
 * the same name replaces one that comes with Renhua.
 *
 * @param id without the {@code pack:} before it
 * @param region where it holds, such as {@code CN}, or {@code any}
 * @param words in any dress: width, case, script, digits and separators do not matter; those of its topics among them
 * @param topics of what its words speak, each by the name of the sensitive line that answers there
 * @param allow longer words that hold one of them and are fine
 * @param hotlines a number to call, by region, where the words tell of a crisis
 * @param most how long what people say may be kept; null where the pack is not about that
 */
public record Pack(
        String id,
        LocalDate date,
        String region,
        String source,
        List<String> words,
        Map<String, List<String>> topics,
        List<String> allow,
        Map<String, String> hotlines,
        @Nullable Period most) {
    /** Of those who offer numbers in crises. */
    public static final String CRISIS = "crisis";

    /** Where everybody is who is nowhere else. */
    public static final String ANY = "any";

    private static final Map<String, String> HOMES = Map.of("zh-Hant", "TW", "zh-Hans", "CN");

    public Pack {
        words = List.copyOf(words);
        topics = Collections.unmodifiableMap(new LinkedHashMap<>(topics));
        allow = List.copyOf(allow);
        hotlines = Map.copyOf(hotlines);
    }

    /** It has words only. */
    public Pack(
            String id,
            LocalDate date,
            String region,
            String source,
            List<String> words,
            Map<String, List<String>> topics,
            List<String> allow,
            Map<String, String> hotlines) {
        this(id, date, region, source, words, topics, allow, hotlines, null);
    }

    /** Whether it holds in one region by name; a pack may hold in several. */
    public boolean isOf(String region) {
        return List.of(this.region.split(" ")).contains(region);
    }

    /** The region where a locale is spoken, as far as it says; empty where it does not. */
    public static String home(String locale) {
        var region = Locale.forLanguageTag(locale).getCountry();
        return region.isEmpty() ? HOMES.getOrDefault(locale, "") : region;
    }

    /** The number to call where a locale is spoken: in the region that it names, or where its script is at home. */
    public Optional<String> hotline(String locale) {
        return Optional.ofNullable(hotlines.get(home(locale)));
    }
}
