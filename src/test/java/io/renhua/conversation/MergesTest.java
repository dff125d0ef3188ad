package io.renhua.conversation;

import static io.renhua.conversation.Room.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.renhua.connector.SettableClock;
import io.renhua.conversation.Likenesses.Agreed;
import io.renhua.conversation.Likenesses.Likeness;
import io.renhua.conversation.Merges.Outcome;
import io.renhua.dialogue.LivePersona;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Human;
import io.renhua.journal.Happening.Noted;
import io.renhua.journal.Happening.Received;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.people.Contact;
import io.renhua.people.Hallmarks;
import io.renhua.people.Pair;
import io.renhua.people.Pair.Verdict;
import io.renhua.people.Profiles;
import io.renhua.people.Statement;
import io.renhua.people.Union;
import io.renhua.people.Unions;
import io.renhua.store.Database;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One person on several channels: it is proposed by what is theirs alone, and somebody at the desk decides. */
@ParameterizedClass
@EnumSource(Database.class)
class MergesTest {
    private static final ConversationId LINE = new ConversationId("mo-line", "U1");
    private static final ConversationId WEB = new ConversationId("mo-web", "w1");
    private static final ConversationId SLACK = new ConversationId("mo-slack", "T9");
    private static final ConversationId RIVAL = new ConversationId("pao-web", "w1");

    private static final Outcome DONE = new Outcome.Done();
    private static final Outcome IMPOSSIBLE = new Outcome.Impossible();
    private static final Outcome ASKED = new Outcome.Asked();
    private static final Outcome DECIDED = new Outcome.Decided();
    private static final Outcome TOO_LATE = new Outcome.TooLate();

    private final SettableClock clock = new SettableClock(NOON);
    private final Store store;
    private final Journal journal;
    private final Unions unions;
    private final Hallmarks hallmarks;
    private final Profiles profiles;
    private final States states;
    private final Likenesses likenesses;
    private final Merges merges;

    MergesTest(Database database) {
        store = database.open();
        journal = new Journal(store);
        unions = new Unions(store);
        hallmarks = new Hallmarks(store, Hallmarks.usualNames(), channel -> "TW", clock);
        profiles = new Profiles(store, journal, hallmarks, clock);
        states = new States(store, hallmarks, clock);
        var mo = new LivePersona(Room.persona(), Room::meaning, (words, now) -> List.of());
        var personas = new Personas(Map.of("mo", mo), Map.of("mo-line", "mo", "mo-web", "mo", "mo-slack", "mo"));
        likenesses = new Likenesses(unions, hallmarks, profiles, states, personas);
        merges = new Merges(store, likenesses, unions, journal, DeskTimes.STANDARD, clock);
        writes(LINE, "U1", "王小明");
        writes(WEB, "v1", "王小明");
        writes(SLACK, "S1", "Wang");
        writes(RIVAL, "r1", "王小明");
    }

    @AfterEach
    void close() {
        store.close();
    }

    // ---- proposed

    @Test
    void isProposedToBothByWhatTheCompanyKnowsOfBoth() {
        told(LINE, "phone", "0912345678");
        told(WEB, "mobile", "+886 912 345 678");

        assertThat(likenesses.of(LINE))
                .containsExactly(new Likeness(WEB, List.of(new Agreed("phone", "0912345678", true)), null));
        assertThat(likenesses.of(WEB))
                .containsExactly(new Likeness(LINE, List.of(new Agreed("mobile", "+886 912 345 678", true)), null));
    }

    @Test
    void isNeverProposedByANameOrByWhatManyShare() {
        told(LINE, "title", "王先生1234");
        told(WEB, "title", "王先生1234");
        assertThat(likenesses.of(LINE)).isEmpty();

        told(LINE, "email", "front@desk.example");
        for (int i = 0; i < 6; i++) {
            var guest = new ConversationId("mo-web", "guest" + i);
            writes(guest, "guest" + i, "Guest");
            told(guest, "email", "front@desk.example");
        }
        assertThat(likenesses.of(LINE)).isEmpty();
    }

    @Test
    void isProposedToNobodyWhereTheirPersonaDoesNotSpeakAndOfNoGroup() {
        told(LINE, "customer_id", "C1001");
        told(RIVAL, "customer_id", "C1001");
        told(WEB, "customer_id", "C1001");
        writes(WEB, "somebody else", "Li");

        assertThat(likenesses.of(LINE)).isEmpty();
        assertThat(likenesses.of(WEB)).isEmpty();
        assertThat(merges.merge(LINE, RIVAL, "olga", "a feeling")).isEqualTo(IMPOSSIBLE);
        assertThat(merges.merge(LINE, WEB, "olga", "a feeling")).isEqualTo(IMPOSSIBLE);
        assertThat(merges.merge(LINE, LINE, "olga", "a feeling")).isEqualTo(IMPOSSIBLE);
    }

    @Test
    void isProposedNoMoreOnceTheCompanyTakesBackWhatItTold() {
        told(LINE, "customer_id", "C1001");
        told(WEB, "customer_id", "C1001");
        told(WEB, "customer_id", "C2002");

        assertThat(likenesses.of(LINE)).isEmpty();
    }

    @Test
    void ofWhatSomebodySaysOfThemselvesIsToldApartFromWhatIsKnown() {
        store.write(LINE.toString(), transaction -> hallmarks.said(transaction, LINE, Map.of("order_no", "MO1234")));
        told(WEB, "order_no", "mo 1234");

        assertThat(likenesses.of(WEB).getFirst().agreed()).containsExactly(new Agreed("order_no", "mo 1234", false));
        assertThat(likenesses.of(LINE).getFirst().agreed()).containsExactly(new Agreed("order_no", null, false));
    }

    @Test
    void isProposedNeverAgainOnceDeclinedUnlessThatIsTakenBackAtOnce() {
        alike();

        assertThat(merges.decline(LINE, WEB, "lin", false)).isEqualTo(DONE);
        assertThat(likenesses.of(LINE)).isEmpty();
        assertThat(likenesses.of(WEB)).isEmpty();

        assertThat(merges.undo(WEB, LINE, "mei")).isEqualTo(TOO_LATE);
        assertThat(merges.undo(WEB, LINE, "lin")).isEqualTo(DONE);
        assertThat(likenesses.of(LINE)).hasSize(1);

        merges.decline(LINE, WEB, "lin", false);
        clock.advance(Duration.ofSeconds(31));
        assertThat(merges.undo(LINE, WEB, "lin")).isEqualTo(TOO_LATE);
        assertThat(likenesses.of(LINE)).isEmpty();
    }

    @Test
    void isProposedHoweverManyElsewhereShareTheSame() {
        for (int i = 0; i < 210; i++) {
            var guest = new ConversationId("a-rival-" + i, "g");
            store.write(transaction -> hallmarks.said(transaction, guest, Map.of("order_no", "MO1234")));
        }
        told(LINE, "order_no", "MO1234");
        told(WEB, "order_no", "mo 1234");

        assertThat(likenesses.of(LINE)).extracting(Likeness::conversation).containsExactly(WEB);
    }

    @Test
    void isProposedByOneThingThoughManyShareAnother() {
        for (int i = 0; i < 210; i++) {
            var guest = new ConversationId("mo-web", "a-guest-" + i);
            writes(guest, "guest" + i, "Guest");
            store.write(transaction -> hallmarks.said(transaction, guest, Map.of("email", "front@desk.example")));
        }
        told(LINE, "email", "front@desk.example");
        told(LINE, "order_no", "MO1234");
        told(WEB, "order_no", "mo 1234");

        assertThat(likenesses.of(LINE)).extracting(Likeness::conversation).containsExactly(WEB);
    }

    @Test
    void isNotProposedByANumberOfWhichNobodySaysTheCountry() {
        told(LINE, "phone", "+852 6123 4567");
        told(WEB, "phone", "+853 6123 4567");
        told(SLACK, "phone", "6123 4567");

        assertThat(likenesses.of(LINE)).isEmpty();
        assertThat(likenesses.of(SLACK)).isEmpty();
    }

    // ---- decided

    @Test
    void isOneFromThenOnInEachOfTheirConversationsOnRecordInBoth() {
        alike();

        assertThat(merges.merge(LINE, WEB, "olga", "same customer")).isEqualTo(DONE);

        assertThat(unions.elsewhere(LINE)).containsExactly(WEB);
        assertThat(unions.elsewhere(WEB)).containsExactly(LINE);
        assertThat(likenesses.of(LINE)).isEmpty();
        assertThat(notes(LINE)).containsExactly(tuple(Merges.MERGED, "mo-web same customer", "olga"));
        assertThat(notes(WEB)).containsExactly(tuple(Merges.MERGED, "mo-line same customer", "olga"));
        assertThat(merges.merge(WEB, LINE, "marc", "again")).isEqualTo(DONE);
        assertThat(notes(LINE)).hasSize(1);
    }

    @Test
    void reachesFromOneToTheNextAndComesApartAsItWasMade() {
        merges.merge(LINE, WEB, "olga", "one");
        merges.merge(WEB, SLACK, "olga", "two");
        assertThat(unions.elsewhere(SLACK)).containsExactly(WEB, LINE);

        clock.advance(Duration.ofDays(9));
        assertThat(merges.separate(LINE, SLACK, "marc")).isEqualTo(DONE);

        assertThat(unions.elsewhere(LINE)).containsExactly(WEB);
        assertThat(unions.elsewhere(SLACK)).isEmpty();
        assertThat(notes(SLACK)).last().isEqualTo(tuple(Merges.SEPARATED, "mo-line", "marc"));
        assertThat(merges.separate(LINE, SLACK, "marc")).isEqualTo(DECIDED);
    }

    @Test
    void holdsAndTellsEverybodyWhomASeparationConcerns() {
        var far = new ConversationId("mo-web", "far");
        writes(far, "v9", "Wang");
        merges.merge(LINE, WEB, "olga", "one");
        merges.merge(WEB, SLACK, "olga", "two");
        merges.merge(SLACK, far, "olga", "three");

        assertThat(merges.separate(LINE, SLACK, "marc")).isEqualTo(DONE);

        assertThat(unions.elsewhere(LINE)).containsExactly(WEB);
        assertThat(unions.elsewhere(SLACK)).containsExactly(far);
        assertThat(notes(LINE)).last().isEqualTo(tuple(Merges.SEPARATED, "mo-slack", "marc"));
        assertThat(notes(WEB)).last().isEqualTo(tuple(Merges.SEPARATED, "mo-slack", "marc"));
        assertThat(notes(SLACK)).last().isEqualTo(tuple(Merges.SEPARATED, "mo-line", "marc"));
        assertThat(notes(far)).last().isEqualTo(tuple(Merges.SEPARATED, "mo-line", "marc"));
    }

    @Test
    void isNotOneWithMoreThanAnybodyIs() {
        for (int i = 0; i < Union.MOST; i++) {
            var other = new ConversationId("mo-web", "o" + i);
            writes(other, "o" + i, "Wang");
            assertThat(merges.merge(LINE, other, "olga", "one")).isEqualTo(DONE);
        }

        assertThat(merges.merge(WEB, LINE, "olga", "one more")).isEqualTo(new Outcome.TooMany(Union.MOST));
        assertThat(unions.elsewhere(WEB)).isEmpty();
    }

    @Test
    void isNotProposedAgainOnceSeparated() {
        alike();
        merges.merge(LINE, WEB, "olga", "same customer");

        merges.separate(WEB, LINE, "olga");

        assertThat(likenesses.of(LINE)).isEmpty();
        assertThat(merges.merge(LINE, WEB, "olga", "after all")).isEqualTo(DONE);
        assertThat(unions.elsewhere(LINE)).containsExactly(WEB);
    }

    @Test
    void isTakenBackByWhoeverDidItForAMoment() {
        alike();
        merges.merge(LINE, WEB, "olga", "same customer");

        assertThat(merges.undo(LINE, WEB, "lin")).isEqualTo(TOO_LATE);
        assertThat(merges.undo(LINE, WEB, "olga")).isEqualTo(DONE);

        assertThat(unions.elsewhere(LINE)).isEmpty();
        assertThat(likenesses.of(LINE)).hasSize(1);
        assertThat(notes(WEB)).last().isEqualTo(tuple(Merges.UNDONE, "mo-line", "olga"));
    }

    @Test
    void staysDeclinedWhereAMergeOverThatIsTakenBack() {
        alike();
        merges.decline(LINE, WEB, "lin", false);
        clock.advance(Duration.ofDays(1));
        merges.merge(LINE, WEB, "olga", "after all");

        assertThat(merges.undo(LINE, WEB, "olga")).isEqualTo(DONE);

        assertThat(unions.elsewhere(LINE)).isEmpty();
        assertThat(likenesses.of(LINE)).isEmpty();
        assertThat(unions.of(new Contact("mo-line", "U1")))
                .singleElement()
                .satisfies(pair ->
                        assertThat(pair.said()).isEqualTo(new Statement(Verdict.DECLINED, "", "lin", NOON, null)));
        assertThat(merges.undo(LINE, WEB, "lin")).isEqualTo(TOO_LATE);
    }

    @Test
    void goesBackStepByStepWhereEachTakesTheirsBackInTime() {
        merges.ask(LINE, WEB, "lin", "her voice");
        merges.decline(LINE, WEB, "olga", true);
        merges.merge(LINE, WEB, "marc", "after all");

        assertThat(merges.undo(LINE, WEB, "olga")).isEqualTo(TOO_LATE);
        assertThat(merges.undo(LINE, WEB, "marc")).isEqualTo(DONE);
        assertThat(merges.undo(LINE, WEB, "olga")).isEqualTo(DONE);
        assertThat(unions.asked()).extracting(pair -> pair.said().why()).containsExactly("her voice");
        assertThat(merges.undo(LINE, WEB, "lin")).isEqualTo(DONE);
        assertThat(rows("person_pair")).isZero();
    }

    @Test
    void isAskedForAndComesBackToThatWhenTheDecisionIsTakenBack() {
        assertThat(merges.ask(LINE, WEB, "lin", "her voice")).isEqualTo(DONE);
        assertThat(likenesses.of(WEB))
                .singleElement()
                .satisfies(each -> assertThat(each.asked())
                        .isNotNull()
                        .satisfies(pair -> assertThat(pair.said().why()).isEqualTo("her voice")));
        assertThat(unions.asked()).hasSize(1);
        assertThat(merges.decline(WEB, LINE, "mei", false)).isEqualTo(ASKED);

        merges.merge(WEB, LINE, "olga", "checked");
        assertThat(unions.asked()).isEmpty();
        merges.undo(WEB, LINE, "olga");

        assertThat(unions.asked())
                .singleElement()
                .satisfies(pair -> assertThat(pair.said().agent()).isEqualTo("lin"));
        assertThat(merges.decline(WEB, LINE, "olga", true)).isEqualTo(DONE);
        assertThat(unions.asked()).isEmpty();
    }

    @Test
    void isAsItWasOnceASeparationIsTakenBackThoughItCutSomebodyElsesTie() {
        merges.merge(LINE, WEB, "olga", "one");
        merges.merge(WEB, SLACK, "olga", "two");
        var before = pairs();
        clock.advance(Duration.ofDays(9));
        merges.separate(LINE, SLACK, "marc");

        assertThat(merges.undo(LINE, SLACK, "olga")).isEqualTo(TOO_LATE);
        assertThat(merges.undo(LINE, SLACK, "marc")).isEqualTo(DONE);

        assertThat(pairs()).isEqualTo(before);
        assertThat(unions.elsewhere(SLACK)).containsExactly(WEB, LINE);
        assertThat(notes(LINE)).last().isEqualTo(tuple(Merges.RESTORED, "mo-slack", "marc"));
        assertThat(notes(WEB)).last().isEqualTo(tuple(Merges.RESTORED, "mo-slack", "marc"));
        assertThat(notes(SLACK)).last().isEqualTo(tuple(Merges.RESTORED, "mo-line", "marc"));
    }

    @Test
    void isAsItWasOnceASeparationOfTwoIsTakenBackOfWhomSomebodyHadSaidThatTheyAreTwo() {
        merges.decline(LINE, SLACK, "lin", false);
        merges.merge(LINE, WEB, "olga", "one");
        merges.merge(WEB, SLACK, "olga", "two");
        var before = pairs();
        merges.separate(SLACK, LINE, "marc");

        assertThat(merges.undo(SLACK, LINE, "marc")).isEqualTo(DONE);

        assertThat(pairs()).isEqualTo(before);
    }

    @Test
    void staysSeparatedWhereTheyWouldBeMoreThanAnybodyIsByNow() {
        merges.merge(LINE, WEB, "olga", "one");
        merges.separate(LINE, WEB, "marc");
        for (int i = 0; i < Union.MOST; i++) {
            var other = new ConversationId("mo-web", "o" + i);
            writes(other, "o" + i, "Wang");
            merges.merge(LINE, other, "olga", "one");
        }

        assertThat(merges.undo(LINE, WEB, "marc")).isEqualTo(new Outcome.TooMany(Union.MOST));

        assertThat(unions.elsewhere(WEB)).isEmpty();
    }

    private List<Pair> pairs() {
        return Stream.of(new Contact("mo-line", "U1"), new Contact("mo-web", "v1"), new Contact("mo-slack", "S1"))
                .flatMap(contact -> unions.of(contact).stream())
                .toList();
    }

    // ---- erased

    @Test
    void whoeverIsErasedAloneLeavesNothingOfThePairBehind() {
        alike();
        merges.merge(LINE, WEB, "olga", "same customer");

        assertThat(erasures().erase(WEB, "olga")).isEqualTo(new Erasures.Outcome.Erased(Set.of(WEB)));

        assertThat(unions.elsewhere(LINE)).isEmpty();
        assertThat(rows("person_pair")).isZero();
        assertThat(rows("person_mark")).isOne();
        assertThat(notes(LINE).toString()).doesNotContain("w1", "v1");
    }

    @Test
    void isNotAskedForAnyMoreOnceItIsSoByAnotherWay() {
        merges.ask(LINE, SLACK, "an", "same address");
        merges.merge(LINE, WEB, "olga", "");
        merges.merge(WEB, SLACK, "olga", "");
        assertThat(unions.asked()).hasSize(1);

        assertThat(merges.decline(LINE, SLACK, "olga", true)).isEqualTo(DECIDED);

        assertThat(unions.asked()).isEmpty();
        assertThat(unions.elsewhere(LINE)).contains(WEB, SLACK);
    }

    @Test
    void isAlsoWhereTheyWriteElsewhereOnTheirChannelHoweverManyAreCalledTheSameOnOthers() {
        var second = new ConversationId("mo-web", "w2");
        store.write(transaction -> {
            for (int i = 0; i < 110; i++) {
                traced(transaction, new ConversationId("a-rival", "r" + i));
            }
            traced(transaction, second);
        });
        merges.merge(LINE, WEB, "olga", "");

        assertThat(unions.elsewhere(LINE)).containsExactly(WEB, second);
    }

    private static void traced(Transaction transaction, ConversationId conversation) {
        transaction.update(
                "insert into searched_trait (kind, trait, conversation) values ('person', 'v1', ?)",
                conversation.toString());
    }

    @Test
    void aGroupIsNobodysOwnThoughWhoWroteLastInItIsOneWithSomebody() {
        merges.merge(LINE, WEB, "olga", "");
        assertThat(unions.elsewhere(LINE)).contains(WEB);

        writes(LINE, "U2", "Li");
        writes(LINE, "U1", "王小明");

        assertThat(unions.elsewhere(LINE)).isEmpty();
    }

    @Test
    void whoeverAsksToBeErasedIsErasedEverywhereOrNowhere() {
        merges.merge(LINE, WEB, "olga", "same customer");
        var desk = new Desk(store, journal, clock);
        var bot = (Bot) desk.ownerOf(LINE);
        desk.pass(LINE, bot, bot.takeOver("lin", NOON), Desk.Change.by("lin", "claimed"));
        assertThat(erasures().eraseEverywhere(WEB, "olga")).isEqualTo(new Erasures.Outcome.InWork(LINE));
        assertThat(journal.last(WEB, 1)).isNotEmpty();

        var human = (Human) desk.ownerOf(LINE);
        desk.pass(LINE, human, human.release(NOON), Desk.Change.by("lin", "released"));

        assertThat(erasures().eraseEverywhere(WEB, "olga")).isEqualTo(new Erasures.Outcome.Erased(Set.of(WEB, LINE)));
        assertThat(journal.last(LINE, 1)).isEmpty();
        assertThat(rows("person_pair")).isZero();
    }

    private Erasures erasures() {
        return new Erasures(store, new Desk(store, journal, clock), unions, journal, clock);
    }

    private void alike() {
        told(LINE, "customer_id", "C1001");
        told(WEB, "customer_id", "c1001");
    }

    private void told(ConversationId conversation, String name, String value) {
        profiles.tell(conversation, before -> before.with(Map.of(name, value)), "api:crm");
    }

    private void writes(ConversationId conversation, String person, String name) {
        var hello = new Received(
                conversation,
                NOON,
                conversation + person,
                new Person(person, name, null),
                new Content.Text("hi"),
                NOON);
        store.write(conversation.toString(), transaction -> journal.append(transaction, hello));
    }

    private int rows(String table) {
        return store.list("select count(*) from " + table, row -> row.getInt(1)).getFirst();
    }

    /** What people at the desk said; not that something was told. */
    private List<Tuple> notes(ConversationId conversation) {
        return journal.last(conversation, 100).stream()
                .map(JournalEntry::happening)
                .filter(Noted.class::isInstance)
                .map(Noted.class::cast)
                .filter(noted -> !noted.kind().equals(Profiles.PROFILED))
                .map(noted -> tuple(noted.kind(), noted.why(), noted.actor()))
                .toList();
    }
}
