package io.renhua.exchange;

import io.renhua.text.Wording;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/** What a script cannot hold, told by the reason: a bot of a thousand rules is told of in a few sentences. */
final class LeftOut {
    private static final int NAMED = 5;

    private final Map<Wording, SequencedSet<Wording>> byReason = new LinkedHashMap<>();

    /** @param why ends the sentence "Not taken, because …" */
    void add(Wording why, String what) {
        add(why, Wording.of(ForeignText.sentence(what)));
    }

    /** @param what where it stands, told in our own words */
    void add(Wording why, Wording what) {
        byReason.computeIfAbsent(why, ignored -> new LinkedHashSet<>()).add(what);
    }

    List<Wording> remarks() {
        return byReason.entrySet().stream()
                .map(each -> told(each.getKey(), List.copyOf(each.getValue())))
                .toList();
    }

    private static Wording told(Wording why, List<Wording> all) {
        var first = Wording.joined("%s; %s", all.subList(0, Math.min(NAMED, all.size())));
        return all.size() <= NAMED
                ? Wording.of("Not taken, because %s: %s.", why, first)
                : Wording.of("Not taken, because %s: %s; and %s more.", why, first, all.size() - NAMED);
    }
}
