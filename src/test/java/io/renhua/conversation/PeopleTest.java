package io.renhua.conversation;

import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.dialogue.DialogueState;
import io.renhua.dialogue.Heard;
import io.renhua.dialogue.Hearing;
import io.renhua.dialogue.Step;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.people.Profile;
import io.renhua.persona.PersonaFolder;
import io.renhua.store.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a company tells of a person, on its way into a turn. */
@ParameterizedClass
@EnumSource(Database.class)
class PeopleTest {
    private final Room room;

    PeopleTest(Database database) {
        room = Room.attended(database);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void isAFactThatTheScriptGoesBy() {
        var heard = hears(Map.of("orders", "12", "title", "陳小姐"));

        assertThat(heard.facts()).containsEntry("orders", Set.of("12")).containsEntry("title", Set.of("陳小姐"));
    }

    @Test
    void takesThePlaceOfNothingThatWeKnowOurselves() {
        var heard =
                hears(Map.of("audience", "staff", "channel", "weibo", "person", "x", "tag", "employee", "tier", "1"));

        assertThat(heard.facts())
                .containsEntry("person", Set.of(PERSON.toString()))
                .containsKey("tier")
                .doesNotContainKeys("audience", "channel", "tag");
    }

    @Test
    void whatDecidesTheAudienceStaysWithTheTurnAndNothingElseThatIsKnown(@TempDir Path directory) {
        var script = PersonaFolder.copiedTo(directory)
                .change("persona.yaml", "    when: {tag: member}\n", "    when: {orders: \">=3\"}\n");
        var persona = Objects.requireNonNull(script.read().persona());
        var heard = hears(Map.of("orders", "12", "title", "陳小姐"));

        var hearing = Hearing.of(persona, heard, new Step(DialogueState.NEW, List.of(), "pick_book", 1, "zh-Hant"));

        assertThat(Objects.requireNonNull(hearing.orElseThrow().around()).facts())
                .isEqualTo(Map.of("orders", Set.of("12")));
    }

    private Heard hears(Map<String, String> told) {
        var arrivals = room.arrives("m1", "推薦一本書");
        room.profiles.tell(PERSON, before -> new Profile(told), "api:crm");
        return room.ears.hear(room.mo, arrivals, DialogueState.NEW, Bot.FIRST).getFirst();
    }
}
