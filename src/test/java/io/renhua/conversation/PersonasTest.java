package io.renhua.conversation;

import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.dialogue.LivePersona;
import io.renhua.journal.Happening.Said;
import io.renhua.journal.Happening.Understood;
import io.renhua.message.ConversationId;
import io.renhua.store.Database;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Which version answers. */
@ParameterizedClass
@EnumSource(Database.class)
class PersonasTest {
    private final Room room;
    private int said;

    PersonasTest(Database database) {
        room = new Room(database);
        room.personas.replace(version("one"));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aTalkThatGoesOnStaysWithTheVersionItBeganWith() {
        says("推薦一本書");
        room.personas.replace(version("two"));
        room.clock.advance(Duration.ofMinutes(29));
        says("推薦一本書");
        room.clock.advance(Duration.ofMinutes(31));
        says("推薦一本書");

        assertThat(answeredBy()).containsExactly("one", "one", "two");
        assertThat(room.happened(Said.class)).extracting(Said::version).doesNotContainNull();
    }

    @Test
    void anOpenFormIsFinishedWithTheVersionThatAsked() {
        says("我的書到哪了");
        room.personas.replace(version("two"));
        room.clock.advance(Duration.ofHours(9)); // nobody has rung the alarm yet
        says("算了");
        room.clock.advance(Duration.ofMinutes(31));
        says("推薦一本書");

        assertThat(answeredBy()).containsExactly("one", "one", "two");
    }

    @Test
    void whatOvertakesSpeaksInTalksThatGoOnButNotInAnOpenForm() {
        says("推薦一本書");
        room.personas.overtake(version("two"));
        says("推薦一本書");
        says("我的書到哪了");
        room.personas.overtake(version("three"));
        says("算了");
        says("推薦一本書");

        assertThat(answeredBy()).containsExactly("one", "two", "two", "two", "three");
    }

    @Test
    void whatSpeaksAgainIsNotOvertaken() {
        says("推薦一本書");
        room.personas.overtake(version("two"));
        room.personas.overtake(version("one"));
        room.personas.audition(version("trial"), PERSON::equals);
        says("推薦一本書");

        assertThat(answeredBy()).containsExactly("one", "one"); // and does not slip into a trial
    }

    @Test
    void aVersionFromBeforeTheStartIsFoundAgain() {
        says("推薦一本書");
        var again = new Personas(Map.of("mo", version("two")), Map.of("pao-line", "mo"));

        assertThat(speaker(again)).isEqualTo("two"); // better than nobody
        var archived = new Personas(Map.of("mo", version("two")), Map.of("pao-line", "mo"));
        archived.recallFrom((id, version) -> Optional.of(version(version)));
        assertThat(speaker(archived)).isEqualTo("one");
    }

    @Test
    void aTrialAnswersWhereAConversationBeginsThatItsAudienceHolds() {
        room.personas.audition(version("trial"), PERSON::equals);
        var somebody = new ConversationId("pao-line", "U2");

        assertThat(speaker(room.personas)).isEqualTo("trial");
        assertThat(room.personas
                        .in(somebody, Remembered.NOTHING, room.clock)
                        .persona()
                        .version())
                .isEqualTo("one");

        says("推薦一本書");
        room.personas.endTrial("mo");
        says("推薦一本書");
        assertThat(answeredBy()).containsExactly("trial", "trial");
    }

    private String speaker(Personas personas) {
        return personas.in(PERSON, room.states.load(PERSON), room.clock)
                .persona()
                .version();
    }

    private void says(String words) {
        room.handler().handle(room.arrives("m" + said++, words));
    }

    private List<String> answeredBy() {
        return room.happened(Understood.class).stream().map(Understood::version).toList();
    }

    private static LivePersona version(String name) {
        return new LivePersona(Room.persona().as(name), Room::meaning, (words, now) -> List.of());
    }
}
