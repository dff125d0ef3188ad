package io.renhua.persona;

import io.renhua.persona.Problem.Severity;
import io.renhua.text.Wording;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers everything wrong with a script, so that its author sees the whole list at once. */
final class Problems {
    /** More than that of either kind is no help any more: whoever mends these sees the rest. */
    private static final int MOST = 500;

    private final Set<Problem> found = new LinkedHashSet<>();
    private final Map<Severity, Integer> counted = new EnumMap<>(Severity.class);
    private boolean incomplete;

    void error(Place place, String code, CharSequence why, CharSequence instead) {
        note(place, code, Severity.ERROR, why, instead);
    }

    void warn(Place place, String code, CharSequence why, CharSequence instead) {
        note(place, code, Severity.WARNING, why, instead);
    }

    /** Something is not there. Said only when every file could be read: it may stand in the one that could not. */
    void missing(Place place, String code, CharSequence why, CharSequence instead) {
        if (!incomplete) {
            error(place, code, why, instead);
        }
    }

    /** The same for what only should be there. */
    void unused(Place place, String code, CharSequence why, CharSequence instead) {
        if (!incomplete) {
            warn(place, code, why, instead);
        }
    }

    /** A file could not be read, so that what seems missing may well be there. */
    void incomplete() {
        incomplete = true;
    }

    boolean isIncomplete() {
        return incomplete;
    }

    boolean anyError() {
        return incomplete || counted.containsKey(Severity.ERROR);
    }

    List<Problem> inOrder() {
        return found.stream().sorted(Problem.BY_PLACE).toList();
    }

    private void note(Place place, String code, Severity severity, CharSequence why, CharSequence instead) {
        if (counted.merge(severity, 1, Integer::sum) <= MOST) {
            found.add(new Problem(
                    place.file(),
                    place.line(),
                    place.column(),
                    code,
                    severity,
                    Extract.of(Wording.of(why)),
                    Extract.of(Wording.of(instead))));
        }
    }
}
