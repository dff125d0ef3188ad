package io.renhua.persona;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the brand wants to be to people.
 *
 * @param kind one of {@link #KINDS}
 * @param distance one of {@link #DISTANCES}
 * @param promise what people can count on, in one sentence
 * @param purposes what it starts talks for, of {@link #PURPOSES}; campaigns and follow-ups keep to them
 * @param never what it never stoops to, of {@link #NEVER}
 */
public record Positioning(
        String kind, String distance, @Nullable Words promise, Set<String> purposes, Set<String> never) {
    public static final List<String> KINDS = List.of("consumer", "luxury", "business", "service", "public");
    public static final List<String> DISTANCES = List.of("friend", "neighbour", "courteous", "formal");
    public static final List<String> PURPOSES = List.of("acquire", "activate", "repurchase", "reactivate", "inform");
    public static final List<String> NEVER = List.of("discount", "countdown", "beg_share", "beg_follow");
}
