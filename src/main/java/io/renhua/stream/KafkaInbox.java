package io.renhua.stream;

import io.renhua.conversation.Inbox;
import io.renhua.message.Inbound;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The inbox in a topic: kept once all in-sync replicas have it, whether or not the store is there. */
final class KafkaInbox implements Inbox {
    private final Post post;
    private final String topic;

    KafkaInbox(Post post, String topic) {
        this.post = post;
        this.topic = topic;
    }

    /** Redeliveries are dropped later, by the store. */
    @Override
    public void accept(List<Inbound> messages, Receipt receipt) {
        post.send(Envelope.of(messages).stream().map(this::letter).toList(), receipt);
    }

    private ProducerRecord<byte[], byte[]> letter(Envelope envelope) {
        return new ProducerRecord<>(topic, envelope.key(), envelope.write());
    }
}
