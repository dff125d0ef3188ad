package io.renhua.conversation;

import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.conversation.Suggestions.Offered;
import io.renhua.dialogue.Suggestion;
import io.renhua.message.Content;
import io.renhua.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is offered to whoever has a conversation, and until when. */
@ParameterizedClass
@EnumSource(Database.class)
class SuggestionsTest {
    private final Room room;
    private final Suggestions suggestions;
    private int messages;

    SuggestionsTest(Database database) {
        room = Room.attended(database);
        room.agents.seen("lin");
        suggestions = new Suggestions(room.journal, room.desk, room.personas, room.states, room.ears, room.clock);
        they("真人");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void thatAPersonComesIsNoAnswerToWhatWasSaidWhileWaiting() {
        they("我的書到哪了");
        room.live.claim(PERSON, "lin", "Lin");

        assertThat(offered().unanswered()).isTrue();
        assertThat(offered().suggestions()).extracting(Suggestion::line).containsExactly("order_status");
    }

    @Test
    void everyBubbleSinceTheLastAnswerCounts() {
        room.live.claim(PERSON, "lin", "Lin");
        they("推薦一本書");
        they("我的書到哪了");

        assertThat(offered().suggestions())
                .extracting(Suggestion::line)
                .containsExactlyInAnyOrder("pick_book", "order_status");
    }

    @Test
    void aReplyAnswersAllOfThem() {
        room.live.claim(PERSON, "lin", "Lin");
        they("推薦一本書");
        room.replies.reply(PERSON, "lin", "Lin", "r1", new Content.Text("稍等。"));

        assertThat(offered().unanswered()).isFalse();
        assertThat(offered().suggestions()).isEmpty();

        they("我的書到哪了");
        assertThat(offered().suggestions()).extracting(Suggestion::line).containsExactly("order_status");
    }

    @Test
    void nothingIsOfferedWhereNothingIsUnderstood() {
        room.live.claim(PERSON, "lin", "Lin");
        they("嗚啦啦");

        assertThat(offered().unanswered()).isTrue();
        assertThat(offered().suggestions()).isEmpty();
    }

    @Test
    void nothingIsBegunByLooking() {
        room.live.claim(PERSON, "lin", "Lin");
        they("我的書到哪了");
        var before = room.states.load(PERSON).state();

        offered();

        assertThat(room.states.load(PERSON).state()).isEqualTo(before);
    }

    @Test
    void nobodyElseIsOfferedAnything() {
        room.live.claim(PERSON, "lin", "Lin");
        they("推薦一本書");

        assertThat(suggestions.to(PERSON, "wu")).isEmpty();
    }

    private Offered offered() {
        return suggestions.to(PERSON, "lin").orElseThrow();
    }

    private void they(String words) {
        room.handler().handle(room.arrives("s" + messages++, words));
    }
}
