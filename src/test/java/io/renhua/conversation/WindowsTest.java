package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.SettableClock;
import io.renhua.journal.Happening;
import io.renhua.journal.Happening.Settled.State;
import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Limits;
import io.renhua.message.Person;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class WindowsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration WINDOW = Duration.ofHours(48);
    private static final ConversationId PERSON = new ConversationId("pao-line", "U1");

    private final SettableClock clock = new SettableClock(NOON);
    private final Store store;
    private final Journal journal;

    WindowsTest(Database database) {
        store = database.open();
        journal = new Journal(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void letsSayNothingToWhoNeverSaidAnything() {
        assertThat(windows(WINDOW).of(PERSON)).contains(new Allowance(0, Instant.EPOCH));
    }

    @Test
    void countsDownWithWhatThePlatformTookAndBeginsAnewWithTheirNextWord() {
        heard();
        assertThat(windows(WINDOW).of(PERSON)).contains(new Allowance(2, NOON.plus(WINDOW)));

        settled(State.SENT);
        settled(State.REFUSED);
        settled(State.IN_DOUBT);
        assertThat(windows(WINDOW).of(PERSON)).contains(new Allowance(1, NOON.plus(WINDOW)));

        settled(State.SENT);
        settled(State.SENT); // more than we know to be allowed
        assertThat(windows(WINDOW).of(PERSON)).contains(new Allowance(0, NOON.plus(WINDOW)));

        clock.advance(Duration.ofHours(1));
        heard();
        assertThat(windows(WINDOW).of(PERSON))
                .contains(new Allowance(2, NOON.plus(WINDOW).plus(Duration.ofHours(1))));
    }

    @Test
    void knowsNoRuleWhereThePlatformHasNone() {
        heard();

        assertThat(windows(null).of(PERSON)).isEmpty();
        assertThat(windows(WINDOW).of(new ConversationId("closed", "U1"))).isEmpty();
    }

    private Windows windows(@Nullable Duration window) {
        var limits = new Limits(1000, 1, 0, 20, window, 2, Duration.ZERO, Double.POSITIVE_INFINITY);
        return new Windows(store, new Channels(List.of(new FakeConnector(limits))));
    }

    private void heard() {
        append(new Happening.Received(
                PERSON, clock.instant(), "m", Person.of("U1"), new Content.Text("hi"), clock.instant()));
    }

    private void settled(State state) {
        append(new Happening.Settled(PERSON, clock.instant(), "call", state, null));
    }

    private void append(Happening happening) {
        store.write(PERSON.toString(), transaction -> journal.append(transaction, happening));
    }
}
