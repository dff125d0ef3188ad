package io.renhua.persona;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes a strong word in a text lawful.
 *
 * @param kind why the law lets it pass, one of {@link #KINDS}; null where only proof is given
 * @param proof a file of the persona or an address that proves it; null where there is none
 */
public record Claim(@Nullable String kind, @Nullable String proof) {
    /**
     * Compared with our own goods only; a tip for use; a grade of a standard; a registered name; an award; a fact bound in
     * time and place.
     */
    public static final List<String> KINDS =
            List.of("own-range", "use-tip", "graded", "registered-name", "award", "dated-fact");
}
