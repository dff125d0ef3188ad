package io.renhua.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.store.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** What one webhook brought for one conversation: one record, so that it is taken whole and in order, or not at all. */
record Envelope(List<Inbound> messages) {

    Envelope {
        messages = List.copyOf(messages);
        if (messages.stream().map(Inbound::conversation).distinct().count() != 1) {
            throw new IllegalArgumentException("an envelope holds the messages of one conversation");
        }
    }

    /** One for each conversation, in the order in which they came. */
    static List<Envelope> of(List<Inbound> messages) {
        return messages.stream()
                .collect(Collectors.groupingBy(Inbound::conversation, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Envelope::new)
                .toList();
    }

    /**
     * The envelope that was written.
     *
     * @throws IllegalArgumentException when it cannot be read, without a word of what stands in it
     */
    static Envelope read(byte[] bytes) {
        return Json.read(new String(bytes, UTF_8), Envelope.class);
    }

    byte[] write() {
        return Json.write(this).getBytes(UTF_8);
    }

    /** What keeps a conversation in order: records of one key lie in one partition. */
    byte[] key() {
        return key(messages.getFirst().conversation());
    }

    private static byte[] key(ConversationId conversation) {
        return conversation.toString().getBytes(UTF_8);
    }
}
