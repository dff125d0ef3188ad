package io.renhua.conversation;

import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.conversation.LiveDesk.Outcome;
import io.renhua.message.Content;
import io.renhua.store.Database;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody answers what a colleague has answered without having read it. */
@ParameterizedClass
@EnumSource(Database.class)
class AnsweredMeanwhileTest {
    private final Room room;
    private int messages;

    AnsweredMeanwhileTest(Database database) {
        room = Room.attended(database);
        room.live.claim(PERSON, "lin", "Lin");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aColleaguesWordsAreToBeReadFirst() {
        long seen = end();
        room.live.assign(PERSON, "olga", "wu", "Wu", "lunch");
        says("wu", "明天到。", end());
        room.live.assign(PERSON, "olga", "lin", "Lin", "back");

        assertThat(says("lin", "三天內到。", seen))
                .isInstanceOfSatisfying(
                        Outcome.Answered.class,
                        answered -> assertThat(answered.meanwhile())
                                .extracting(said -> said.speaker().name() + ": "
                                        + said.content().asText())
                                .containsExactly("Wu: 明天到。"));
        assertThat(room.said()).doesNotContain("三天內到。");

        assertThat(says("lin", "明天下午到。", end())).isEqualTo(new Outcome.Done());
    }

    @Test
    void theirOwnWordsHoldNobodyUp() {
        long seen = end();
        says("lin", "我看一下。", seen);

        assertThat(says("lin", "找到了。", seen)).isEqualTo(new Outcome.Done());
    }

    @Test
    void neitherDoesWhatThePersonaSays() {
        long seen = end();
        room.live.assign(PERSON, "olga", "wu", "Wu", "lunch");
        room.live.assign(PERSON, "olga", "lin", "Lin", "back");

        assertThat(says("lin", "我回來了。", seen)).isEqualTo(new Outcome.Done());
    }

    private Outcome says(String login, String words, long seen) {
        var alias = Character.toUpperCase(login.charAt(0)) + login.substring(1);
        return room.replies.reply(PERSON, login, alias, "m" + messages++, List.of(new Content.Text(words)), seen);
    }

    private long end() {
        return room.journal.last(PERSON, 1).getLast().seq();
    }
}
