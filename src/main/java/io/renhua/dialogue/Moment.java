package io.renhua.dialogue;

import io.renhua.message.Limits;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When and where something is heard, and what is known around it.
 *
 * @param locale the platform profile's tag, where there is one
 * @param platform as in a script's {@code channel:}
 * @param facts what is known of the person: {@code tag}, {@code audience} …
 * @param tagsElsewhere as of {@link Heard}
 * @param waiting whether a person has been asked for and nobody has come yet
 */
public record Moment(
        Instant at,
        @Nullable String locale,
        String platform,
        Limits limits,
        Map<String, Set<String>> facts,
        Set<String> tagsElsewhere,
        boolean waiting,
        Outlook outlook) {

    /** Of somebody whom nobody knows from elsewhere. */
    public Moment(
            Instant at,
            @Nullable String locale,
            String platform,
            Limits limits,
            Map<String, Set<String>> facts,
            boolean waiting,
            Outlook outlook) {
        this(at, locale, platform, limits, facts, Set.of(), waiting, outlook);
    }
}
