package io.renhua.persona;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whom we talk with. The first that holds counts; audiences change words, never price or terms.
 *
 * @param rules what texts for them keep to, of {@link #RULES}
 */
public record Audience(String id, Condition when, Set<String> rules) {
    public static final String NO_DISPARAGE = "no-disparage";
    public static final String NO_RIVAL_NAME = "no-rival-name";
    public static final List<String> RULES = List.of(NO_DISPARAGE, NO_RIVAL_NAME);

    /** The tags by which they are known. */
    Stream<String> tags() {
        return tags(when);
    }

    boolean asks(String fact) {
        return asks(when, fact);
    }

    private static boolean asks(Condition condition, String fact) {
        return switch (condition) {
            case Condition.All(var conditions) -> conditions.stream().anyMatch(each -> asks(each, fact));
            case Condition.Any(var conditions) -> conditions.stream().anyMatch(each -> asks(each, fact));
            case Condition.Is(var name, var _) -> name.equals(fact);
            case Condition.Compares(var name, var _, var _) -> name.equals(fact);
        };
    }

    private static Stream<String> tags(Condition condition) {
        return switch (condition) {
            case Condition.All(var conditions) -> conditions.stream().flatMap(Audience::tags);
            case Condition.Any(var conditions) -> conditions.stream().flatMap(Audience::tags);
            case Condition.Is(var fact, var value) -> fact.equals("tag") ? Stream.of(value) : Stream.empty();
            case Condition.Compares compares -> Stream.empty();
        };
    }

    /** Texts for them keep to what all texts do. */
    public Audience(String id, Condition when) {
        this(id, when, Set.of());
    }
}
