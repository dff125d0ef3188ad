package io.renhua.conversation;

import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.dialogue.Move;
import io.renhua.journal.Happening.Said;
import io.renhua.message.Content;
import io.renhua.message.Outbound;
import io.renhua.message.ReplyHandle;
import io.renhua.store.Database;
import io.renhua.store.Json;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class VoiceTest {
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

    private void agentSpeaks(String occasion) {
        room.store.write(
                PERSON.toString(),
                transaction -> room.voice.agent(transaction, PERSON, occasion, "Lin", new Content.Text("好的"), 0));
    }

    private void speak(String occasion, int bubbles) {
        var contents = IntStream.rangeClosed(1, bubbles)
                .<Content>mapToObj(i -> new Content.Text(String.valueOf(i)))
                .toList();
        var speech = new Voice.Speech(room.mo.persona(), "zh-Hant", List.of(new Move.Say("pick_book", contents, null)));
        room.store.write(
                PERSON.toString(),
                transaction -> room.voice.persona(transaction, PERSON, occasion, speech, REPLY, 0, Place.NONE));
    }

    private List<Outbound> calls() {
        return room.store.read(handle -> handle.createQuery("select message from outbox order by id")
                .mapTo(String.class)
                .map(json -> Json.read(json, Outbound.class))
                .list());
    }
}
