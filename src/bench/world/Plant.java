package world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Defects put into clean evidence, to see that the verdict would find them. */
public enum Plant {
    LOST(
            heard -> {
                heard.removeLast();
                return heard;
            },
            verdict -> !verdict.lost().isEmpty()),

    DOUBLED(
            heard -> {
                heard.add(heard.getFirst());
                return heard;
            },
            verdict -> !verdict.doubled().isEmpty() || !verdict.doubledInDoubt().isEmpty()),

    MISDIRECTED(
            heard -> {
                var call = heard.removeLast();
                heard.add(new Call(call.to() + 1, call.key(), call.isReply(), call.tickets(), call.allowed()));
                return heard;
            },
            verdict -> !verdict.misdirected().isEmpty()),

    SWAPPED(Plant::swapped, verdict -> !verdict.disordered().isEmpty());

    private final Function<List<Call>, List<Call>> defect;
    private final Predicate<Verdict> finds;

    Plant(Function<List<Call>, List<Call>> defect, Predicate<Verdict> finds) {
        this.defect = defect;
        this.finds = finds;
    }

    /** Whether the verdict on the same evidence with the defect in it finds more than the one without. */
    public boolean isFoundIn(Evidence evidence) {
        var planted = Verdict.of(evidence.hearing(defect.apply(new ArrayList<>(evidence.heard()))));
        return finds.test(planted)
                && planted.faults() + planted.doubledInDoubt().size()
                        > Verdict.of(evidence).faults()
                                + Verdict.of(evidence).doubledInDoubt().size();
    }

    /** Exchanges a person's first two replies; where everybody has one only there is no order to break. */
    private static List<Call> swapped(List<Call> heard) {
        for (int first = 0; first < heard.size(); first++) {
            for (int next = first + 1; next < heard.size(); next++) {
                if (heard.get(first).to() == heard.get(next).to()) {
                    Collections.swap(heard, first, next);
                    return heard;
                }
            }
        }
        return heard;
    }
}
