package io.renhua.conversation;

import static io.renhua.conversation.Room.NOON;
import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.renhua.dialogue.OpenQuestions;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Request;
import io.renhua.handoff.Request.Rank;
import io.renhua.handoff.Urgency;
import io.renhua.journal.Happening.Noted;
import io.renhua.message.ConversationId;
import io.renhua.store.Database;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who comes before everybody else because somebody at the desk says so. */
@ParameterizedClass
@EnumSource(Database.class)
class UrgencyTest {
    private static final ConversationId OTHER = new ConversationId("pao-line", "U2");

    private final Room room;
    private final Urgency urgency;

    UrgencyTest(Database database) {
        room = Room.attended(database);
        room.agents.seen("lin");
        urgency = new Urgency(room.store, room.journal, room.clock);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theQueueFollowsWhatSomebodySays() {
        waits(OTHER, NOON);
        waits(PERSON, NOON.plusSeconds(60));

        assertThat(urgency.set(PERSON, true, "lin")).isTrue();

        assertThat(room.desk.queue(10)).extracting(Desk.Held::conversation).containsExactly(PERSON, OTHER);
        assertThat(rank()).isEqualTo(Rank.URGENT);
        assertThat(urgency.all()).containsExactly(PERSON);
        room.at.offers.look();
        assertThat(room.desk.ownerOf(OTHER)).isInstanceOf(Queued.class); // the one free hand is for whoever is urgent
    }

    @Test
    void whoeverIsUrgentNoMoreIsFirstAmongTheOthers() {
        waits(OTHER, NOON);
        waits(PERSON, NOON.plusSeconds(60));
        urgency.set(PERSON, true, "lin");

        assertThat(urgency.set(PERSON, false, "lin")).isTrue();

        assertThat(rank()).isEqualTo(Rank.FRONT);
        assertThat(urgency.all()).isEmpty();
    }

    @Test
    void itStaysFromHandToHandUntilThePersonaHasItAgain() {
        room.live.claim(PERSON, "lin", "Lin");
        urgency.set(PERSON, true, "lin");
        room.at.watch.dismiss("lin");
        assertThat(rank()).isEqualTo(Rank.URGENT);

        room.live.claim(PERSON, "wu", "Wu");
        assertThat(urgency.all()).containsExactly(PERSON);
        room.live.release(PERSON, "wu", "Wu", OpenQuestions.FACTS_STAY);

        assertThat(urgency.all()).isEmpty();
        waits(PERSON, NOON);
        assertThat(rank()).isEqualTo(Rank.ORDINARY);
    }

    @Test
    void whatAScriptCallsUrgentStaysSoWhenWhoeverHadItIsGone() {
        var bot = (Bot) room.desk.ownerOf(PERSON);
        var crisis = new Request("care", "crisis", Rank.URGENT, NOON);
        room.desk.pass(PERSON, bot, bot.ask(crisis), Change.because("crisis"));
        room.live.claim(PERSON, "lin", "Lin");

        room.at.watch.dismiss("lin");

        assertThat(rank()).isEqualTo(Rank.URGENT);
    }

    @Test
    void standsInTheJournalOnceWithWhoSaidSo() {
        waits(PERSON, NOON);

        urgency.set(PERSON, true, "lin");
        urgency.set(PERSON, true, "wu");
        urgency.set(PERSON, false, "wu");

        assertThat(room.happened(Noted.class))
                .extracting(Noted::kind, Noted::actor)
                .containsExactly(tuple(Urgency.URGENT, "lin"), tuple(Urgency.NOT_URGENT, "wu"));
    }

    @Test
    void nobodyIsUrgentWhoWaitsForNobody() {
        assertThat(urgency.set(PERSON, true, "lin")).isFalse();

        room.live.claim(PERSON, "lin", "Lin");
        room.live.resolve(PERSON, "lin", "parcel");

        assertThat(urgency.set(PERSON, true, "lin")).isFalse();
        assertThat(room.happened(Noted.class)).isEmpty();
    }

    private void waits(ConversationId conversation, Instant since) {
        var bot = (Bot) room.desk.ownerOf(conversation);
        room.desk.pass(
                conversation, bot, bot.ask(Request.ordinary("care", "explicit", since)), Change.because("explicit"));
    }

    private Rank rank() {
        return ((Queued) room.desk.ownerOf(PERSON)).request().rank();
    }
}
