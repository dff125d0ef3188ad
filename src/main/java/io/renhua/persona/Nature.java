package io.renhua.persona;

import java.util.List;
import java.util.Map;

/**
 * What holds of the persona wherever it speaks.
 *
 * @param knows what it can be asked about, by locale
 * @param likes by locale
 * @param weakAt what it is not good at, and says so, by locale
 * @param neverClaims what none of its texts may say it is or did, such as {@code to be human}
 */
public record Nature(
        Map<String, List<String>> knows,
        Map<String, List<String>> likes,
        Map<String, List<String>> weakAt,
        List<String> neverClaims) {
    /** Nothing is said of it. */
    public static final Nature PLAIN = new Nature(Map.of(), Map.of(), Map.of(), List.of());
}
