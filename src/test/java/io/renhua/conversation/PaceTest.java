package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.SettableClock;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Limits;
import io.renhua.message.Outbound;
import io.renhua.message.Speaker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final SettableClock clock = new SettableClock(NOW);
    private final Pace pace = new Pace(clock);

    @Test
    void waitsForNothingWhereNothingIsLimited() {
        var first = row(1, "one", NOW);
        assertThat(pace.delay(first, Limits.NONE)).isZero();
        pace.sent(first.conversation(), Limits.NONE);

        assertThat(pace.delay(row(2, "one", NOW), Limits.NONE)).isZero();
    }

    @Test
    void waitsUntilARowIsDue() {
        assertThat(pace.delay(row(1, "one", NOW.plusSeconds(4)), Limits.NONE)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void keepsItsDistanceWithinAChatOnly() {
        var limits = limits(Duration.ofSeconds(1), Double.POSITIVE_INFINITY);
        pace.sent(new ConversationId("mo-telegram", "one"), limits);

        assertThat(pace.delay(row(2, "one", NOW), limits)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace.delay(row(3, "other", NOW), limits)).isZero();

        clock.advance(Duration.ofSeconds(1));
        assertThat(pace.delay(row(2, "one", NOW), limits)).isZero();
    }

    @Test
    void givesThoseWhoComeTogetherAPlaceEach() {
        var limits = limits(Duration.ZERO, 10);

        assertThat(pace.delay(row(1, "one", NOW), limits)).isZero();
        assertThat(pace.delay(row(2, "two", NOW), limits)).isEqualTo(Duration.ofMillis(100));
        assertThat(pace.delay(row(3, "three", NOW), limits)).isEqualTo(Duration.ofMillis(200));

        clock.advance(Duration.ofMillis(100));
        assertThat(pace.delay(row(3, "three", NOW), limits)).isEqualTo(Duration.ofMillis(100));
        assertThat(pace.delay(row(2, "two", NOW), limits)).isZero();
    }

    @Test
    void savesNoPlacesUpWhileNothingIsSaid() {
        var limits = limits(Duration.ZERO, 10);
        assertThat(pace.delay(row(1, "one", NOW), limits)).isZero();
        clock.advance(Duration.ofMinutes(1));

        assertThat(pace.delay(row(2, "two", NOW), limits)).isZero();
        assertThat(pace.delay(row(3, "three", NOW), limits)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void countsAccountsApart() {
        var limits = limits(Duration.ZERO, 1);
        assertThat(pace.delay(row(1, "one", NOW), limits)).isZero();

        var elsewhere = new ConversationId("other-telegram", "one");
        assertThat(pace.delay(row(2, elsewhere, NOW), limits)).isZero();
    }

    private static Limits limits(Duration perChat, double perSecond) {
        return new Limits(1000, 1, 0, 20, null, Integer.MAX_VALUE, perChat, perSecond);
    }

    private static OutboxRow row(long id, String thread, Instant due) {
        return row(id, new ConversationId("mo-telegram", thread), due);
    }

    private static OutboxRow row(long id, ConversationId conversation, Instant due) {
        var words = List.<Content>of(new Content.Text("hi"));
        var message = new Outbound("o" + id, conversation, words, new Speaker(Speaker.Kind.BOT, "小墨"), null);
        return new OutboxRow(id, 0, message, false, 0, due, NOW);
    }
}
