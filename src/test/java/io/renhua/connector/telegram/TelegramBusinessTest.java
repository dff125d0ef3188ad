package io.renhua.connector.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.connector.Http;
import io.renhua.connector.JsonBody;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Echo;
import io.renhua.message.Outbound;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Chats of a business account, in which the bot answers in its owner's name. */
class TelegramBusinessTest {
    private static final ConversationId CHAT = new ConversationId("pao-telegram", "200000001@Yx-connection_01");

    private final TelegramStand telegram = new TelegramStand();

    @Test
    void readsWhatPeopleWriteToTheAccount() {
        var said = telegram.read("business").getFirst();

        assertThat(said.conversation()).isEqualTo(CHAT);
        assertThat(said.content()).isEqualTo(new Content.Text("今天有開嗎？"));
        assertThat(said.echo()).isNull();
    }

    @Test
    void knowsWhatItsOwnerAnswersForAnAnswerOfOurSide() {
        var said = telegram.read("business-owner").getFirst();

        assertThat(said.conversation()).isEqualTo(CHAT);
        assertThat(said.echo()).isEqualTo(new Echo.Said(false));
        assertThat(said.person()).isEqualTo(new Person("300000009", "Lin", "zh-hant"));
    }

    @Test
    void passesOverWhatNobodySaysAnew() {
        assertThat(telegram.read("business-own-echo")).isEmpty();
        assertThat(telegram.read("business-owner-edited")).isEmpty();
        assertThat(telegram.read("business-connection")).isEmpty();
    }

    @Test
    void answersByTheConnection() {
        var calls = new ArrayList<JsonNode>();
        var connector = telegram.connector(call -> {
            JsonBody.read(call.body()).ifPresent(calls::add);
            return new Http.NotSent("enough");
        });
        var words = List.<Content>of(new Content.Text("有，到九點。"));

        connector.deliver(new Outbound("id", CHAT, words, new Speaker(Speaker.Kind.BOT, "泡小拾"), null));

        assertThat(calls.getFirst().path("business_connection_id").asText()).isEqualTo("Yx-connection_01");
        assertThat(calls.getFirst().path("chat_id").asLong()).isEqualTo(200_000_001L);
    }
}
