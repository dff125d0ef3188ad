package io.renhua.server;

import io.renhua.conversation.Backlog.Piles;
import io.renhua.conversation.Channels;
import io.renhua.conversation.DeadLetter;
import io.renhua.conversation.DeadLetters;
import io.renhua.conversation.DeskMonitor;
import io.renhua.conversation.Outbox;
import io.renhua.store.Store;
import io.renhua.store.StoreAway;
import io.renhua.text.Wording;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the page of operations shows: how much waits and where, what was put aside, and what somebody should look at. */
@Singleton
final class OperationsBoard {
    static final int LETTERS = 50;
    private static final int MANY_WRITES = 1_000;
    private static final Duration LATE = Duration.ofMinutes(1);

    private final LatestBacklog latest;
    private final DeadLetters letters;
    private final HookBoard hooks;
    private final ActionBoard actions;
    private final SpokenBoard spoken;
    private final RetentionBoard retention;
    private final Channels channels;
    private final ClosedChannels closed;
    private final Outbox outbox;
    private final DeskMonitor monitor;
    private final Store store;
    private final Clock clock;

    OperationsBoard(
            LatestBacklog latest,
            DeadLetters letters,
            HookBoard hooks,
            ActionBoard actions,
            SpokenBoard spoken,
            RetentionBoard retention,
            Channels channels,
            ClosedChannels closed,
            Outbox outbox,
            DeskMonitor monitor,
            Store store,
            Clock clock) {
        this.latest = latest;
        this.letters = letters;
        this.hooks = hooks;
        this.actions = actions;
        this.spoken = spoken;
        this.retention = retention;
        this.channels = channels;
        this.closed = closed;
        this.outbox = outbox;
        this.monitor = monitor;
        this.store = store;
        this.clock = clock;
    }

    /** @param language of whoever reads it */
    Map<String, Object> now(String language) {
        var now = clock.instant();
        var counted = latest.piles();
        var piles = counted.orElse(Piles.NONE);
        var rows = ChannelStand.all(channels, outbox.shut().keySet(), piles, now);
        var told = hooks.now();
        var board = new HashMap<String, Object>();
        board.put(
                "hooks",
                told.stream().map(each -> HookBoard.shown(each, language)).toList());
        var acting = actions.now();
        board.put(
                "actions",
                acting.stream().map(each -> ActionBoard.shown(each, language)).toList());
        var speaking = spoken.now();
        board.put("spoken", spoken.shown(speaking, language));
        var left = retention.last();
        board.put("retention", left.map(each -> retention.shown(each, language)).orElse(Map.of()));
        board.put("now", now.toString());
        board.put("up", counted.isPresent());
        board.put("writes", store.waiting());
        board.put("waiting", piles.messages("waiting"));
        board.put("waitingSince", since(piles.oldestMessage()));
        board.put("going", piles.calls("waiting") + piles.calls("sending"));
        board.put("goingSince", since(piles.oldestCall()));
        board.put("doubt", piles.calls("doubt"));
        board.put("dead", piles.messages("dead") + piles.calls("dead"));
        board.put("rows", rows.stream().map(ChannelStand::asMap).toList());
        board.put("closed", closed.reasons(language));
        board.put("letters", put().stream().map(each -> shown(each, language)).toList());
        board.put("most", LETTERS);
        board.put(
                "stuck",
                String.join(
                        ", ",
                        rows.stream()
                                .filter(ChannelStand::stuck)
                                .map(ChannelStand::name)
                                .toList()));
        var troubles = troubles(counted, rows, now);
        note(troubles, "hooks", told.stream().anyMatch(HookBoard::isTroubled));
        note(troubles, "blind", !monitor.blind().isEmpty());
        note(troubles, "actions", acting.stream().anyMatch(ActionBoard::isTroubled));
        note(troubles, "versions", speaking.stream().anyMatch(SpokenBoard::isTroubled));
        note(troubles, "retention", left.filter(retention::isTroubled).isPresent());
        board.put("troubles", troubles);
        return board;
    }

    private List<String> troubles(Optional<Piles> counted, List<ChannelStand> rows, Instant now) {
        var piles = counted.orElse(Piles.NONE);
        var troubles = new ArrayList<String>();
        note(troubles, "store", counted.isEmpty());
        note(troubles, "writes", store.waiting() >= MANY_WRITES);
        note(troubles, "late", ChannelStand.isOlder(piles.oldestMessage(), now, LATE));
        note(troubles, "slow", rows.stream().anyMatch(ChannelStand::stuck));
        note(troubles, "dead", piles.messages("dead") + piles.calls("dead") > 0);
        note(troubles, "doubt", piles.calls("doubt") > 0);
        note(troubles, "closed", !closed.reasons().isEmpty());
        return troubles;
    }

    private static void note(List<String> troubles, String name, boolean is) {
        if (is) {
            troubles.add(name);
        }
    }

    private List<DeadLetter> put() {
        try {
            return letters.list(LETTERS);
        } catch (StoreAway e) {
            return List.of(); // the page says that it is away
        }
    }

    private static Map<String, Object> shown(DeadLetter letter, String language) {
        var shown = new HashMap<String, Object>();
        shown.put("id", letter.id());
        shown.put("channel", letter.conversation().channel());
        shown.put("conversation", letter.conversation().toString());
        shown.put("kind", letter.kind().name());
        shown.put("words", letter.words());
        shown.put(
                "why",
                letter.why() == null ? null : Wording.recalled(letter.why()).in(language));
        shown.put("attempts", letter.attempts());
        shown.put("at", letter.since().toString());
        return shown;
    }

    private static String since(Optional<Instant> since) {
        return since.map(Instant::toString).orElse("");
    }
}
