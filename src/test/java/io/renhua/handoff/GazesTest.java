package io.renhua.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.connector.SettableClock;
import io.renhua.handoff.Gazes.Gaze;
import io.renhua.message.ConversationId;
import io.renhua.store.Bell;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GazesTest {
    private static final ConversationId HERE = new ConversationId("mo-web", "U 1");
    private static final ConversationId THERE = new ConversationId("mo-web", "U2");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T04:00:00Z"));
    private final Gazes gazes = new Gazes(Bell.NONE, clock);

    @Test
    void showsWhoElseIsThereAndWhoWritesFirst() {
        gazes.turn("lin", HERE, false);
        gazes.turn("mei", HERE, false);
        gazes.turn("wu", HERE, true);
        gazes.turn("olga", THERE, true);

        assertThat(seen(gazes, "lin")).containsExactly("wu writes", "mei reads");
    }

    @Test
    void isOverWhenNobodySaysItAgain() {
        gazes.turn("mei", HERE, true);
        clock.advance(Gazes.LASTS);

        assertThat(gazes.at(HERE, "lin")).isEmpty();
        gazes.turn("mei", HERE, true);
        assertThat(seen(gazes, "lin")).containsExactly("mei writes");
        gazes.turn("mei", null, false);
        assertThat(gazes.at(HERE, "lin")).isEmpty();
    }

    @Test
    void tellsOfWhatBeginsAndEndsAndNotOfWhatIsSaidAgain() {
        var told = new ArrayList<Gaze>();
        gazes.turn("lin", HERE, false);
        var ends = gazes.listen(told::add);

        gazes.turn("mei", HERE, false);
        gazes.turn("mei", HERE, false);
        gazes.turn("mei", HERE, true);
        gazes.turn("mei", THERE, false);
        ends.run();
        gazes.turn("mei", HERE, false);

        assertThat(told.stream().filter(gaze -> gazes.concerns("lin", gaze))).hasSize(3);
    }

    @Test
    void reachesWhoeverSitsAtAnotherNode() {
        var place = Database.POSTGRESQL.fresh();
        try (var one = Store.open(place);
                var two = Store.open(place)) {
            var here = new Gazes(one.bell(), clock);
            var there = new Gazes(two.bell(), clock);

            await().untilAsserted(() -> {
                here.turn("lin", HERE, true); // a page says it again, too
                assertThat(seen(there, "mei")).containsExactly("lin writes");
            });
        }
    }

    private static List<String> seen(Gazes gazes, String reader) {
        return gazes.at(HERE, reader).stream()
                .map(gaze -> gaze.login() + (gaze.writing() ? " writes" : " reads"))
                .toList();
    }
}
