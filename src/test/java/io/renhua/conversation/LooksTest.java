package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.message.ConversationId;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node looks for what it may have forgotten beside ten thousand conversations that wait: it reads little, and forgets none. */
class LooksTest {
    private static final int PEOPLE = 10_000;
    private static final long ANOTHER = -1;
    private static final Pattern READ = Pattern.compile("actual (?:time=\\S+ )?rows=(\\d+)");

    private final Store store = Database.POSTGRESQL.open();
    private final SharedLeases leases = new SharedLeases(store, "one", TwoNodes.BY_THE_BELL);
    private final List<ConversationId> heard = new ArrayList<>();

    @BeforeEach
    void join() {
        leases.join();
        leases.onLook(heard::add);
    }

    @AfterEach
    void close() {
        leases.close();
        store.close();
    }

    @Test
    void aLookReadsNoMoreThanItsBitesAndEachHasItsTurn() {
        words(PEOPLE);
        messages(1, PEOPLE);
        every(PEOPLE, 1);
        int looks = 2 * PEOPLE / SharedLeases.LOOK + 2;

        for (int look = 0; look < looks; look++) {
            int before = heard.size();
            leases.look();
            assertThat(heard.size() - before).as("look %d", look).isLessThan(SharedLeases.LOOK + SharedLeases.BITE);
        }

        assertThat(new HashSet<>(heard)).hasSize(PEOPLE);
    }

    @Test
    void aLookBeginsWithTheOldestAndGoesOnWhereTheLastOneEnded() {
        messages(1, 1_000);
        every(1_000, 1);

        leases.look();
        leases.look();

        assertThat(heard).containsExactlyElementsOf(people(1, 1_000));
    }

    @Test
    void oneLookIsEnoughWhereLittleWaits() {
        words(20);
        messages(1, 30);
        every(30, 1);

        leases.look();

        assertThat(new HashSet<>(heard)).hasSize(30);
    }

    @Test
    void allOfItIsLookedAtWhereRingsWereLostForSure() {
        words(PEOPLE);
        messages(1, PEOPLE);
        every(PEOPLE, 1);

        leases.lookAround();

        assertThat(new HashSet<>(heard)).hasSize(PEOPLE);
    }

    @Test
    void itEndsThoughMoreComesThanALookReads() {
        messages(PEOPLE, PEOPLE);
        every(PEOPLE, 1);
        for (int look = 0; look < 3; look++) {
            words(SharedLeases.LOOK + SharedLeases.BITE);
            leases.look();
        }

        assertThat(heard).as("who wrote, and to whom nothing is to be said").contains(person(PEOPLE));
    }

    @Test
    void whatOthersHaveIsLeftToThem() {
        messages(1, 100);
        every(100, 2);

        leases.look();

        assertThat(heard)
                .hasSize(50)
                .allMatch(each -> Integer.parseInt(each.thread().substring(1)) % 2 == 0);
    }

    @Test
    void noBiteReadsMoreRowsThanItTakesWhateverLiesBeforeThem() {
        words(PEOPLE);
        messages(1, PEOPLE);
        store.write(transaction -> {
            transaction.update("update outbox set state = 'dead' where id % 10 < 9");
            transaction.update("update inbox set state = 'dead' where id % 10 < 9");
        });
        store.read(handle -> handle.execute("analyze"));

        assertThat(mostRowsOfAStep(Round.WORDS)).isLessThanOrEqualTo(SharedLeases.BITE);
        assertThat(mostRowsOfAStep(Round.MESSAGES)).isLessThanOrEqualTo(SharedLeases.BITE);
    }

    /** Of the database's own plan, as it went. */
    private int mostRowsOfAStep(String query) {
        var plan = store.list(
                "explain (analyze, timing off) " + query,
                row -> row.getString(1),
                0L,
                Long.MAX_VALUE,
                SharedLeases.BITE);
        assertThat(plan).noneMatch(line -> line.contains("Rows Removed") || line.contains("Sort"));
        return plan.stream()
                .map(READ::matcher)
                .filter(line -> line.find())
                .mapToInt(line -> Integer.parseInt(line.group(1)))
                .max()
                .orElseThrow();
    }

    private void words(int people) {
        store.write(transaction -> transaction.update("""
                insert into outbox (outbound_id, conversation, epoch, message, state, due_at, created_at)
                select gen_random_uuid(), 'pao-line/U' || number, 0, '{}', 'waiting', now(), now()
                from generate_series(1, ?) as number""", people));
    }

    private void messages(int from, int to) {
        store.write(transaction -> transaction.update("""
                insert into inbox (channel, message_id, conversation, message, received_at, state)
                select 'pao-line', 'm' || number, 'pao-line/U' || number, '{}', now(), 'waiting'
                from generate_series(?, ?) as number""", from, to));
    }

    /** Each of them is this node's, or each second one; the others are another's. */
    private void every(int people, int th) {
        store.write(transaction -> transaction.update("""
                insert into lane (conversation, node)
                select 'pao-line/U' || number, case number % ? when 0 then (select max(id) from node) else ? end
                from generate_series(1, ?) as number""", th, ANOTHER, people));
    }

    private static List<ConversationId> people(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(LooksTest::person).toList();
    }

    private static ConversationId person(int number) {
        return new ConversationId("pao-line", "U" + number);
    }
}
