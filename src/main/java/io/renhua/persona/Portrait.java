package io.renhua.persona;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who the persona is, how it sounds, and how it takes people.
 *
 * @param positioning what the brand wants to be to people; null where the script does not say
 * @param audiences whom it tells apart; the first that fits counts
 * @param feelings what it does about each feeling
 */
public record Portrait(
        Identity identity,
        @Nullable Positioning positioning,
        Tone tone,
        List<Audience> audiences,
        Map<String, Sympathy> feelings) {}
