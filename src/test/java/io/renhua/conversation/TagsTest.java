package io.renhua.conversation;

import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.renhua.dialogue.DialogueState;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Tags;
import io.renhua.journal.Happening.Noted;
import io.renhua.message.ConversationId;
import io.renhua.store.Database;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Database.class)
class TagsTest {
    private final Room room;

    TagsTest(Database database) {
        room = Room.attended(database);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void areGivenOnceAndTakenAwayWithANoteOfWhoDid() {
        room.tags.add(PERSON, "client_book", "lin");
        room.tags.add(PERSON, "client_book", "wu");
        room.tags.add(PERSON, "老客人", "wu");
        room.tags.remove(PERSON, "client_book", "wu");
        room.tags.remove(PERSON, "client_book", "wu");

        assertThat(room.tags.of(PERSON)).containsExactly("老客人");
        assertThat(room.happened(Noted.class))
                .extracting(Noted::kind, Noted::why, Noted::actor)
                .containsExactly(
                        tuple(Tags.TAGGED, "client_book", "lin"),
                        tuple(Tags.TAGGED, "老客人", "wu"),
                        tuple(Tags.UNTAGGED, "client_book", "wu"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a  b", "_a", "a_", "<b>", "a\nb", "123456789012345678901", "a'b"})
    void areRefusedWhereTheyAreNone(String wrong) {
        assertThatThrownBy(() -> room.tags.add(PERSON, wrong, "lin")).isInstanceOf(IllegalArgumentException.class);

        assertThat(room.tags.of(PERSON)).isEmpty();
    }

    @Test
    void areNotEndless() {
        for (int i = 0; i < Tags.MOST; i++) {
            room.tags.add(PERSON, "t" + i, "lin");
        }

        assertThatThrownBy(() -> room.tags.add(PERSON, "more", "lin")).hasMessageContaining("20");
    }

    @Test
    void areListedForWhatIsAtTheDeskAndOfferedByHowCommonTheyAre() {
        var other = new ConversationId("pao-line", "U2");
        room.tags.add(PERSON, "vip", "lin");
        room.tags.add(other, "vip", "lin");
        room.tags.add(other, "angry", "lin");
        room.live.claim(PERSON, "lin", "Lin");

        assertThat(room.tags.of(List.of(PERSON))).isEqualTo(Map.of(PERSON, List.of("vip")));
        assertThat(room.tags.known(10)).containsExactly("vip", "angry");
    }

    @Test
    void areFactsThatTheScriptGoesBy() {
        room.tags.add(PERSON, "client_book", "lin");

        var heard = room.ears.hear(room.mo, room.arrives("m1", "推薦一本書"), DialogueState.NEW, Bot.FIRST);

        assertThat(heard.getFirst().facts().get("tag")).containsExactly("client_book");
    }
}
