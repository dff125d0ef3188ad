package io.renhua.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.renhua.conversation.Inbox.Receipt;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Where a record goes that will never be taken: whole, with the reason and its place, for people to look at. */
final class DeadRecords {
    static final String REASON = "reason";
    static final String PLACE = "place";

    private final Post post;
    private final String topic;

    DeadRecords(Post post, String topic) {
        this.post = post;
        this.topic = topic;
    }

    void put(ConsumerRecord<byte[], byte[]> letter, String reason, Receipt receipt) {
        var dead = new ProducerRecord<>(topic, letter.key(), letter.value());
        letter.headers().forEach(dead.headers()::add);
        dead.headers().add(REASON, reason.getBytes(UTF_8));
        dead.headers().add(PLACE, place(letter).getBytes(UTF_8));
        post.send(List.of(dead), receipt);
    }

    static String place(ConsumerRecord<byte[], byte[]> letter) {
        return letter.topic() + "-" + letter.partition() + "@" + letter.offset();
    }
}
