package io.renhua.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.renhua.hook.HookStand;
import io.renhua.hook.HookWork;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How events get out, try by try, and how many are left. */
@Singleton
final class HookMetrics implements MeterBinder {
    private final HookWork work;
    private final HookBoard board;
    private @Nullable MultiGauge events;

    HookMetrics(HookWork work, HookBoard board) {
        this.work = work;
        this.board = board;
    }

    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        work.watch((hook, outcome, took) -> Timer.builder("renhua.hook")
                .description("How long one try of telling somebody took, and what came of it")
                .tag("hook", hook)
                .tag("outcome", outcome)
                .register(registry)
                .record(took));
        events = MultiGauge.builder("renhua.hook.events")
                .description("Events that are on their way to somebody, or were put aside")
                .register(registry);
    }

    /** Brings what is measured up to date; to be called before it is read. Asks the store, so never on an event loop. */
    synchronized void refresh() {
        if (events != null) {
            var rows = new ArrayList<Row<?>>();
            board.now().forEach(stand -> rows.addAll(rows(stand)));
            events.register(rows, true);
        }
    }

    private static List<Row<?>> rows(HookStand stand) {
        return List.of(
                Row.of(Tags.of("hook", stand.name(), "state", "waiting"), stand.waiting()),
                Row.of(Tags.of("hook", stand.name(), "state", "dead"), stand.dead()));
    }
}
