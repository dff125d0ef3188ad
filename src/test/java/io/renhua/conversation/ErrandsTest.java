package io.renhua.conversation;

import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.renhua.action.Answer;
import io.renhua.action.Errand;
import io.renhua.action.Performer;
import io.renhua.action.Performers;
import io.renhua.connector.SettableClock;
import io.renhua.dialogue.LivePersona;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.journal.Happening;
import io.renhua.journal.Happening.Noted;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.nlu.EntityDefinition;
import io.renhua.nlu.EntityFinders;
import io.renhua.people.Profiles;
import io.renhua.persona.PersonaFolder;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Actions on their way: decided on, done, said; each piece of work is asked for here. */
@ParameterizedClass
@EnumSource(Database.class)
class ErrandsTest {
    private static final Answer FOUND = new Answer.Done("shipped", Map.of("eta", "2026-11-27"));
    private static final Answer BUSY = new Answer.Later("it answered 503", Duration.ZERO);

    private final SettableClock clock = new SettableClock(Room.NOON);
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Errand> done = new ArrayList<>();
    private final List<Duration> left = new ArrayList<>();
    private final Store store;
    private final Journal journal;
    private LivePersona mo;
    private Graph graph;

    ErrandsTest(Database database) {
        store = database.open();
        journal = new Journal(store);
    }

    @BeforeEach
    void asks(@TempDir Path directory) {
        mo = mo(directory);
        nowDoneBy(this::answers);
        hears("1", "我的書到哪了");
        hears("2", "MO1234");
    }

    @AfterEach
    void close() {
        graph.outbox.close();
        graph.errands.close();
        store.close();
    }

    @Test
    void doesWhatWasDecidedOnAndSaysWhatCameOfIt() {
        answers.add(FOUND);

        runs();
        graph.turns.next(PERSON);

        assertThat(done).singleElement().satisfies(errand -> {
            assertThat(errand.persona()).isEqualTo("mo");
            assertThat(errand.action()).isEqualTo("find_order");
            assertThat(errand.conversation()).isEqualTo(PERSON);
            assertThat(errand.locale()).isEqualTo("zh-Hant");
            assertThat(errand.given()).containsExactly(Map.entry("order_no", "MO1234"));
        });
        assertThat(said()).endsWith("我查一下。", "MO1234出發了，11月27日（週五）到。");
        assertThat(notes()).containsExactly(tuple("action", "find_order: shipped, eta 2026-11-27"));
        assertThat(count("errand")).isZero();
        assertThat(count("timer")).isZero();
    }

    @Test
    void whoeverLooksAfterActionsSeesWhichWaitWhichFailedAndWhy() {
        var failures = new ActionFailures(store, clock);
        answers.addAll(List.of(BUSY, new Answer.Failed("it answered 404")));
        runs();
        assertThat(failures.now())
                .containsExactly(new ActionFailures.Stand("mo", "find_order", 1, 0, "it answered 503", null));

        clock.advance(Duration.ofMillis(250));
        runs();
        graph.turns.next(PERSON);

        assertThat(failures.now())
                .containsExactly(
                        new ActionFailures.Stand("mo", "find_order", 0, 1, "it answered 404", clock.instant()));
        clock.advance(Duration.ofDays(1));
        assertThat(failures.now()).isEmpty();
        clock.advance(Duration.ofDays(7));
        assertThat(failures.forget()).isOne();
    }

    @Test
    void saysItOnceThoughTheAlarmRingsTwice() {
        answers.add(FOUND);
        runs();
        graph.turns.next(PERSON);
        int words = said().size();

        graph.timers.ring(PERSON);
        graph.turns.next(PERSON);

        assertThat(said()).hasSize(words);
    }

    @Test
    void triesAgainUnderTheSameNameAsLongAsSomebodyWaits() {
        answers.addAll(List.of(BUSY, BUSY, FOUND));

        runs();
        clock.advance(Duration.ofMillis(250));
        runs();
        clock.advance(Duration.ofMillis(500));
        runs();
        graph.turns.next(PERSON);

        assertThat(done)
                .hasSize(3)
                .extracting(Errand::id)
                .containsOnly(done.getFirst().id());
        assertThat(left).containsExactly(Duration.ofSeconds(8), Duration.ofMillis(7_750), Duration.ofMillis(7_250));
        assertThat(said()).endsWith("MO1234出發了，11月27日（週五）到。");
    }

    @Test
    void isNotTriedBeforeItsTime() {
        answers.addAll(List.of(new Answer.Later("it answered 429", Duration.ofSeconds(2)), FOUND));

        runs();
        clock.advance(Duration.ofMillis(1_900));
        runs();

        assertThat(done).hasSize(1);
    }

    @Test
    void isDoneByOneOfTwoWhoWantToAtOnce() {
        nowDoneBy((errand, patience) -> {
            done.add(errand);
            if (done.size() == 1) {
                graph.errands.run(PERSON, errand.id()); // another looks while this one is at it
            }
            return FOUND;
        });

        runs();

        assertThat(done).hasSize(1);
    }

    @Test
    void isGivenUpWhenNobodyWaitsForItAnyMore() {
        answers.add(new Answer.Later("it answered 503", Duration.ofSeconds(8)));

        runs();
        graph.turns.next(PERSON);

        assertThat(said()).endsWith("系統不理我。");
        assertThat(notes()).containsExactly(tuple("action", "find_order: failed, it answered 503"));
    }

    @Test
    void aPerformerThatThrowsIsTriedAgain() {
        answers.add(FOUND);
        nowDoneBy((errand, patience) -> {
            throw new IllegalStateException("a bug of theirs");
        });
        runs();

        nowDoneBy(this::answers);
        clock.advance(Duration.ofMillis(250));
        runs();
        graph.turns.next(PERSON);

        assertThat(said()).endsWith("MO1234出發了，11月27日（週五）到。");
    }

    @Test
    void whatWasBrokenOffIsDoneByWhoeverLooksOnceItIsNotHeldAnyMore() {
        nowDoneBy((errand, patience) -> {
            throw new AssertionError("the node is gone");
        });
        assertThatThrownBy(this::runs).hasMessage("the node is gone");
        answers.add(FOUND);
        nowDoneBy(this::answers);
        assertThat(due()).isEmpty();

        clock.advance(Duration.ofSeconds(20));
        runs();
        graph.turns.next(PERSON);

        assertThat(left).containsExactly(Duration.ofSeconds(3));
        assertThat(said()).endsWith("MO1234出發了，11月27日（週五）到。");
    }

    @Test
    void nobodyWhoDoesItIsAFailureWithWordsOfItsOwn() {
        graph = graph(new Performers(Map.of(), List.of()));

        runs();
        graph.turns.next(PERSON);

        assertThat(said()).endsWith("系統不理我。");
        assertThat(notes()).containsExactly(tuple("action", "find_order: failed, nothing does it"));
    }

    @Test
    void aPersonOnTheWayReadsWhatCameOfItAndThePersonaIsSilent() {
        answers.add(FOUND);
        hears("3", "真人");
        int words = said().size();

        runs();
        graph.turns.next(PERSON);

        assertThat(new Desk(store, journal, clock).ownerOf(PERSON)).isInstanceOf(Queued.class);
        assertThat(notes()).containsExactly(tuple("action", "find_order: shipped, eta 2026-11-27"));
        assertThat(said()).hasSize(words);
        assertThat(new States(store, clock).load(PERSON).state().doing())
                .as("nobody waits for it any more")
                .isEmpty();
    }

    @Test
    @Timeout(30) // else it waits for as long as the bean does
    void aBeanThatDoesNotComeBackIsBrokenOffWhenNobodyWaitsForItAnyMore() {
        var never = new CountDownLatch(1);
        nowDoneBy((errand, patience) -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return FOUND;
        });
        clock.advance(Duration.ofMillis(7_900));

        runs();
        graph.turns.next(PERSON);

        assertThat(said()).endsWith("系統不理我。");
    }

    @Test
    void aRowThatCannotBeReadIsAFailureAndHoldsNothingUp() {
        answers.add(FOUND);
        runs();
        store.write(transaction -> transaction.update("update errand set answer = '{'"));

        graph.turns.next(PERSON);
        hears("4", "推薦一本書");

        assertThat(said()).contains("系統不理我。").endsWith("你喜歡故事還是詩？");
    }

    @Test
    void anErrandThatCannotBeReadIsAFailureToo() {
        store.write(transaction -> transaction.update("update errand set errand = '{'"));

        runs();
        graph.turns.next(PERSON);

        assertThat(said()).endsWith("系統不理我。");
        assertThat(count("errand")).isZero();
    }

    @Test
    void asksNoProgramThatWouldBeGivenAnotherKindOfValueThanAgreed(@TempDir Path another) {
        mo = learnt(PersonaFolder.copiedTo(another)
                .withAction()
                .change("persona.yaml", "    meanwhile: 我查一下。", "    gives: {order_no: number}\n    meanwhile: 我查一下。"));
        answers.add(FOUND);
        runs();
        graph.turns.next(PERSON);
        nowDoneBy(this::answers);
        hears("3", "我的書到哪了");
        hears("4", "MO5678");
        done.clear();

        runs();
        graph.turns.next(PERSON);

        assertThat(done).isEmpty();
        assertThat(said()).endsWith("系統不理我。");
        assertThat(notes()).last().asString().contains("order_no is no number such as 3 or -1.5, so it was not asked");
    }

    @Test
    void remembersNothingOfWhoeverAskedToBeForgottenWhileItWasUnderWay(@TempDir Path another) {
        remembersWhenItComes(another);
        hears("5", "忘記我");

        answers.add(FOUND);
        runs();
        graph.turns.next(PERSON);

        assertThat(facts()).isEmpty();
        assertThat(notes()).contains(tuple("action", "find_order: shipped"));
        assertThat(said()).noneMatch(words -> words.contains("11月27日"));
    }

    @Test
    void remembersOfWhoeverDidNot(@TempDir Path another) {
        remembersWhenItComes(another);
        answers.add(FOUND);
        runs();

        graph.turns.next(PERSON);

        assertThat(facts()).containsExactly(Map.entry("eta", "2026-11-27"));
    }

    /** Asked anew, by a script that keeps what comes of it. */
    private void remembersWhenItComes(Path another) {
        mo = learnt(PersonaFolder.copiedTo(another)
                .withAction()
                .change("persona.yaml", "    meanwhile: 我查一下。", "    remembers: [eta]\n    meanwhile: 我查一下。"));
        nowDoneBy(this::answers);
        store.write(PERSON.toString(), transaction -> graph.errandRows.drop(transaction, PERSON));
        hears("3", "我的書到哪了");
        hears("4", "MO1234");
    }

    private Map<String, String> facts() {
        return new Profiles(store, journal, clock).of(PERSON).facts();
    }

    private void hears(String id, String words) {
        graph.inbox.accept(List.of(Room.says(id, words)));
        graph.turns.next(PERSON);
    }

    private void runs() {
        due().forEach(due -> graph.errands.run(due.conversation(), due.id()));
    }

    private List<ErrandRows.Due> due() {
        return graph.errandRows.due(10);
    }

    /** Does it as it is told to, and keeps what it was asked. */
    private record Orders(BiFunction<Errand, Duration, Answer> does) implements Performer {
        @Override
        public String action() {
            return "find_order";
        }

        @Override
        public Answer perform(Errand errand, Duration patience) {
            return does.apply(errand, patience);
        }
    }

    private Answer answers(Errand errand, Duration patience) {
        done.add(errand);
        left.add(patience);
        return answers.remove();
    }

    private void nowDoneBy(BiFunction<Errand, Duration, Answer> does) {
        graph = graph(new Performers(Map.of(), List.of(new Orders(does))));
    }

    private Graph graph(Performers performers) {
        return new Graph(
                store,
                journal,
                new SoleNode(store),
                new Channels(List.of(new PatientPlatform())),
                new Personas(Map.of("mo", mo), Map.of("pao-line", "mo")),
                Patience.NONE,
                clock,
                _ -> new Gates(() -> 1, System::nanoTime, conversation -> {}, (delay, work) -> {}),
                performers);
    }

    private static LivePersona mo(Path directory) {
        return learnt(PersonaFolder.copiedTo(directory).withAction());
    }

    private static LivePersona learnt(PersonaFolder script) {
        var persona = script.read().persona();
        var orders = EntityFinders.of(List.of(new EntityDefinition.Pattern("order_no", "MO[0-9]{4}")));
        return new LivePersona(Objects.requireNonNull(persona), Room::meaning, orders);
    }

    /** Without what can be pressed under it. */
    private List<String> said() {
        return happened(Happening.Said.class).stream()
                .map(said -> said.content().asText().lines().findFirst().orElse(""))
                .toList();
    }

    private List<Tuple> notes() {
        return happened(Noted.class).stream()
                .map(noted -> tuple(noted.kind(), noted.why()))
                .toList();
    }

    private <T extends Happening> List<T> happened(Class<T> kind) {
        return journal.after(PERSON, 0, 1000).stream()
                .map(JournalEntry::happening)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private int count(String table) {
        return store.read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Integer.class)
                .one());
    }
}
