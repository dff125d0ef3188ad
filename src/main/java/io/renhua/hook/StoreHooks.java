package io.renhua.hook;

import io.renhua.hook.HookStand.PutAside;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.journal.RelayPlace;
import io.renhua.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** In the store: what waits there is brought by whoever serves. */
public final class StoreHooks implements Hooks {
    private static final int PAGE = 100;
    private static final int SHOWN = 20;

    private static final String STATE =
            "select failing_since, last_error, last_error_at, stopped_at from hook where name = ?";
    private static final String PILES = """
            select state, count(*) as size, min(at) as oldest, min(due_at) as next_try
            from hook_delivery where hook = ? group by state""";
    private static final String PUT_ASIDE = """
            select event, type, conversation, at, attempts, why from hook_delivery
            where hook = ? and state = 'dead' order by seq, event limit ?""";

    private final Store store;
    private final Journal journal;
    private final List<Hook> hooks;
    private final Events events;
    private final HookRows rows;

    public StoreHooks(Store store, Journal journal, Collection<Hook> hooks, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.hooks = List.copyOf(hooks);
        this.events = new Events(journal);
        this.rows = new HookRows(store, clock);
    }

    @Override
    public List<HookStand> list() {
        return hooks.stream().map(this::stand).toList();
    }

    private HookStand stand(Hook hook) {
        var state = store.list(STATE, StoreHooks::state, hook.name()).stream()
                .findFirst()
                .orElse(State.NEW);
        var piles = store.list(PILES, StoreHooks::pile, hook.name());
        var waiting = pile(piles, "waiting");
        int dead = pile(piles, "dead").size();
        return new HookStand(
                hook.name(),
                hook.host(),
                hook.events().stream().sorted().map(EventType::word).toList(),
                waiting.size(),
                waiting.oldest(),
                waiting.next(),
                dead,
                dead == 0 ? List.of() : store.list(PUT_ASIDE, StoreHooks::putAside, hook.name(), SHOWN),
                state.failingSince(),
                state.lastError(),
                state.lastErrorAt(),
                state.stopped());
    }

    private static Pile pile(List<Pile> piles, String state) {
        return piles.stream()
                .filter(pile -> pile.state().equals(state))
                .findFirst()
                .orElse(new Pile(state, 0, null, null));
    }

    private record State(
            @Nullable Instant failingSince,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt,
            @Nullable Instant stopped) {
        private static final State NEW = new State(null, null, null, null);
    }

    private record Pile(
            String state,
            int size,
            @Nullable Instant oldest,
            @Nullable Instant next) {}

    @Override
    public boolean test(String hook) {
        var known = named(hook);
        known.ifPresent(each -> {
            rows.begin(each.name());
            rows.addTest(each.name(), "test_" + UUID.randomUUID());
        });
        return known.isPresent();
    }

    @Override
    public boolean replay(String hook, String event) {
        var found = named(hook).flatMap(each -> events.named(event, each.events()));
        found.ifPresent(each -> again(hook, List.of(each)));
        return found.isPresent();
    }

    /** Of what the feed has not come to yet it tells by itself. */
    @Override
    public int replaySince(String hook, Instant since) {
        return named(hook).map(each -> replaySince(each, since)).orElse(0);
    }

    private int replaySince(Hook hook, Instant since) {
        long end = new RelayPlace(store, hook.topic()).reached().orElse(0);
        int all = 0;
        var page = journal.all(journal.before(since), PAGE);
        while (!page.isEmpty() && page.getFirst().seq() <= end) {
            var found = page.stream()
                    .filter(entry -> entry.seq() <= end)
                    .filter(entry -> !entry.happening().at().isBefore(since))
                    .flatMap(entry -> events.of(entry, hook.events()).stream())
                    .toList();
            again(hook.name(), found);
            all += found.size();
            page = next(page);
        }
        return all;
    }

    private List<JournalEntry> next(List<JournalEntry> page) {
        return journal.all(page.getLast().seq(), PAGE);
    }

    private void again(String hook, List<Event> found) {
        store.commit(HookRows.lanes(hook, found), transaction -> {
            rows.addAgain(transaction, hook, found);
            return true;
        });
    }

    @Override
    public boolean resume(String hook) {
        return named(hook).isPresent() && rows.resume(hook);
    }

    private Optional<Hook> named(String name) {
        return hooks.stream().filter(hook -> hook.name().equals(name)).findFirst();
    }

    private static State state(ResultSet row) throws SQLException {
        return new State(
                HookRows.at(row, "failing_since"),
                row.getString("last_error"),
                HookRows.at(row, "last_error_at"),
                HookRows.at(row, "stopped_at"));
    }

    private static Pile pile(ResultSet row) throws SQLException {
        return new Pile(
                row.getString("state"), row.getInt("size"), HookRows.at(row, "oldest"), HookRows.at(row, "next_try"));
    }

    private static PutAside putAside(ResultSet row) throws SQLException {
        return new PutAside(
                row.getString("event"),
                row.getString("type"),
                row.getString("conversation"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                row.getString("why"));
    }

    @Override
    public void close() {}
}
