package io.renhua.conversation;

import static io.renhua.conversation.Room.NOON;
import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Offered;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Request;
import io.renhua.handoff.Request.Rank;
import io.renhua.journal.Happening.Noted;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.store.Database;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever sends, or asks for a person, far more than anybody does waits, and nobody is called to them or asked to take them. */
@ParameterizedClass
@EnumSource(Database.class)
class FloodsTest {
    private final Room room;
    private int messages;

    FloodsTest(Database database) {
        room = Room.attended(database);
        room.agents.seen("lin");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void manyMessagesMarkTheirConversationOnce() {
        for (int i = 0; i < 29; i++) {
            they("推薦一本書");
        }
        assertThat(room.at.floods.now()).isEmpty();

        they("推薦一本書");
        they("推薦一本書");

        assertThat(room.at.floods.now()).containsExactly(PERSON);
        assertThat(room.happened(Noted.class).stream()
                        .filter(note -> note.kind().equals(Floods.NOTE)))
                .hasSize(1);
    }

    @Test
    void asManyInALongerTimeMarkNobody() {
        for (int i = 0; i < 60; i++) {
            they("推薦一本書");
            room.clock.advance(Duration.ofSeconds(3));
        }

        assertThat(room.at.floods.now()).isEmpty();
    }

    @Test
    void whoeverAsksForAPersonAgainAndAgainIsOfferedToNobodyMore() {
        asksAndWithdraws();
        asksAndWithdraws();
        assertThat(room.at.floods.now()).isEmpty();

        they("真人");
        room.at.offers.look();

        assertThat(room.at.floods.now()).containsExactly(PERSON);
        assertThat(room.desk.ownerOf(PERSON)).isInstanceOf(Queued.class); // who wants to claims it
        assertThat(room.live.claim(PERSON, "lin", "Lin")).isEqualTo(new LiveDesk.Outcome.Done());
    }

    @Test
    void inWhateverConversationOfTheChannelTheyAsk() {
        for (var thread : new String[] {"T1", "T2", "T3"}) {
            var conversation = new ConversationId("pao-line", thread);
            room.inbox.accept(List.of(
                    new Inbound("x" + thread, conversation, Person.of("U1"), new Content.Text("真人"), NOON, null)));
            room.handler().handle(room.arrivals.next(conversation));
        }

        assertThat(room.at.floods.now()).containsExactly(new ConversationId("pao-line", "T3"));
    }

    @Test
    void whoeverIsInDangerIsOfferedAllTheSame() {
        for (int i = 0; i < 31; i++) {
            they("推薦一本書");
        }

        they("我不想活了");
        room.at.offers.look();

        assertThat(room.desk.ownerOf(PERSON))
                .isInstanceOfSatisfying(
                        Offered.class,
                        offered -> assertThat(offered.request().rank()).isEqualTo(Rank.URGENT));
    }

    @Test
    void onceTheyAreQuietTheyAreAsAnybodyIs() {
        for (int i = 0; i < 30; i++) {
            they("推薦一本書");
        }
        room.clock.advance(Floods.LASTS);
        room.agents.seen("lin");

        assertThat(room.at.floods.now()).isEmpty();
        var bot = room.desk.ownerOf(PERSON);
        room.desk.pass(
                PERSON,
                bot,
                ((Bot) bot).ask(Request.ordinary("care", "explicit", room.clock.instant())),
                Change.because("explicit"));
        room.at.offers.look();
        assertThat(room.desk.ownerOf(PERSON)).isInstanceOf(Offered.class);
    }

    @Test
    void whoeverIsInDangerWhileTheyWaitComesBeforeEverybodyElse() {
        they("真人");
        for (int i = 0; i < 30; i++) {
            they("推薦一本書");
        }
        room.at.offers.look();
        assertThat(room.desk.ownerOf(PERSON)).isInstanceOf(Queued.class);

        they("我不想活了");
        room.at.offers.look();
        var offered = room.desk.ownerOf(PERSON);
        they("我不想活了");

        assertThat(offered)
                .isInstanceOfSatisfying(
                        Offered.class, each -> assertThat(each.request().rank()).isEqualTo(Rank.URGENT));
        assertThat(room.desk.ownerOf(PERSON)).isEqualTo(offered); // said again it changes nothing
    }

    private void asksAndWithdraws() {
        they("真人");
        room.at.offers.look();
        assertThat(room.desk.ownerOf(PERSON)).isInstanceOf(Offered.class);
        they("算了");
    }

    private void they(String words) {
        room.handler().handle(room.arrive(Room.says("m" + messages++, words)));
    }
}
