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
 * @param waiting whether a person has been asked for and nobody has come yet
 */
public record Moment(
        Instant at,
        @Nullable String locale,
        String platform,
        Limits limits,
        Map<String, Set<String>> facts,
        boolean waiting,
        Outlook outlook) {}
