package io.renhua.exchange;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/** What a script cannot hold, told by the reason: a bot of a thousand rules is told of in a few sentences. */
final class LeftOut {
    private static final int NAMED = 5;

    private final Map<String, SequencedSet<String>> byReason = new LinkedHashMap<>();

    /** @param why ends the sentence "Not taken, because …" */
    void add(String why, String what) {
        byReason.computeIfAbsent(why, ignored -> new LinkedHashSet<>()).add(ForeignText.sentence(what));
    }

    List<String> remarks() {
        return byReason.entrySet().stream()
                .map(each -> "Not taken, because " + each.getKey() + ": " + named(each.getValue()))
                .toList();
    }

    private static String named(SequencedSet<String> all) {
        var first = all.stream().limit(NAMED).collect(Collectors.joining("; "));
        return all.size() <= NAMED ? first + "." : first + "; and " + (all.size() - NAMED) + " more.";
    }
}
