package io.renhua.conversation;

import static io.renhua.conversation.Room.NOON;
import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.conversation.Briefs.Earlier;
import io.renhua.dialogue.Brief.Part;
import io.renhua.handoff.Ratings;
import io.renhua.journal.Happening.Noted;
import io.renhua.people.Profile;
import io.renhua.store.Database;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class BriefsTest {
    private final Room room;
    private final Briefs briefs;
    private int messages;

    BriefsTest(Database database) {
        room = Room.attended(database);
        room.agents.seen("lin");
        briefs = new Briefs(
                room.store,
                room.desk,
                new Ratings(),
                room.personas,
                room.states,
                room.ears,
                room.timers,
                room.journal,
                room.clock);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void saysWhyTheyCameWhatTheyWantAndWhatIsStillOpen() {
        they("我的書到哪了");
        they("太爛了，氣死我了");
        they("真人");

        var told = briefs.of(PERSON);

        assertThat(told.parts())
                .contains(
                        new Part("reason", "explicit"), new Part("topic", "order_status"), new Part("order_no", null));
        assertThat(told.feelings()).hasSize(3);
        assertThat(told.feelings().get(1)).isNegative();
        assertThat(told.promised()).isEqualTo(NOON.plus(Duration.ofMinutes(3)));
        assertThat(told.earlier()).isEmpty();
        assertThat(told.rated()).isNull();
    }

    @Test
    void saysWhatWasResolvedBeforeAndHowTheyFoundIt() {
        they("真人");
        room.live.claim(PERSON, "lin", "Lin");
        room.live.resolve(PERSON, "lin", "first");
        room.live.undo(PERSON, "lin", "Lin");
        room.live.resolve(PERSON, "lin", "parcel");
        room.clock.advance(Duration.ofSeconds(31));
        room.alarms.ring(PERSON);
        they("2");
        they("真人");

        var told = briefs.of(PERSON);

        assertThat(told.earlier()).containsExactly(new Earlier(NOON, "parcel", "lin"));
        assertThat(told.rated())
                .isNotNull()
                .satisfies(rated -> assertThat(rated.score()).isEqualTo(2));
    }

    @Test
    void knowsWhatWasResolvedHoweverMuchWasSaidSince() {
        they("真人");
        room.live.claim(PERSON, "lin", "Lin");
        room.live.resolve(PERSON, "lin", "parcel");
        room.clock.advance(Duration.ofSeconds(31));
        room.alarms.ring(PERSON);
        room.store.write(PERSON.toString(), transaction -> {
            for (int i = 0; i < 400; i++) {
                room.journal.append(transaction, new Noted(PERSON, NOON, "note", "x"));
            }
        });

        assertThat(briefs.of(PERSON).earlier()).containsExactly(new Earlier(NOON, "parcel", "lin"));
    }

    @Test
    void saysWhatTheCompanyKnowsUnlessTheyToldIt() {
        they("推薦一本書");
        var told = Map.of("orders", "12", "last_topic", "tea");
        room.profiles.tell(PERSON, before -> new Profile(told), "api:crm");

        assertThat(briefs.of(PERSON).facts()).containsEntry("last_topic", "books");
        assertThat(briefs.of(PERSON).known()).isEqualTo(Map.of("orders", "12"));
        assertThat(briefs.of(PERSON).values())
                .containsEntry("last_topic", "books")
                .containsEntry("orders", "12");
    }

    @Test
    void promisesNothingToWhoeverHasAPerson() {
        they("真人");
        room.live.claim(PERSON, "lin", "Lin");

        assertThat(briefs.of(PERSON).promised()).isNull();
    }

    private void they(String words) {
        room.handler().handle(room.arrives("b" + messages++, words));
    }
}
