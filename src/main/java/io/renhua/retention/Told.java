package io.renhua.retention;

import io.renhua.text.Wording;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was ever told on a channel, the first first. Whoever wrote was told what was told then; nobody is kept longer because
 * others are told more since, and nobody longer than is told now.
 *
 * @param promises empty where nobody knows of any
 * @param source how it is known
 */
record Told(List<Promise> promises, Source source) {
    Told {
        promises = List.copyOf(promises);
    }

    /** How it is known what was told. */
    enum Source {
        /** It was told on this channel. */
        CHANNEL,
        /** Nothing is known of the channel; it is what the persona told elsewhere that spoke there last. */
        PERSONA,
        /** Nor is that persona known; it is the shortest that is told anywhere. */
        SHORTEST,
        /** Nothing was ever told here. */
        NOTHING
    }

    /** When words were said that are over. */
    List<Span> words(Instant now) {
        return over(now, Promise::chat);
    }

    /** When pictures and sounds came that are over. */
    List<Span> media(Instant now) {
        return over(now, Promise::media);
    }

    /** For how many days words are kept at least of what was told. */
    int days() {
        return promises.stream().mapToInt(Promise::chat).min().orElse(0);
    }

    /** How it is known, for people; null where somebody tells it there now. */
    @Nullable
    String how(boolean isSpoken) {
        var how = told(isSpoken);
        return how == null ? null : how.toString();
    }

    private @Nullable Wording told(boolean isSpoken) {
        return switch (source) {
            case CHANNEL ->
                isSpoken
                        ? null
                        : Wording.of(
                                "nobody speaks there now; %s told %s days last",
                                promises.getLast().persona(), promises.getLast().chat());
            case PERSONA ->
                Wording.of(
                        "what was told there is not known; %s, who spoke there last, tells %s days",
                        promises.getLast().persona(), days());
            case SHORTEST ->
                Wording.of("what was told there is not known; %s days is the shortest told anywhere", days());
            case NOTHING -> Wording.of("nothing was ever told there, so nothing leaves");
        };
    }

    private List<Span> over(Instant now, ToIntFunction<Promise> days) {
        var spans = new ArrayList<Span>();
        for (int i = 0; i < promises.size(); i++) {
            var kept = Math.min(days.applyAsInt(promises.get(i)), days.applyAsInt(promises.getLast()));
            var before = now.minus(kept, ChronoUnit.DAYS);
            var begins = i == 0 ? Instant.EPOCH : promises.get(i).since(); // before anybody looked it was the same
            var ends = i + 1 < promises.size() ? promises.get(i + 1).since() : now;
            add(spans, new Span(begins, before.isBefore(ends) ? before : ends));
        }
        return List.copyOf(spans);
    }

    private static void add(List<Span> spans, Span next) {
        if (next.isEmpty()) {
            return;
        }
        boolean goesOn = !spans.isEmpty() && spans.getLast().to().equals(next.from());
        spans.add(goesOn ? new Span(spans.removeLast().from(), next.to()) : next);
    }
}
