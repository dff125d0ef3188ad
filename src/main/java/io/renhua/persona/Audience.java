package io.renhua.persona;

import java.util.List;
import java.util.Set;

/**
 * Whom we talk with. The first that holds counts; audiences change words, never price or terms.
 *
 * @param rules what texts for them keep to, of {@link #RULES}
 */
public record Audience(String id, Condition when, Set<String> rules) {
    public static final String NO_DISPARAGE = "no-disparage";
    public static final String NO_RIVAL_NAME = "no-rival-name";
    public static final List<String> RULES = List.of(NO_DISPARAGE, NO_RIVAL_NAME);

    /** Texts for them keep to what all texts do. */
    public Audience(String id, Condition when) {
        this(id, when, Set.of());
    }
}
