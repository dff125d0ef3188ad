package io.renhua.conversation;

import static io.renhua.conversation.Room.NOON;
import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.dialogue.OpenQuestions;
import io.renhua.handoff.Agent.Presence;
import io.renhua.handoff.Ownership.Receiver;
import io.renhua.handoff.Stretch;
import io.renhua.handoff.Stretches;
import io.renhua.handoff.Stretches.Missed;
import io.renhua.message.Content;
import io.renhua.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How people work, as it is written down while they do. */
@ParameterizedClass
@EnumSource(Database.class)
class StretchesTest {
    private static final Content WORDS = new Content.Text("我看一下。");

    private final Room room;
    private final Stretches stretches;
    private int messages;

    StretchesTest(Database database) {
        room = Room.attended(database);
        room.agents.seen("lin");
        stretches = new Stretches(room.store);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void beginWithJoiningAndEndWithResolving() {
        they("真人");
        passes(60, "lin");
        room.live.claim(PERSON, "lin", "Lin");
        passes(30, "lin");
        room.replies.reply(PERSON, "lin", "Lin", "1", WORDS);
        passes(10, "lin");
        room.replies.reply(PERSON, "lin", "Lin", "2", WORDS); // the first words count
        passes(90, "lin");
        room.live.resolve(PERSON, "lin", "parcel");

        assertThat(of("lin"))
                .containsExactly(new Stretch(
                        "lin", "care", NOON, after(60), after(90), after(190), Duration.ZERO, "resolved", "parcel"));
        assertThat(of("lin").getFirst().firstResponse()).contains(Duration.ofSeconds(90));
        assertThat(of("lin").getFirst().handling()).contains(Duration.ofSeconds(130));
    }

    @Test
    void goOnWhereWhatWasResolvedIsTakenBack() {
        room.live.claim(PERSON, "lin", "Lin");
        room.live.resolve(PERSON, "lin", "parcel");
        room.live.undo(PERSON, "lin", "Lin");

        assertThat(of("lin")).singleElement().extracting(Stretch::ended).isNull();
        passes(10, "lin");
        room.live.release(PERSON, "lin", "Lin", OpenQuestions.FACTS_STAY);

        assertThat(of("lin")).singleElement().satisfies(stretch -> {
            assertThat(stretch.outcome()).isEqualTo("released");
            assertThat(stretch.asked()).isNull(); // nobody had asked for a person
            assertThat(stretch.ended()).isEqualTo(after(10));
        });
    }

    @Test
    void leaveOutWhatWasPutOff() {
        room.live.claim(PERSON, "lin", "Lin");
        passes(60, "lin");
        room.live.hold(PERSON, "lin", after(660));
        passes(600, "lin");
        passes(5, "lin");
        room.live.resolve(PERSON, "lin", "parcel");

        assertThat(of("lin")).singleElement().satisfies(stretch -> {
            assertThat(stretch.held()).isEqualTo(Duration.ofSeconds(600));
            assertThat(stretch.handling()).contains(Duration.ofSeconds(65));
        });
    }

    @Test
    void endWhereItWasPutOffWhenItComesBackToSomebodyElse() {
        room.live.claim(PERSON, "lin", "Lin");
        passes(60, "lin");
        room.live.hold(PERSON, "lin", after(660));
        room.agents.present("lin", Presence.OFFLINE, null);
        passes(600, "wu");
        room.live.claim(PERSON, "wu", "Wu");

        assertThat(of("lin")).singleElement().extracting(Stretch::ended).isEqualTo(after(60));
        assertThat(of("wu")).singleElement().extracting(Stretch::joined).isEqualTo(after(660));
    }

    @Test
    void areOneForEachWhoHadIt() {
        they("真人");
        room.live.claim(PERSON, "lin", "Lin");
        room.agents.seen("wu");
        room.live.transfer(PERSON, "lin", new Receiver("wu", null));
        assertThat(of("lin")).singleElement().extracting(Stretch::ended).isNull(); // theirs until it is taken
        passes(20, "lin", "wu");
        room.live.claim(PERSON, "wu", "Wu");
        passes(10, "lin", "wu");
        room.replies.reply(PERSON, "wu", "Wu", "1", WORDS);

        assertThat(of("lin"))
                .singleElement()
                .extracting(Stretch::outcome, Stretch::answered)
                .containsExactly("passed", null);
        assertThat(of("wu"))
                .singleElement()
                .extracting(Stretch::asked, Stretch::answered)
                .containsExactly(NOON, after(30));
        assertThat(stretches.all(NOON, 9)).hasSize(2);
        assertThat(stretches.all(after(1), 9)).hasSize(1);
    }

    @Test
    void countOffersThatNobodySawAndConversationsThatWereTakenAway() {
        they("真人");
        room.at.offers.look();
        passes(20, "lin");
        assertThat(missed("lin")).containsExactly(new Missed("lin", after(20), "offer"));

        room.live.claim(PERSON, "lin", "Lin");
        passes(600, "lin");

        assertThat(missed("lin")).extracting(Missed::kind).containsExactly("offer", "silence");
        assertThat(of("lin")).singleElement().extracting(Stretch::outcome).isEqualTo("no reply");
        assertThat(stretches.missed(after(21))).extracting(Missed::kind).containsExactly("silence");
    }

    @Test
    void countNoOfferThatWasDeclined() {
        they("真人");
        room.at.offers.look();

        room.live.decline(PERSON, "lin");

        assertThat(missed("lin")).isEmpty();
    }

    private List<Stretch> of(String agent) {
        return stretches.of(agent, Instant.EPOCH);
    }

    private List<Missed> missed(String agent) {
        return stretches.missedBy(agent, Instant.EPOCH);
    }

    private static Instant after(long seconds) {
        return NOON.plusSeconds(seconds);
    }

    private void they(String words) {
        room.handler().handle(room.arrives("m" + messages++, words));
    }

    private void passes(long seconds, String... there) {
        room.clock.advance(Duration.ofSeconds(seconds));
        for (var agent : there) {
            room.agents.seen(agent);
        }
        room.alarms.ring(PERSON);
    }
}
