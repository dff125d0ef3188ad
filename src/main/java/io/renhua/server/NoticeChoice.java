package io.renhua.server;

import java.util.List;
import java.util.Set;

/**
 * What an agent wants to be called for, and how. Whatever is not switched off is on, so that nothing that is added later
 * stays unheard.
 *
 * @param off each as {@code event/way}
 * @param repeats whether the sound comes again until they look, while somebody waits for them
 */
record NoticeChoice(List<String> off, boolean repeats) {
    static final NoticeChoice EVERYTHING = new NoticeChoice(List.of(), true);

    private static final Set<String> EVENTS =
            Set.of("queue", "offered", "passed", "wrote", "urgent", "window", "mentioned", "left", "alarm");

    private static final Set<String> WAYS = Set.of("sound", "desktop", "badge");

    /** @throws IllegalArgumentException when it names something that nobody is called for */
    NoticeChoice {
        off = off.stream().distinct().toList();
        off.forEach(NoticeChoice::check);
    }

    private static void check(String each) {
        var parts = each.split("/", -1);
        if (parts.length != 2 || !EVENTS.contains(parts[0]) || !WAYS.contains(parts[1])) {
            throw new IllegalArgumentException("nobody is called for " + each);
        }
    }
}
