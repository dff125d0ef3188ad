package io.renhua.conversation;

import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.spy;

import io.renhua.dialogue.DialogueState;
import io.renhua.dialogue.LivePersona;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.journal.Happening.Noted;
import io.renhua.journal.Happening.Passed;
import io.renhua.journal.Happening.Received;
import io.renhua.journal.Happening.Understood;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.message.ReplyHandle;
import io.renhua.nlu.Band;
import io.renhua.nlu.Candidate;
import io.renhua.nlu.Ranking;
import io.renhua.persona.PersonaFolder;
import io.renhua.search.SearchFeed;
import io.renhua.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class TurnHandlerTest {
    private final Room room;

    TurnHandlerTest(Database database) {
        room = new Room(database);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void answersInThePersonasVoiceAndNotesTheTurn() {
        var arrival = room.arrives("1", "推薦一本書");

        room.handler().handle(arrival);

        assertThat(room.happened(Understood.class))
                .singleElement()
                .satisfies(understood -> assertThat(understood.intent()).isEqualTo("pick_book"));
        assertThat(room.said()).hasSize(2).first().asString().startsWith("我是墨書店的AI小墨。");
        assertThat(room.arrivals.next(PERSON)).isEmpty();
        assertThat(room.states.load(PERSON).state()).isNotEqualTo(DialogueState.NEW);
    }

    @Test
    void forgetsWhatIsKnownOfWhoeverWantsToBeForgotten() {
        room.handler().handle(room.arrives("1", "推薦一本書"));
        room.profiles.tell(PERSON, before -> before.with(Map.of("title", "陳小姐", "customer_id", "C-1047")), "api:crm");
        assertThat(room.count("person_mark")).isPositive();

        room.handler().handle(room.arrives("2", "forget me"));

        assertThat(room.profiles.of(PERSON).facts()).isEmpty();
        assertThat(room.count("person_mark")).isZero();
        assertThat(room.happened(Noted.class)).extracting(Noted::kind).endsWith("forgotten");
    }

    @Test
    void forgetsWhatIsKnownOfThemInTheirOtherConversationsToo() {
        var second = new ConversationId(PERSON.channel(), "second");
        room.handler().handle(room.arrives("1", "推薦一本書"));
        writes("9", second, "U1");
        new SearchFeed(room.store, room.journal).look();
        room.profiles.tell(second, before -> before.with(Map.of("title", "陳小姐")), "api:crm");

        room.handler().handle(room.arrives("2", "forget me"));

        assertThat(room.profiles.of(second).facts()).isEmpty();
        assertThat(room.journal.last(second, 1))
                .extracting(entry -> ((Noted) entry.happening()).kind())
                .containsExactly("forgotten");
    }

    @Test
    void forgetsNothingOfOthersInAGroup() {
        var anothers = new ConversationId(PERSON.channel(), "another");
        room.handler().handle(room.arrives("1", "推薦一本書"));
        room.handler().handle(writes("8", PERSON, "U2"));
        writes("9", anothers, "U2");
        new SearchFeed(room.store, room.journal).look();
        room.profiles.tell(anothers, before -> before.with(Map.of("title", "林先生")), "api:crm");

        room.handler().handle(room.arrives("2", "forget me"));

        assertThat(room.profiles.of(anothers).facts()).containsEntry("title", "林先生");
        assertThat(room.journal.last(anothers, 1))
                .extracting(entry -> ((Noted) entry.happening()).kind())
                .containsExactly("profiled");
    }

    private List<Arrival> writes(String id, ConversationId conversation, String person) {
        return room.arrive(new Inbound(
                id,
                conversation,
                Person.of(person),
                new Content.Text("嗨"),
                Room.NOON,
                new ReplyHandle("r" + id, Room.NOON)));
    }

    @Test
    void keepsWhatIsKnownWhereSomebodyMustAndSaysSoInTheThread() {
        room.handler().handle(room.arrives("1", "推薦一本書"));
        room.profiles.tell(PERSON, before -> before.with(Map.of("title", "陳小姐")), "api:crm");
        new LegalHolds(room.store, room.journal, room.clock)
                .keep(PERSON, "a dispute", Room.NOON.plus(Duration.ofDays(30)), "marc");

        room.handler().handle(room.arrives("2", "forget me"));

        assertThat(room.profiles.of(PERSON).facts()).containsEntry("title", "陳小姐");
        assertThat(room.happened(Noted.class).getLast())
                .extracting(Noted::kind, Noted::why)
                .containsExactly("not_forgotten", "a dispute");
    }

    @Test
    void keepsWhatIsSaidInAPauseAndSaysInTheThreadUntilWhenItLasts(@TempDir Path directory) {
        var pausing = Objects.requireNonNull(PersonaFolder.copiedTo(directory)
                .write("lines/rude.yaml", """
                        sensitive:
                          rude:
                            asks: {zh-Hant: [笨蛋], en: [you fool]}
                            steps:
                              - {text: {zh-Hant: 先停一小時。, en: An hour's pause.}, do: pause, for: 1h}
                        """)
                .read()
                .persona());
        room.personas.replace(new LivePersona(pausing, TurnHandlerTest::rude, (words, now) -> List.of()));
        room.handler().handle(room.arrives("1", "笨蛋"));
        var before = room.said();

        room.handler().handle(room.arrives("2", "推薦一本書"));

        assertThat(before).last().isEqualTo("先停一小時。");
        assertThat(room.said()).isEqualTo(before);
        assertThat(room.arrivals.next(PERSON)).isEmpty();
        assertThat(room.happened(Received.class)).hasSize(2);
        assertThat(room.happened(Noted.class))
                .extracting(Noted::kind, Noted::why)
                .containsExactly(tuple("paused", "until " + Room.NOON.plus(Duration.ofHours(1))));

        room.clock.advance(Duration.ofHours(1));
        room.handler().handle(room.arrives("3", "推薦一本書"));

        assertThat(room.said()).hasSizeGreaterThan(before.size());
    }

    private static Ranking rude(String words) {
        return words.equals("笨蛋")
                ? new Ranking(List.of(new Candidate("sensitive.rude", 1)), Band.SURE)
                : Room.meaning(words);
    }

    @Test
    void leavesTheWordToThePersonWhoHasIt() {
        room.live.claim(PERSON, "lin", "Lin");
        var before = room.said();
        var arrival = room.arrives("1", "推薦一本書");

        room.handler().handle(arrival);

        assertThat(room.said()).isEqualTo(before);
        assertThat(room.happened(Understood.class)).isEmpty();
        assertThat(room.arrivals.next(PERSON)).isEmpty();
    }

    @Test
    void handlesAMessageAfreshWhoseConversationChangedHandsMeanwhile() {
        var arrival = room.arrives("1", "推薦一本書");
        var ledger = room.ledger(room.arrivals);
        var stale = room.states.load(PERSON).state();
        var heard = new Ears(room.channels, room.desk, room.tags, room.profiles, room.unions, room.clock)
                .hear(room.mo, arrival, stale, Bot.FIRST);
        var upshot = room.dialogue.next(room.mo.persona(), stale, heard);
        room.live.claim(PERSON, "lin", "Lin");
        var before = room.said();

        ledger.enter(new Decision(arrival, Bot.FIRST, room.mo, stale, heard, upshot));

        assertThat(room.arrivals.next(PERSON)).isEqualTo(arrival);
        assertThat(room.said()).isEqualTo(before);
        room.handler().handle(arrival);
        assertThat(room.arrivals.next(PERSON)).isEmpty();
        assertThat(room.said()).isEqualTo(before);
    }

    @Test
    void answersTogetherWhatCameWhileItThought() {
        var patient = new Gathering(room.channels, room.personas, Map.of(), Patience.USUAL, room.clock);
        var handler = room.handler(room.ledger(room.arrivals, patient));
        var thoughtOf = room.arrives("1", "推薦一本書");
        room.inbox.accept(List.of(Room.says("2", "我的書到哪了")));

        handler.handle(thoughtOf);
        assertThat(room.said()).isEmpty();
        assertThat(room.count("outbox")).isZero();

        handler.handle(room.arrivals.next(PERSON));
        assertThat(room.arrivals.next(PERSON)).isEmpty();
        assertThat(room.said()).isNotEmpty();
    }

    @Test
    void doesNotHoldAnAnswerBackForWhatIsAnsweredOnItsOwn() {
        var patient = new Gathering(room.channels, room.personas, Map.of(), Patience.USUAL, room.clock);
        var handler = room.handler(room.ledger(room.arrivals, patient));
        for (int bubble = 1; bubble <= 11; bubble++) {
            room.inbox.accept(List.of(Room.says(String.valueOf(bubble), "推薦一本書")));
        }

        handler.handle(room.arrivals.next(PERSON));

        assertThat(room.happened(Understood.class)).hasSize(10);
        assertThat(room.arrivals.next(PERSON)).hasSize(1);
    }

    @Test
    void triesAgainAloneWhatFailedThoughMoreWasSaid() {
        var patient = new Gathering(room.channels, room.personas, Map.of(), Patience.USUAL, room.clock);
        var handler = room.handler(room.ledger(room.arrivals, patient));
        var failed = room.arrives("1", "推薦一本書").getFirst();
        room.store.write(PERSON.toString(), transaction -> room.arrivals.failed(transaction, failed));
        room.inbox.accept(List.of(Room.says("2", "我的書到哪了")));

        handler.handle(room.arrivals.next(PERSON));

        assertThat(room.happened(Understood.class))
                .extracting(Understood::messageId)
                .containsExactly("1");
    }

    @Test
    void answersWhoeverNeverStopsWriting() {
        var patient = new Gathering(room.channels, room.personas, Map.of(), Patience.USUAL, room.clock);
        var thoughtOf = room.arrives("1", "推薦一本書");
        room.inbox.accept(List.of(Room.says("2", "我的書到哪了")));
        room.clock.advance(Duration.ofSeconds(4));

        room.handler(room.ledger(room.arrivals, patient)).handle(thoughtOf);

        assertThat(room.said()).isNotEmpty();
    }

    @Test
    void passesOnAndSpeaksInTheNewEpoch() {
        var arrival = room.arrives("1", "真人");

        room.handler().handle(arrival);

        var owner = room.desk.ownerOf(PERSON);
        assertThat(owner).isInstanceOf(Queued.class);
        assertThat(room.happened(io.renhua.journal.Happening.Said.class))
                .isNotEmpty()
                .allSatisfy(said -> assertThat(said.epoch()).isEqualTo(owner.epoch()));
    }

    @Test
    void keepsNothingOfATurnWhoseLastWriteFails() {
        var arrival = room.arrives("1", "真人");
        var shaky = spy(room.arrivals);
        doThrow(new IllegalStateException("planted")).when(shaky).done(any(), any());
        var ledger = room.ledger(shaky);

        assertThatThrownBy(() -> room.handler(ledger).handle(arrival)).hasMessage("planted");

        assertThat(room.journal.after(PERSON, 0, 100))
                .singleElement()
                .satisfies(entry -> assertThat(entry.happening()).isInstanceOf(Received.class));
        assertThat(room.happened(Passed.class)).isEmpty();
        assertThat(room.desk.ownerOf(PERSON)).isEqualTo(Bot.FIRST);
        assertThat(room.states.load(PERSON).state()).isEqualTo(DialogueState.NEW);
        assertThat(room.count("outbox")).isZero();
        assertThat(room.arrivals.next(PERSON)).isEqualTo(arrival);
    }

    @Test
    void answersABreathOnceAndNotesWhatEveryBubbleWasTakenFor() {
        var breath = room.arrive(Room.says("1", "推薦"), Room.says("2", "一本書"));

        room.handler().handle(breath);

        assertThat(room.happened(Understood.class))
                .extracting(Understood::messageId, Understood::intent)
                .containsExactly(tuple("1", "pick_book"), tuple("2", "pick_book"));
        assertThat(room.said()).hasSize(2).first().asString().startsWith("我是墨書店的AI小墨。");
        assertThat(room.rows.next(PERSON).orElseThrow().message().reply()).isEqualTo(new ReplyHandle("r2", Room.NOON));
        assertThat(room.arrivals.next(PERSON)).isEmpty();
    }

    @Test
    void keepsAWholeBreathForLaterWhenItsLastWriteFails() {
        var breath = room.arrive(Room.says("1", "推薦"), Room.says("2", "一本書"));
        var shaky = spy(room.arrivals);
        doThrow(new IllegalStateException("planted")).when(shaky).done(any(), eq(breath.getLast()));
        var ledger = room.ledger(shaky);

        assertThatThrownBy(() -> room.handler(ledger).handle(breath)).hasMessage("planted");

        assertThat(room.arrivals.next(PERSON)).isEqualTo(breath);
        assertThat(room.count("outbox")).isZero();
    }
}
