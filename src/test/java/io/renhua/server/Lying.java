package io.renhua.server;

import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Outbound;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import io.renhua.store.Json;
import io.renhua.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts things into a store's inbox and outbox, as if they had come to lie there. */
record Lying(Store store) {

    String message(ConversationId conversation, String state, String words, Instant since) {
        var id = UUID.randomUUID().toString();
        var message = new Inbound(id, conversation, Person.of("p"), new Content.Text(words), since, null);
        return "in-"
                + store.commit(transaction -> transaction
                        .handle()
                        .createUpdate("""
                                insert into inbox (channel, message_id, conversation, message, received_at, state, attempts)
                                values (:channel, :id, :conversation, :message, :since, :state, 3)""")
                        .bind("channel", conversation.channel())
                        .bind("id", id)
                        .bind("conversation", conversation.toString())
                        .bind("message", Json.write(message))
                        .bind("since", since)
                        .bind("state", state)
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one());
    }

    String words(ConversationId conversation, String state, String words, @Nullable String why, Instant since) {
        var id = UUID.randomUUID().toString();
        var speaker = new Speaker(Speaker.Kind.BOT, "小墨");
        var message = new Outbound(id, conversation, List.of(new Content.Text(words)), speaker, null);
        return "out-"
                + store.commit(transaction -> transaction
                        .handle()
                        .createUpdate("""
                                insert into outbox (outbound_id, conversation, epoch, message, state, attempts, due_at,
                                  created_at, why)
                                values (:id, :conversation, 0, :message, :state, 17, :since, :since, :why)""")
                        .bind("id", id)
                        .bind("conversation", conversation.toString())
                        .bind("message", Json.write(message))
                        .bind("state", state)
                        .bind("since", since)
                        .bind("why", why)
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one());
    }
}
