package io.renhua.persona;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The persona's faces: paths below its folder, or addresses.
 *
 * @param moods pictures by mood
 * @param card a wide picture for cards and link previews
 * @param video moving, as a greeting
 * @param voice speaking, as a greeting
 * @param mascot the whole figure, shown in the greeting
 * @param spokesperson a real person who lends their face, shown in the greeting
 * @param alt what they show, for who cannot see or hear them
 */
public record Images(
        String avatar,
        Map<String, String> moods,
        @Nullable String card,
        @Nullable String video,
        @Nullable String voice,
        @Nullable String mascot,
        @Nullable String spokesperson,
        Words alt) {}
