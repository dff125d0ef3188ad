package io.renhua.persona;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who the persona is.
 *
 * @param is one sentence about them
 * @param avatar path of a picture below the persona's folder
 * @param moods pictures by mood
 * @param card a wide picture for cards and link previews
 * @param alt what the pictures show, for who cannot see them
 */
public record Identity(
        Words nickname,
        Words brand,
        Words is,
        String avatar,
        Map<String, String> moods,
        @Nullable String card,
        Words alt) {}
