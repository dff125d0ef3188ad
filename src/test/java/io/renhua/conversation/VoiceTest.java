package io.renhua.conversation;

import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.Move;
import io.renhua.dialogue.Reason;
import io.renhua.dialogue.Trace;
import io.renhua.journal.Happening.Noted;
import io.renhua.journal.Happening.Said;
import io.renhua.lint.Judge;
import io.renhua.message.Choice;
import io.renhua.message.Content;
import io.renhua.message.Face;
import io.renhua.message.Outbound;
import io.renhua.message.ReplyHandle;
import io.renhua.persona.Guard;
import io.renhua.persona.PersonaReader;
import io.renhua.store.Database;
import io.renhua.store.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class VoiceTest {
    private static final Trace WAITING = new Trace(new Reason.Waiting(), "zh-Hant", null, null, null, List.of());
    private static final ReplyHandle REPLY = new ReplyHandle("token", Room.NOON.plusSeconds(50));

    private final Room room;

    VoiceTest(Database database) {
        room = new Room(database);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void putsAsManyBubblesInACallAsItTakes() {
        speak("occasion", 5);

        assertThat(calls()).extracting(call -> call.bubbles().size()).containsExactly(2, 2, 1);
        assertThat(room.said()).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void spendsTheReplyOnTheFirstCall() {
        speak("occasion", 3);

        assertThat(calls()).extracting(Outbound::reply).containsExactly(REPLY, null);
    }

    @Test
    void keepsWithTheFirstBubbleWhyAllOfThemAreSaid() {
        speak("occasion", 3);

        assertThat(traces()).containsExactly(Json.write(WAITING), "none", "none");
    }

    @Test
    void showsTheFaceOfTheMoodWhereThereIsAPictureOfIt() {
        for (var mood : new String[] {"sorry", "wry", null}) {
            speak(mood + "", room.mo, new Move.Say("pick_book", List.of(new Content.Text("1")), mood, WAITING));
        }

        var sorry = new Face("sorry", "https://mo.example/p/mo/img/mo.svg");
        assertThat(calls()).extracting(call -> call.speaker().face()).containsExactly(sorry, null, null);
        assertThat(room.happened(Said.class))
                .extracting(said -> said.speaker().face())
                .containsExactly(sorry, null, null);
    }

    @Test
    void aCallShowsTheFirstFaceThatItsBubblesBring() {
        var plain = new Move.Say("disclosure.first", List.of(new Content.Text("1")), null, WAITING);
        var sorry = new Move.Say("pick_book", List.of(new Content.Text("2")), "sorry", WAITING);

        speak("both", room.mo, plain, sorry);

        assertThat(calls())
                .singleElement()
                .satisfies(call -> assertThat(call.speaker().face()).isNotNull());
        assertThat(room.happened(Said.class))
                .extracting(said -> said.speaker().face() == null)
                .containsExactly(true, false);
    }

    @Test
    void saysTheSameOccasionOnce() {
        speak("occasion", 3);
        speak("occasion", 3);
        speak("another", 1);

        assertThat(calls()).hasSize(3).extracting(Outbound::id).doesNotHaveDuplicates();
        assertThat(room.said()).containsExactly("1", "2", "3", "1");
    }

    @Test
    void saysAnAgentsWordsOnceAlsoWhenTheyWereSentSince() {
        agentSpeaks("lin 1");
        room.store.write(transaction -> transaction.handle().execute("delete from outbox"));
        agentSpeaks("lin 1");
        agentSpeaks("lin 2");

        assertThat(room.said()).containsExactly("好的", "好的");
    }

    @Test
    void journalsEachBubbleWithTheCallThatCarriesIt() {
        speak("occasion", 3);

        var ids = calls().stream().map(Outbound::id).toList();
        assertThat(room.happened(Said.class))
                .extracting(Said::outboundId)
                .containsExactly(ids.getFirst(), ids.getFirst(), ids.getLast());
    }

    @Test
    void saysSomethingSafeInPlaceOfWhatTheLawForbids() {
        var button = new Choice("a", "好");
        speak(
                "1",
                guarded(),
                "pick_book",
                List.of(
                        new Content.Text("今天到。"),
                        new Content.Text("全國最佳，國家級。"),
                        new Content.Choices("我們是最佳的書店，要嗎？", List.of(button))));

        assertThat(bubbles()).containsExactly(new Content.Text("今天到。"), new Content.Text(LastLook.safe("zh-Hant")));
        assertThat(room.happened(Noted.class))
                .allMatch(noted -> noted.kind().equals(Voice.HELD_BACK))
                .extracting(Noted::why)
                .contains("pick_book: L1 最佳 is an absolute term", "pick_book: L1 國家級 is an absolute term");
        assertThat(traces().getFirst()).contains("\"held\":[\"L1\"]");
    }

    @Test
    void keepsTheButtonsUnderWhatItHoldsBack() {
        var button = new Choice("a", "好");

        speak("1", guarded(), "pick_book", List.of(new Content.Choices("我們是最佳的書店，要嗎？", List.of(button))));

        assertThat(bubbles()).containsExactly(new Content.Choices(LastLook.safe("zh-Hant"), List.of(button)));
    }

    @Test
    void showsNoButtonThatTheLawForbids() {
        var fine = new Choice("a", "好");
        var wrong = new Choice("b", "看最佳書店");
        speak(
                "1",
                guarded(),
                "pick_book",
                List.of(
                        new Content.Choices("要嗎？", List.of(fine, wrong)),
                        new Content.Choices("看嗎？", List.of(wrong)),
                        new Content.Card("書", "", null, new Content.Link("看國家級的書", "", "https://mo.example"))));

        assertThat(bubbles())
                .containsExactly(
                        new Content.Choices("要嗎？", List.of(fine)),
                        new Content.Text("看嗎？"),
                        new Content.Card("書", "", null, null));
        assertThat(room.happened(Noted.class))
                .extracting(Noted::why)
                .contains("pick_book: L1 最佳 is an absolute term", "pick_book: L1 國家級 is an absolute term");
    }

    @Test
    void showsNoPictureThatIsSaidToShowWhatTheLawForbids() {
        var picture = new Content.Media(Content.Media.Kind.IMAGE, "https://mo.example/a.png", "國家級的貓");

        speak("1", guarded(), "pick_book", List.of(picture));

        assertThat(bubbles()).containsExactly(new Content.Text(LastLook.safe("zh-Hant")));
    }

    @Test
    void whatOnlySoundsWrongIsSaidAndCounted() {
        var found = new ArrayList<String>();
        room.voice.onFound((persona, problem) -> found.add(persona + " " + problem.code()));

        speak("1", guarded(), "pick_book", List.of(new Content.Text("親，好呀！！！！")));

        assertThat(bubbles()).containsExactly(new Content.Text("親，好呀！！！！"));
        assertThat(found).contains("mo T4").allMatch(each -> each.startsWith("mo T"));
        assertThat(room.happened(Noted.class)).isEmpty();
    }

    @Test
    void saysSomethingSafeWhenNobodyCanJudge() {
        Guard broken = (locale, text) -> {
            throw new IllegalStateException("planted");
        };

        speak("1", room.mo.guardedBy(broken), "pick_book", List.of(new Content.Text("今天到。")));

        assertThat(bubbles()).containsExactly(new Content.Text(LastLook.safe("zh-Hant")));
        assertThat(room.happened(Noted.class))
                .extracting(Noted::why)
                .containsExactly("pick_book: it could not be judged: IllegalStateException");
    }

    @Test
    void neverHoldsBackWhatMustBeSaid() {
        speak("1", guarded(), "sensitive.crisis", List.of(new Content.Text("國家級的專線在這裡。")));

        assertThat(bubbles()).containsExactly(new Content.Text("國家級的專線在這裡。"));
    }

    @Test
    void theSafeWordsAreSafeInEveryLanguage() {
        for (var locale : List.of("zh-Hant", "zh-Hans", "en")) {
            assertThat(guarded().guard().judge(locale, LastLook.safe(locale))).isEmpty();
        }
    }

    private LivePersona guarded() {
        var reading = new PersonaReader().read(Path.of("src/test/resources/personas/mo"));
        return room.mo.guardedBy(Judge.of(reading));
    }

    private List<Content> bubbles() {
        return calls().stream().flatMap(call -> call.bubbles().stream()).toList();
    }

    private void agentSpeaks(String occasion) {
        room.store.write(
                PERSON.toString(),
                transaction -> room.voice.agent(
                        transaction,
                        PERSON,
                        occasion,
                        new Voice.Signature("lin", "Lin"),
                        List.of(new Content.Text("好的")),
                        0));
    }

    private void speak(String occasion, int bubbles) {
        var contents = IntStream.rangeClosed(1, bubbles)
                .<Content>mapToObj(i -> new Content.Text(String.valueOf(i)))
                .toList();
        speak(occasion, room.mo, "pick_book", contents);
    }

    private void speak(String occasion, LivePersona live, String source, List<Content> contents) {
        speak(occasion, live, new Move.Say(source, contents, null, WAITING));
    }

    private void speak(String occasion, LivePersona live, Move.Say... says) {
        var speech = new Voice.Speech(live, "zh-Hant", List.of(says));
        room.store.write(
                PERSON.toString(),
                transaction -> room.voice.persona(
                        transaction, PERSON, occasion, room.voice.judged(speech), REPLY, 0, Place.NONE));
    }

    private List<String> traces() {
        return room.store.list(
                "select coalesce(trace, 'none') from journal where kind = 'Said' order by seq",
                row -> row.getString(1));
    }

    private List<Outbound> calls() {
        return room.store.read(handle -> handle.createQuery("select message from outbox order by id")
                .mapTo(String.class)
                .map(json -> Json.read(json, Outbound.class))
                .list());
    }
}
