package io.renhua.server;

import io.renhua.persona.Nature;
import io.renhua.persona.Persona;
import io.renhua.persona.Positioning;
import io.renhua.persona.Tone;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a persona speaks in one locale, as somebody reads it who is about to speak in its place.
 *
 * @param is one sentence about it
 * @param kind what the brand is, {@code consumer} or {@code luxury} …; null where the script does not say
 * @param distance how near it comes to people; null where the script does not say
 * @param promise what people can count on
 * @param sliders the four dimensions of a voice, 0 to 4
 * @param about what holds of it, so that whoever speaks in its place says nothing else
 * @param does what it keeps to
 * @param words what it says in the place of what
 */
record VoiceCard(
        String nickname,
        String brand,
        String is,
        @Nullable String kind,
        @Nullable String distance,
        @Nullable String promise,
        Map<String, Integer> sliders,
        About about,
        Does does,
        Forbidden words) {

    /**
     * @param knows what it can be asked about
     * @param weakAt what it is not good at, and says so
     * @param neverClaims such as {@code to be human}
     * @param purposes what it starts talks for
     * @param never what it never stoops to
     */
    record About(
            List<String> knows,
            List<String> likes,
            List<String> weakAt,
            List<String> neverClaims,
            Set<String> purposes,
            Set<String> never) {}

    /**
     * @param address how 'you' is said; null where it does not matter
     * @param notAddress what people are never called
     * @param bubble characters of one bubble at most, 0 for no bound
     * @param reply of a whole reply
     * @param serious the moods and matters in which it makes no jokes
     */
    record Does(
            @Nullable String address,
            List<String> notAddress,
            int bubble,
            int reply,
            boolean answerFirst,
            int emojis,
            List<String> emoji,
            int exclamations,
            int humour,
            Set<String> serious) {}

    /**
     * @param prefer the word it uses by the word it does not
     * @param never words that are not said
     * @param packs lists of such words, by name
     */
    record Forbidden(Map<String, String> prefer, List<String> never, List<String> packs) {}

    private static final String PACK = "pack:";

    static VoiceCard of(Persona persona, String locale) {
        var identity = persona.identity();
        var positioning = persona.positioning();
        var tone = persona.tone();
        return new VoiceCard(
                identity.nickname().in(locale),
                identity.brand().in(locale),
                identity.is().in(locale),
                positioning == null ? null : positioning.kind(),
                positioning == null ? null : positioning.distance(),
                promise(positioning, locale),
                new TreeMap<>(tone.sliders()),
                about(identity.facts(), positioning, locale),
                does(tone, locale.replaceAll("-.*", "")),
                forbidden(tone.words()));
    }

    private static @Nullable String promise(@Nullable Positioning positioning, String locale) {
        return positioning == null || positioning.promise() == null
                ? null
                : positioning.promise().in(locale);
    }

    private static About about(Nature facts, @Nullable Positioning positioning, String locale) {
        return new About(
                facts.knows().getOrDefault(locale, List.of()),
                facts.likes().getOrDefault(locale, List.of()),
                facts.weakAt().getOrDefault(locale, List.of()),
                facts.neverClaims(),
                positioning == null ? Set.of() : new TreeSet<>(positioning.purposes()),
                positioning == null ? Set.of() : new TreeSet<>(positioning.never()));
    }

    private static Does does(Tone tone, String language) {
        var address = tone.address().get(language);
        return new Does(
                address == null ? null : address.use(),
                address == null ? List.of() : address.never(),
                tone.lengths().bubble().getOrDefault(language, 0),
                tone.lengths().reply().getOrDefault(language, 0),
                tone.manner().answerFirst(),
                tone.emoji().max(),
                tone.emoji().allow(),
                tone.marks().exclaim(),
                tone.humour(),
                new TreeSet<>(tone.humourOffWhen()));
    }

    private static Forbidden forbidden(Tone.WordRules words) {
        var never = Stream.concat(words.avoid().stream(), words.never().stream())
                .filter(word -> !word.startsWith(PACK))
                .distinct()
                .toList();
        var packs = words.never().stream()
                .filter(word -> word.startsWith(PACK))
                .map(word -> word.substring(PACK.length()))
                .toList();
        return new Forbidden(new TreeMap<>(words.prefer()), never, packs);
    }
}
