package io.renhua.learning;

import io.renhua.store.Store;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** In our own store. */
public final class StoreShelf implements Shelf {
    private final CatchUp catchUp;
    private final MissedBubbles missed;
    private final WrongRows wrong;
    private final Decisions decisions;

    public StoreShelf(Store store, CatchUp catchUp) {
        this.catchUp = catchUp;
        this.missed = new MissedBubbles(store);
        this.wrong = new WrongRows(store);
        this.decisions = new Decisions(store);
    }

    @Override
    public List<Bubble> bubbles(String persona) {
        catchUp.now();
        return Stream.concat(missed.of(persona).stream(), wrong.of(persona).stream())
                .sorted(Comparator.comparingLong(Bubble::seq).reversed())
                .toList();
    }

    @Override
    public List<Decision> decisions(String persona) {
        return decisions.of(persona);
    }

    @Override
    public void decide(List<Decision> made) {
        decisions.add(made);
    }

    /** The store belongs to whoever opened it. */
    @Override
    public void close() {}
}
