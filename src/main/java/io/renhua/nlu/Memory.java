package io.renhua.nlu;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The examples themselves, so that an operator's own sentence is always understood as it was meant. */
final class Memory {
    private static final int TWO_MEANINGS = -1;

    private final long[] prints;
    private final int[] intents;

    private Memory(long[] prints, int[] intents) {
        this.prints = prints;
        this.intents = intents;
    }

    static Memory of(List<Lesson> lessons, List<String> intents) {
        var byPrint = new TreeMap<Long, Integer>();
        for (var lesson : lessons) {
            if (!lesson.sentence().hasGap()) {
                byPrint.merge(
                        lesson.sentence().fingerprint(),
                        intents.indexOf(lesson.intent()),
                        (a, b) -> a.equals(b) ? a : TWO_MEANINGS);
            }
        }
        return new Memory(
                byPrint.keySet().stream().mapToLong(Long::longValue).toArray(),
                byPrint.values().stream().mapToInt(Integer::intValue).toArray());
    }

    static Memory read(ModelReader in) {
        return new Memory(in.longs(), in.ints());
    }

    void write(ModelWriter out) {
        out.longs(prints).ints(intents);
    }

    /** The one intent that has this very sentence among its examples. */
    OptionalInt intentOf(Utterance utterance) {
        int place = Arrays.binarySearch(prints, utterance.fingerprint());
        return place < 0 || intents[place] == TWO_MEANINGS ? OptionalInt.empty() : OptionalInt.of(intents[place]);
    }
}
