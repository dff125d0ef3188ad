package io.renhua.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.SettableClock;
import io.renhua.conversation.Erasures;
import io.renhua.conversation.LegalHolds;
import io.renhua.conversation.Personas;
import io.renhua.conversation.Traces;
import io.renhua.conversation.Unfinished;
import io.renhua.dialogue.DialogueState;
import io.renhua.dialogue.LivePersona;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Stretches;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.journal.RelayPlace;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.nlu.Ranking;
import io.renhua.people.Unions;
import io.renhua.persona.PersonaFolder;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Reading;
import io.renhua.retention.Leaving.Came;
import io.renhua.retention.Leaving.Left;
import io.renhua.search.SearchFeed;
import io.renhua.store.Database;
import io.renhua.store.Json;
import io.renhua.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The script of 墨 keeps chats for 180 days, and pictures for 30. */
@ParameterizedClass
@EnumSource(Database.class)
class RetentionTest {
    private static final Instant START = Instant.parse("2026-01-10T08:00:00Z");
    private static final ConversationId MING = new ConversationId("web-mo", "ming-7f3a");
    private static final ConversationId ANNA = new ConversationId("web-mo", "anna-1c2d");

    @TempDir
    private Path directory;

    private final SettableClock clock = new SettableClock(START);
    private final Store store;
    private final Journal journal;
    private final Desk desk;
    private final Personas personas = new Personas(Map.of("mo", mo()), Map.of("web-mo", "mo"));
    private final Retention retention;

    RetentionTest(Database database) {
        store = database.open();
        journal = new Journal(store);
        desk = new Desk(store, journal, clock);
        retention = new Retention(store, desk, personas, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void letsWordsGoByTheirOwnAgeAndWhatWasMadeFromThem() {
        hears(MING, "the first order is SP1234567");
        days(100);
        hears(MING, "the second one");
        var feed = new SearchFeed(store, journal);
        feed.look();
        days(81);

        var left = retention.now().orElseThrow();

        assertThat(left.words()).isEqualTo(1);
        assertThat(left.conversations()).isEqualTo(1);
        assertThat(words(MING)).containsExactly("the second one");
        assertThat(store.list("select words from searched_bubble", row -> row.getString(1)))
                .containsExactly("the second one");
        assertThat(count("select count(*) from searched_number")).isZero();
        assertThat(count("select count(*) from searched_trait")).isPositive();
        feed.close();
    }

    @Test
    void keepsWordsUntilTheirLastDayIsOver() {
        hears(MING, "hello");
        days(180);

        assertThat(retention.now().orElseThrow().words()).isZero();

        clock.advance(Duration.ofSeconds(1));
        assertThat(retention.now().orElseThrow().words()).isEqualTo(1);
    }

    @Test
    void leavesNothingInAnyTableOnceTheLastWordIsGoneButCounts() {
        var traces = new Traces(store, journal, START);
        traces.everywhere(MING);
        nothingIsToCome();
        days(181);

        retention.now();

        assertThat(traces.found("ming"))
                .containsOnly(
                        "sent_picture.conversation",
                        "sent_picture.id",
                        "sent_picture.by_whom",
                        "sent_picture.kind",
                        "sent_picture_part.conversation",
                        "sent_picture_part.id",
                        "sent_picture_part.content",
                        "taken.message_id"); // which have a time of their own
        assertThat(new Stretches(store).all(Instant.EPOCH, 10)).hasSize(1);
        assertThat(store.list("select score from rating where remark is null", row -> row.getInt(1)))
                .containsExactly(1);
    }

    @Test
    void whatWasToldInFormsLeavesByItsAgeWhereTheyWriteOn() {
        hears(MING, "size M, please");
        days(100);
        hears(MING, "in red");
        var state = Json.write(DialogueState.NEW)
                .replace("\"facts\":{}", "\"facts\":{\"size\":\"M\",\"colour\":\"red\"}")
                .replace("\"told\":{}", "\"told\":{\"size\":\"" + START + "\",\"colour\":\"" + clock.instant() + "\"}");
        store.write(transaction -> transaction.update(
                "insert into dialogue_state (conversation, state, updated_at) values (?, ?, ?)",
                MING.toString(),
                state,
                clock.instant()));
        days(81);

        retention.now();

        assertThat(store.list("select state from dialogue_state", row -> row.getString(1)))
                .singleElement()
                .satisfies(kept -> assertThat(
                                Json.read(kept, DialogueState.class).memory().facts())
                        .containsExactly(Map.entry("colour", "red")));
    }

    @Test
    void whoIsBlockedStaysSo() {
        hears(MING, "hello");
        store.write(transaction -> transaction.update("""
                insert into person_block (channel, person, conversation, state, why, term, agent, at)
                values ('web-mo', 'ming', ?, 'blocked', 'spam', 'good', 'lin', ?)""", MING.toString(), START));
        days(181);

        retention.now();

        assertThat(count("select count(*) from person_block")).isEqualTo(1);
    }

    @Test
    void countsStayAndLeadToNobodyWhileTheConversationGoesOn() {
        var traces = new Traces(store, journal, START);
        traces.everywhere(MING);
        nothingIsToCome();
        days(100);
        hears(MING, "still here");
        days(81);

        retention.now();

        assertThat(count("select count(*) from human_stretch where topic is null"))
                .isEqualTo(1);
        assertThat(traces.rows("human_stretch", MING)).isZero();
        assertThat(traces.rows("rating", MING)).isZero();
        assertThat(traces.rows("inbox", MING) + traces.rows("outbox", MING)).isZero();
        assertThat(traces.rows("tag", MING)).isEqualTo(1);
        assertThat(words(MING)).containsExactly("still here");
    }

    @Test
    void tearsNothingApartInWhichSomebodyIsAtWork() {
        hears(MING, "hello");
        var human = Bot.FIRST.takeOver("lin", START);
        desk.pass(MING, Bot.FIRST, human, Change.by("lin", "claimed"));
        hears(ANNA, "hello");
        store.write(transaction -> transaction.update("""
                insert into outbox (outbound_id, conversation, epoch, message, state, due_at, created_at)
                values ('o', ?, 0, '{}', 'doubt', ?, ?)""", ANNA.toString(), START, START));
        days(190);

        var left = retention.now().orElseThrow();

        assertThat(left.words()).isZero();
        assertThat(left.staying()).isEqualTo(2);
        assertThat(left.overdueSince()).contains(START.plus(Duration.ofDays(180)));

        desk.pass(MING, human, human.release(clock.instant()), Change.by("lin", "released"));
        store.write(transaction -> transaction.update("delete from outbox"));
        assertThat(retention.now().orElseThrow().staying()).isZero();
        assertThat(journal.last(ANNA, 9)).isEmpty();
        assertThat(journal.last(MING, 9)).hasSize(1); // that it was given back
    }

    @Test
    void letsMoreGoThanOneBiteAndOnePageTake() {
        for (int i = 0; i < 450; i++) {
            hears(MING, "m" + i);
        }
        for (int i = 0; i < 120; i++) {
            hears(new ConversationId("web-mo", "v" + i), "hi");
        }
        days(181);

        assertThat(retention.now().orElseThrow().words()).isEqualTo(570);
        assertThat(count("select count(*) from journal")).isZero();
    }

    @Test
    void isDoneByOneNodeAndTakenUpByAnother() {
        hears(MING, "hello");
        days(181);
        var another = new RelayPlace(store, "retention");
        another.take();

        assertThat(retention.now()).isEmpty();
        assertThat(words(MING)).hasSize(1);

        another.leave();
        assertThat(retention.now().orElseThrow().words()).isEqualTo(1);
    }

    @Test
    void letsNothingGoOnceTheTurnIsAnothers() {
        hears(MING, "hello");
        var turn = new RelayPlace(store, "retention");
        var leaving = new Leaving(store, new Unfinished(desk), turn);
        var all = new Span(Instant.EPOCH, START.plusSeconds(1));

        assertThat(leaving.all(MING, all, START)).isEqualTo(new Left(0, Came.CUT_OFF));
        assertThat(words(MING)).hasSize(1);

        turn.take();
        assertThat(leaving.all(MING, all, START)).isEqualTo(new Left(1, Came.LEFT));
    }

    @Test
    void endsWithWhatIsInHandAndIsNotDoneThen() {
        hears(MING, "hello");
        days(181);
        retention.close();

        assertThat(retention.now()).isEmpty();
        assertThat(new Departures(store).last()).isEmpty();
    }

    @Test
    void saysWhatWouldLeaveAndLetsNothingGo() {
        hears(MING, "hello");
        sees(MING, "line:1", "");
        hears(ANNA, "hello");
        days(100);
        sees(ANNA, "line:2", "");
        days(81);

        var foreseen = retention.foreseen();

        assertThat(words(MING)).hasSize(2);
        assertThat(retention.now().orElseThrow()).isEqualTo(foreseen);
        assertThat(foreseen.words()).isEqualTo(3);
        assertThat(foreseen.media()).isEqualTo(1);
    }

    @Test
    void picturesLeaveBeforeTheWordsAroundThem() {
        hears(MING, "look");
        sees(MING, "https://platform.example/p/4711", "");
        sees(MING, "line:4712", "my cup");
        var feed = new SearchFeed(store, journal);
        feed.look();
        days(31);

        assertThat(retention.now().orElseThrow().media()).isEqualTo(2);

        assertThat(words(MING)).containsExactly("look", "[image]", "my cup");
        assertThat(store.list("select body from journal order by seq", row -> row.getString(1)))
                .containsExactly("look", "[image]", "my cup");
        assertThat(store.list("select words from searched_bubble order by seq", row -> row.getString(1)))
                .containsExactly("look", "[image]", "my cup");
        assertThat(retention.now().orElseThrow().media()).isZero();
        feed.close();
    }

    @Test
    void holdsToWhatWasToldLastWhereThePersonaIsGone() {
        hears(MING, "hello");
        retention.note();
        days(181);
        var withoutHer = new Retention(store, desk, somebodyElse(), clock);

        var share = withoutHer.now().orElseThrow().shares().getFirst();

        assertThat(share.words()).isEqualTo(1);
        assertThat(share.how()).isEqualTo("nobody speaks there now; mo told 180 days last");
    }

    @Test
    void goesByThePersonaWhereNothingIsKnownOfTheChannel() {
        var former = new ConversationId("mo-before", "ming");
        hears(former, "hello");
        says(former, "mo");
        days(181);

        var share = retention.now().orElseThrow().shares().getFirst();

        assertThat(share.words()).isEqualTo(2);
        assertThat(share.how()).contains("mo, who spoke there last, tells 180 days");
    }

    @Test
    void goesByTheShortestWhereNothingIsKnownAtAllAndByNothingWhereNothingIsTold() {
        hears(new ConversationId("gone", "ming"), "hello");
        days(181);

        var nobody = new Retention(store, desk, new Personas(Map.of(), Map.of()), clock).now();
        assertThat(nobody.orElseThrow().words()).isZero();
        assertThat(nobody.orElseThrow().remark()).contains("gone: nothing was ever told there, so nothing leaves");

        var left = retention.now().orElseThrow();
        assertThat(left.words()).isEqualTo(1);
        assertThat(left.remark()).contains("180 days is the shortest told anywhere");
    }

    @Test
    void aShorterPromiseHoldsForEverythingAndALongerOneForWhatComes() {
        hears(MING, "told 180 days");
        retention.note();
        days(20);
        personas.replace(promising("365d"));
        retention.note();
        hears(MING, "told 365 days");
        days(181);
        assertThat(retention.now().orElseThrow().words()).isEqualTo(1);
        assertThat(words(MING)).containsExactly("told 365 days");

        personas.replace(promising("90d"));
        assertThat(retention.now().orElseThrow().words()).isEqualTo(1);
    }

    @Test
    void theNoteThatSomebodyWasErasedStays() {
        hears(MING, "hello");
        new Erasures(store, desk, new Unions(store), journal, clock).erase(MING, "olga");
        days(400);

        assertThat(retention.now().orElseThrow().words()).isZero();
        assertThat(count("select count(*) from journal")).isEqualTo(1);
    }

    @Test
    void whatSomebodyNeedsStaysWholeUntilItsDay() {
        hears(MING, "hello");
        sees(MING, "line:4711", "");
        hears(ANNA, "hello");
        var holds = new LegalHolds(store, journal, clock);
        holds.keep(MING, "a dispute", START.plus(Duration.ofDays(400)), "olga");
        days(181);

        var left = retention.now().orElseThrow();

        assertThat(left.held()).isEqualTo(1);
        assertThat(left.staying()).isZero();
        assertThat(left.overdueSince()).isEmpty();
        assertThat(words(MING)).containsExactly("hello", "line:4711");
        assertThat(words(ANNA)).isEmpty();
        assertThat(retention.foreseen().media()).isZero();

        days(219); // its last day is over
        assertThat(retention.now().orElseThrow().words()).isEqualTo(3);
    }

    @Test
    void aPictureThatWasHeldLeavesAfterwardsThoughLaterOnesLeftBefore() {
        sees(MING, "line:1", "");
        days(1);
        sees(ANNA, "line:2", "");
        new LegalHolds(store, journal, clock).keep(MING, "a dispute", START.plus(Duration.ofDays(50)), "olga");
        days(40);
        assertThat(retention.now().orElseThrow().media()).isEqualTo(1);

        days(10);
        assertThat(retention.now().orElseThrow().media()).isEqualTo(1);
        assertThat(words(MING)).containsExactly("[image]");
    }

    @Test
    void keepsCountsOfWhatLeft() {
        hears(MING, "hello");
        days(181);
        retention.now();

        assertThat(new Departures(store).last())
                .contains(new Departure(clock.instant(), clock.instant(), 1, 1, 0, 0, 0, null, ""));
    }

    private void nothingIsToCome() {
        store.write(transaction -> {
            transaction.update("delete from errand");
            transaction.update("delete from legal_hold");
        });
    }

    private void hears(ConversationId conversation, String words) {
        receives(conversation, new Content.Text(words));
    }

    private void sees(ConversationId conversation, String location, String caption) {
        receives(conversation, new Content.Media(Content.Media.Kind.IMAGE, location, caption));
    }

    private void receives(ConversationId conversation, Content content) {
        happens(new Happening.Received(
                conversation, clock.instant(), "m", Person.of("ming"), content, clock.instant()));
    }

    private void says(ConversationId conversation, String persona) {
        happens(new Happening.Understood(conversation, clock.instant(), "m", persona, "1", "en", null, 0, "NONE"));
    }

    private void happens(Happening happening) {
        store.write(happening.conversation().toString(), transaction -> journal.append(transaction, happening));
    }

    private void days(int days) {
        clock.advance(Duration.ofDays(days));
    }

    private List<String> words(ConversationId conversation) {
        return journal.last(conversation, 1000).stream()
                .filter(entry -> entry.happening() instanceof Happening.Received)
                .map(entry -> ((Happening.Received) entry.happening()).content().asText())
                .toList();
    }

    private long count(String sql) {
        return store.list(sql, row -> row.getLong(1)).getFirst();
    }

    private LivePersona promising(String days) {
        return live(PersonaFolder.copiedTo(directory.resolve(days))
                .change("persona.yaml", "{chat: 180d, media: 30d}", "{chat: " + days + ", media: 30d}")
                .read());
    }

    private static Personas somebodyElse() {
        return new Personas(Map.of("mo", mo()), Map.of("another", "mo"));
    }

    private static LivePersona mo() {
        return live(new PersonaReader().read(PersonaFolder.MO));
    }

    private static LivePersona live(Reading script) {
        return new LivePersona(
                Objects.requireNonNull(script.persona()), words -> Ranking.NOTHING, (words, now) -> List.of());
    }
}
