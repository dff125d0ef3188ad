package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.conversation.Backlog;
import io.renhua.conversation.Backlog.Piles;
import io.renhua.store.Database;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatestBacklogTest {
    private long now = 1_000;
    private long takes = 0;
    private int counted = 0;
    private final LatestBacklog latest = new LatestBacklog(this::count, () -> now);

    @Test
    void countsOnceInFiveSecondsHoweverManyAsk() {
        latest.piles();
        pass(4_999);
        latest.piles();
        assertThat(counted).isEqualTo(1);

        pass(1);
        latest.piles();
        assertThat(counted).isEqualTo(2);
    }

    @Test
    void countsTheLessOftenTheLongerItTakes() {
        takes = 1_000;
        latest.piles();
        pass(19_999);
        latest.piles();
        assertThat(counted).isEqualTo(1);

        pass(1);
        latest.piles();
        assertThat(counted).isEqualTo(2);
    }

    @Test
    void countsAtOnceWhatWasChangedByHand() {
        latest.piles();
        latest.outdated();
        latest.piles();

        assertThat(counted).isEqualTo(2);
    }

    @Test
    void knowsNothingWhileTheStoreIsAway() {
        var store = Database.H2.open();
        store.close();

        assertThat(new LatestBacklog(new Backlog(store)).piles()).isEmpty();
    }

    private Piles count() {
        counted++;
        pass(takes);
        return Piles.NONE;
    }

    private void pass(long milliseconds) {
        now += TimeUnit.MILLISECONDS.toNanos(milliseconds);
    }
}
