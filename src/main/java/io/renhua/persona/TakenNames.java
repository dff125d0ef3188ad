package io.renhua.persona;

import java.util.Set;

/** Names of facts and placeholders that we fill ourselves: what a company tells of a person goes by other names. */
public final class TakenNames {
    private static final Set<String> FACTS = Set.of(
            "any",
            "audience",
            "campaign",
            "channel",
            "entity",
            "feeling",
            "helped",
            "helped_topic",
            "helped_until",
            "locale",
            "person",
            "result",
            "said",
            "scene",
            "slot",
            "tag",
            "time",
            "times_seen",
            "word");

    private static final Set<String> PLACEHOLDERS =
            Set.of("agent", "ahead", "brand", "code", "hotline", "last_topic", "nickname", "opens", "retain", "wait");

    private TakenNames() {}

    public static boolean has(String name) {
        return FACTS.contains(name) || PLACEHOLDERS.contains(name);
    }
}
