package io.renhua.dialogue;

import io.renhua.dialogue.Choosing.Hindrance;
import io.renhua.dialogue.Choosing.PassedOver;
import io.renhua.persona.Variant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** A line's variants while one of them is chosen: those left, and what became of the others. Not safe to share. */
final class Selection {
    private final List<Variant> all;
    private final List<PassedOver> others = new ArrayList<>();
    private List<Integer> left;

    Selection(List<Variant> all) {
        this.all = all;
        this.left = IntStream.range(0, all.size()).boxed().toList();
    }

    /** A variant, and how it was chosen. */
    record Chosen(Variant variant, Choosing choosing) {}

    /** Leaves those only. */
    void only(Predicate<Variant> fits, Function<Variant, Hindrance> otherwise) {
        keep(left.stream().filter(each -> fits.test(all.get(each))).toList(), otherwise);
    }

    /** Leaves the better ones, where there are any. */
    void prefer(Predicate<Variant> better, Function<Variant, Hindrance> otherwise) {
        var kept = left.stream().filter(each -> better.test(all.get(each))).toList();
        if (!kept.isEmpty()) {
            keep(kept, otherwise);
        }
    }

    private void keep(List<Integer> kept, Function<Variant, Hindrance> otherwise) {
        if (kept.size() < left.size()) {
            left.stream()
                    .filter(each -> !kept.contains(each))
                    .forEach(each -> others.add(new PassedOver(each, otherwise.apply(all.get(each)))));
            left = kept;
        }
    }

    /** Leaves those that have the most of something. */
    void most(ToIntFunction<Variant> measure, Hindrance otherwise) {
        int best = left.stream().map(all::get).mapToInt(measure).max().orElse(0);
        only(variant -> measure.applyAsInt(variant) == best, variant -> otherwise);
    }

    /** The first of those left, in an order. */
    Optional<Chosen> first(
            Comparator<Variant> order, Function<Variant, Hindrance> otherwise, Map<String, List<String>> facts) {
        var taken = left.stream().min(Comparator.comparing(all::get, order));
        return taken.map(place -> {
            left.stream()
                    .filter(each -> !each.equals(place))
                    .forEach(each -> others.add(new PassedOver(each, otherwise.apply(all.get(each)))));
            others.sort(Comparator.comparingInt(PassedOver::variant));
            return new Chosen(all.get(place), new Choosing(place, others, facts));
        });
    }
}
