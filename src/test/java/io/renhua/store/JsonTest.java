package io.renhua.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Entry;
import io.renhua.message.Inbound;
import io.renhua.message.Outbound;
import io.renhua.message.Person;
import io.renhua.message.ReplyHandle;
import io.renhua.message.Speaker;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final ConversationId CONVERSATION = new ConversationId("pao-line", "U1");

    @Test
    void readsBackWhatCameIn() {
        var inbound = new Inbound(
                "m1",
                CONVERSATION,
                new Person("U1", null, "zh-TW"),
                new Content.Entered(new Entry.Scanned("box-osmanthus")),
                Instant.parse("2026-11-22T01:02:03.004Z"),
                new ReplyHandle("token", Instant.parse("2026-11-22T01:02:53Z")));

        assertThat(Json.read(Json.write(inbound), Inbound.class)).isEqualTo(inbound);
    }

    @Test
    void readsBackWhatGoesOut() {
        var outbound = new Outbound(
                "o1",
                CONVERSATION,
                List.of(
                        new Content.Text("你好 𠮷 👩‍👩‍👧"),
                        new Content.Choices("?", List.of(new io.renhua.message.Choice("a", "b")))),
                new Speaker(Speaker.Kind.BOT, "泡小拾"),
                null);

        assertThat(Json.read(Json.write(outbound), Outbound.class)).isEqualTo(outbound);
    }

    @Test
    void passesOverWhatANewerVersionAdded() {
        assertThat(Json.read("{\"channel\":\"a\",\"thread\":\"b\",\"shard\":7}", ConversationId.class))
                .isEqualTo(new ConversationId("a", "b"));
    }

    @Test
    void doesNotRepeatWordsWhenReadingFails() {
        assertThatThrownBy(() -> Json.read("{\"channel\": my secret words", ConversationId.class))
                .satisfies(failure ->
                        assertThat(String.valueOf(failure.getCause())).doesNotContain("secret"));
    }

    @Test
    void takesNothingForAValueThatIsNone() {
        for (var json : List.of("", "null", "{", "[]", "7", "{\"channel\":{}}")) {
            assertThat(Json.readable(json, ConversationId.class)).as(json).isEmpty();
        }
        assertThat(Json.readable("{\"channel\":\"a\",\"thread\":\"b\"}", ConversationId.class))
                .contains(new ConversationId("a", "b"));
    }
}
