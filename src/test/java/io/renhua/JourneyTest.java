package io.renhua;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.conversation.LiveDesk;
import io.renhua.conversation.LiveDesk.Outcome;
import io.renhua.conversation.Personas;
import io.renhua.conversation.Replies;
import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.OpenQuestions;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.journal.Happening;
import io.renhua.journal.Happening.Noted;
import io.renhua.journal.Happening.Passed;
import io.renhua.journal.Happening.Received;
import io.renhua.journal.Happening.Said;
import io.renhua.journal.Happening.Settled;
import io.renhua.journal.Happening.Settled.State;
import io.renhua.journal.Happening.Understood;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages on their whole way: in at the door, understood, answered, delivered, and people in between. */
@ParameterizedClass
@EnumSource(Database.class)
class JourneyTest {
    private static final String DISCLOSURE = "我是墨書店的AI小墨。";
    private static final String QUEUED = "前面";

    @TempDir
    private static Path data;

    private static House house;

    /** For JUnit: whoever opens the house is given the database only when the tests are. */
    JourneyTest(Database database) {}

    @BeforeParameterizedClassInvocation
    static void open(Database database) {
        house = House.open(data, database.fresh());
    }

    @AfterParameterizedClassInvocation
    static void close() {
        house.close();
    }

    @AfterEach
    void platformsAreWellAgain() {
        house.platforms.resetMappings();
        house.takeEverything();
    }

    @Test
    void answersOnLine() {
        var person = new ConversationId("mo-line", "Ujourney");

        assertThat(house.send(Knocks.line("Ujourney", "j-line", "推薦一本書")).statusCode())
                .isEqualTo(200);

        answered(person, "pick_book");
        assertThat(house.taken("line", "reply-j-line"))
                .singleElement()
                .asString()
                .contains(DISCLOSURE)
                .matches(body -> body.indexOf(DISCLOSURE)
                        < body.indexOf(
                                house.said(person).getLast().lines().toList().getFirst()));
    }

    @Test
    void answersOnTelegram() {
        var person = new ConversationId("mo-telegram", "300000001");

        assertThat(house.send(Knocks.telegram("300000001", "800001", "推薦一本書")).statusCode())
                .isEqualTo(200);

        answered(person, "pick_book");
        assertThat(house.taken("telegram", "300000001").getFirst()).contains(DISCLOSURE);
    }

    @Test
    void answersOnSlack() {
        var person = new ConversationId("mo-slack", "DUJOURNEY");

        assertThat(house.send(Knocks.slack(
                                "UJOURNEY",
                                "1780000009.000100",
                                "推薦一本書",
                                house.clock().instant()))
                        .statusCode())
                .isEqualTo(200);

        answered(person, "pick_book");
        assertThat(house.taken("slack", "DUJOURNEY").getFirst()).contains(DISCLOSURE);
    }

    @Test
    void answersWeChatWithinItsOwnCall() {
        var person = new ConversationId("mo-wechat", "oJourney");

        var answer = house.send(Knocks.wechat("oJourney", "24000000000000901", "推薦一本書"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<ToUserName><![CDATA[oJourney]]>", DISCLOSURE);
        answered(person, "pick_book");
    }

    @Test
    void tellsWeChatThatItIsWellWhileAPersonOwesTheAnswer() {
        var person = new ConversationId("mo-wechat", "oPatient");
        house.get(LiveDesk.class).claim(person, "lin", "Lin");

        var answer = house.send(Knocks.wechat("oPatient", "24000000000000902", "推薦一本書"));

        assertThat(answer.body()).isEqualTo("success");
        assertThat(house.happened(person, Received.class)).hasSize(1);
        assertThat(house.happened(person, Understood.class)).isEmpty();
    }

    @Test
    void keepsTheOrderOfABurst() throws Exception {
        var person = new ConversationId("mo-line", "Uburst");
        var burst = IntStream.range(0, 5)
                .mapToObj(i -> Knocks.line("Uburst", "burst-" + i, i % 2 == 0 ? "推薦一本書" : "幫我挑書"))
                .toList();

        atOnce(burst.stream().map(knock -> () -> house.send(knock)));

        await().until(() -> house.happened(person, Understood.class).size() == 5);
        var arrived = house.happened(person, Received.class).stream().map(Received::messageId);
        var handled = house.happened(person, Understood.class).stream().map(Understood::messageId);
        assertThat(handled).containsExactlyElementsOf(arrived.toList());
        await().until(() -> settledAll(person));
        var said = house.happened(person, Said.class).stream()
                .map(Said::outboundId)
                .distinct();
        var settled = house.happened(person, Settled.class).stream().map(Settled::outboundId);
        assertThat(settled).containsExactlyElementsOf(said.toList());
    }

    @Test
    void findsAPersonForWhoeverAsks() {
        var person = new ConversationId("mo-line", "Uasks");

        house.send(Knocks.line("Uasks", "asks-1", "I want to talk to a person"));

        await().until(() -> house.get(Desk.class).ownerOf(person) instanceof Queued);
        assertThat(house.get(Desk.class).queue(99))
                .extracting(Desk.Held::conversation)
                .contains(person);
        await().until(() -> settledAll(person));
        assertThat(house.taken("line", "reply-asks-1").getFirst()).contains("ahead, about");
    }

    @Test
    void letsOneOfTwoAgentsTakeAConversation() throws Exception {
        var person = waiting("Utwo");
        var desk = house.get(LiveDesk.class);

        var outcomes = atOnce(Stream.of(() -> desk.claim(person, "lin", "Lin"), () -> desk.claim(person, "wu", "Wu")));

        var owner = (Human) house.get(Desk.class).ownerOf(person);
        assertThat(outcomes).containsExactlyInAnyOrder(new Outcome.Done(), new Outcome.TooLate(owner));
        await().until(() -> settledAll(person));
        var name = owner.agent().equals("lin") ? "Lin" : "Wu";
        assertThat(house.taken("line", name + "（真人）來了。")).hasSize(1);
    }

    @Test
    void letsAnAgentSpeakAndGiveBack() {
        var person = waiting("Uwhole");
        var desk = house.get(LiveDesk.class);
        desk.claim(person, "lin", "Lin");

        house.get(Replies.class).reply(person, "lin", "Lin", "page-1", new Content.Text("我看一下，等我。"));
        house.get(Replies.class).reply(person, "lin", "Lin", "page-1", new Content.Text("我看一下，等我。"));
        house.send(Knocks.line("Uwhole", "whole-2", "推薦一本書"));
        house.get(Replies.class).reply(person, "lin", "Lin", "page-2", new Content.Text("找到了。"));
        await().until(() -> settledAll(person));
        var meanwhile = house.happened(person, Understood.class).size();
        desk.release(person, "lin", "Lin", OpenQuestions.FACTS_STAY);
        house.send(Knocks.line("Uwhole", "whole-3", "推薦一本書"));

        await().until(() -> house.happened(person, Understood.class).size() == 2);
        await().until(() -> settledAll(person));
        assertThat(meanwhile).isEqualTo(1);
        assertThat(house.taken("line", "我看一下，等我。")).hasSize(1);
        assertThat(house.taken("line", "Uwhole").stream().filter(body -> body.contains("接下來找我。")))
                .hasSize(1);
        assertThat(house.happened(person, Settled.class))
                .extracting(Settled::state)
                .containsOnly(State.SENT);
        assertThat(house.get(Desk.class).ownerOf(person)).isInstanceOf(Bot.class);
    }

    @Test
    void saysNothingWhenAnAgentResolvesATalk() {
        var person = waiting("Ucloses");
        var desk = house.get(LiveDesk.class);
        desk.claim(person, "lin", "Lin");
        var before = house.said(person);

        assertThat(desk.resolve(person, "lin", "parcel")).isEqualTo(new Outcome.Done());

        assertThat(house.said(person)).isEqualTo(before);
        assertThat(house.happened(person, Passed.class).getLast().why()).isEqualTo("parcel");
        assertThat(house.get(Replies.class).reply(person, "lin", "Lin", "late", new Content.Text("還有")))
                .isInstanceOf(Outcome.TooLate.class);
    }

    @Test
    void withholdsWordsThatAnAgentOvertakes() {
        var person = new ConversationId("mo-telegram", "300000777");
        house.platforms.stubFor(any(urlMatching("/telegram/.*"))
                .willReturn(okJson("{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":1}}")
                        .withStatus(429)));
        house.send(Knocks.telegram("300000777", "800777", "推薦一本書"));
        await().until(() -> states(person).contains(State.POSTPONED));

        house.get(LiveDesk.class).claim(person, "lin", "Lin");
        house.takeEverything();

        await().until(() -> states(person).contains(State.SENT));
        assertThat(states(person))
                .startsWith(State.POSTPONED)
                .endsWith(State.SENT)
                .contains(State.WITHHELD);
        assertThat(house.said(person).getLast()).isEqualTo("Lin（真人）來了。");
        assertThat(states(person).stream().filter(State.SENT::equals)).hasSize(1);
    }

    @Test
    void asksForAPersonWhenAMessageCannotBeHandled() {
        var person = new ConversationId("mo-line", "Ubroken");
        var personas = house.get(Personas.class);
        var well = personas.named("mo").orElseThrow();
        personas.replace(new LivePersona(
                well.persona(),
                utterance -> {
                    if (utterance.contains("planted")) {
                        throw new IllegalStateException("planted");
                    }
                    return well.classifier().classify(utterance);
                },
                well.entities()));

        house.send(Knocks.line("Ubroken", "broken-1", "planted"));
        house.send(Knocks.line("Ubroken", "broken-2", "推薦一本書"));
        house.send(Knocks.line("Uneighbour", "neighbour", "推薦一本書"));

        var neighbour = new ConversationId("mo-line", "Uneighbour");
        await().until(() -> settledAll(neighbour));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> house.happened(person, Understood.class).size() == 1);
        assertThat(house.happened(person, Noted.class)).hasSize(1);
        assertThat(house.get(Desk.class).ownerOf(person)).isInstanceOf(Queued.class);
        assertThat(house.happened(person, Understood.class))
                .extracting(Understood::messageId)
                .containsExactly("broken-2");
        personas.replace(well);
    }

    /** Somebody who asked for a person and was told to wait. */
    private static ConversationId waiting(String thread) {
        var person = new ConversationId("mo-line", thread);
        house.send(Knocks.line(thread, thread + "-asks", "真人"));
        await().until(() -> house.get(Desk.class).ownerOf(person) instanceof Queued);
        await().until(() -> settledAll(person));
        assertThat(house.said(person)).anyMatch(words -> words.startsWith(QUEUED));
        return person;
    }

    /** The record holds the whole way. */
    private static void answered(ConversationId person, String line) {
        await().until(() -> settledAll(person));
        var happened = house.happened(person);
        assertThat(happened).hasAtLeastOneElementOfType(Received.class);
        assertThat(house.happened(person, Understood.class))
                .singleElement()
                .satisfies(understood -> assertThat(understood.intent()).isEqualTo(line));
        assertThat(house.said(person).getFirst()).startsWith(DISCLOSURE);
        assertThat(states(person)).isNotEmpty().containsOnly(State.SENT);
        assertThat(happened.stream().map(Happening::getClass).distinct().map(Class::getSimpleName))
                .containsExactly("Received", "Understood", "Said", "Settled");
    }

    private static boolean settledAll(ConversationId person) {
        var said = house.happened(person, Said.class).stream()
                .map(Said::outboundId)
                .distinct()
                .toList();
        var settled = house.happened(person, Settled.class).stream()
                .filter(each -> each.state() != State.POSTPONED && each.state() != State.IN_DOUBT)
                .map(Settled::outboundId)
                .toList();
        return !said.isEmpty() && settled.containsAll(said);
    }

    private static List<State> states(ConversationId person) {
        return house.happened(person, Settled.class).stream()
                .map(Settled::state)
                .toList();
    }

    private static <T> List<T> atOnce(Stream<Callable<T>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(calls.toList());
            return answers.stream().map(java.util.concurrent.Future::resultNow).toList();
        }
    }
}
