package io.renhua.conversation;

import java.util.Set;

/**
 * What to do with words that a platform may or may not have taken: say them again, or hold them for a person to see.
 *
 * @param holding channels that hold
 */
public record DoubtPolicy(Set<String> holding) {
    boolean holds(String channel) {
        return holding.contains(channel);
    }
}
