package io.renhua.stream;

import io.renhua.conversation.Inbox;
import io.renhua.conversation.InboxAway;
import io.renhua.journal.Journal;
import io.renhua.journal.RelayPlace;
import io.renhua.store.Store;
import io.renhua.text.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this node does with Kafka; where nothing is set, nothing, and none of Kafka's classes is loaded. */
public final class Kafka implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Kafka.class);

    private final Inbox door;
    private final @Nullable Post post;
    private final @Nullable KafkaIntake intake;
    private final @Nullable JournalRelay relay;

    private Kafka(Inbox door, @Nullable Post post, @Nullable KafkaIntake intake, @Nullable JournalRelay relay) {
        this.door = door;
        this.post = post;
        this.intake = intake;
        this.relay = relay;
    }

    /** Messages go into the store itself, and the journal stays there. */
    public static Kafka none(Inbox store) {
        return new Kafka(store, null, null, null);
    }

    /**
     * What is wrong with the topics, a sentence each. Those that are missing are made where that is allowed. When only the
     * journal is relayed Kafka may be away: the relay begins when it is back.
     *
     * @throws InboxAway when messages are to be kept in Kafka and it does not answer
     */
    public static List<Wording> problems(KafkaSettings settings) {
        try {
            return Topics.problems(settings);
        } catch (InboxAway e) {
            if (settings.inbox()) {
                throw e;
            }
            LOG.warn("{}; the journal is relayed when it does", e.getMessage());
            return List.of();
        }
    }

    /** @param inbox the store's: where messages go once the store takes them */
    public static Kafka open(KafkaSettings settings, Inbox inbox, Store store, Journal journal) {
        var clients = new Clients(settings);
        var relayed = settings.journalTopic();
        var relay = settings.journal()
                ? new JournalRelay(clients::fenced, relayed, journal, new RelayPlace(store, relayed))
                : null;
        if (!settings.inbox()) {
            return new Kafka(inbox, null, null, relay);
        }
        var post = new Post(clients::prompt);
        var topic = settings.inboxTopic();
        post.learn(topic);
        post.learn(settings.deadTopic());
        var dead = new DeadRecords(post, settings.deadTopic());
        return new Kafka(
                new KafkaInbox(post, topic), post, new KafkaIntake(clients::member, topic, inbox, dead), relay);
    }

    /** What the door gives messages to. */
    public Inbox inbox() {
        return door;
    }

    public void start() {
        if (intake != null) {
            intake.start();
        }
        if (relay != null) {
            relay.start();
        }
    }

    /** Takes nothing in any more: what waits in the topic is another node's. */
    public void stopTaking() {
        if (intake != null) {
            intake.close();
        }
        if (post != null) {
            post.close();
        }
    }

    @Override
    public void close() {
        stopTaking();
        if (relay != null) {
            relay.close();
        }
    }
}
