package io.renhua.stream;

import io.renhua.conversation.InboxAway;
import io.renhua.text.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees at the start whether the topics are there and keep what they are given; makes them where that is allowed. */
final class Topics {
    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);
    private static final int LEAST_RECORD = 2 * 1024 * 1024;

    /** The store knows a redelivery for seven days; a topic that keeps its records longer could have them answered again. */
    private static final Duration LONGEST = Duration.ofDays(6);

    private static final Duration USUAL = Duration.ofDays(5);

    private final KafkaSettings settings;
    private final Admin admin;

    private Topics(KafkaSettings settings, Admin admin) {
        this.settings = settings;
        this.admin = admin;
    }

    /**
     * What is wrong with them, a sentence each.
     *
     * @throws InboxAway when Kafka does not answer
     */
    static List<Wording> problems(KafkaSettings settings) {
        try (var admin = new Clients(settings).admin()) {
            return new Topics(settings, admin).problems();
        } catch (KafkaException e) {
            throw new InboxAway(
                    Wording.of("Kafka at %s does not answer: %s", settings.servers(), String.valueOf(e.getMessage())));
        }
    }

    private List<Wording> problems() {
        var problems = new ArrayList<Wording>();
        var there = there();
        for (var topic : wanted().entrySet()) {
            if (!there.contains(topic.getKey()) && !made(topic.getKey(), topic.getValue())) {
                problems.add(missing(topic.getKey(), topic.getValue()));
            }
        }
        for (var topic : there) {
            check(topic, problems);
        }
        return problems;
    }

    /** Which there must be, and how they are best made. */
    private Map<String, Map<String, String>> wanted() {
        var wanted = new LinkedHashMap<String, Map<String, String>>();
        if (settings.inbox()) {
            wanted.put(settings.inboxTopic(), advice(String.valueOf(USUAL.toMillis())));
            wanted.put(settings.deadTopic(), advice("-1"));
        }
        if (settings.journal()) {
            wanted.put(settings.journalTopic(), advice("-1"));
        }
        return wanted;
    }

    private Map<String, String> advice(String retention) {
        var advice = new TreeMap<String, String>();
        advice.put("cleanup.policy", "delete");
        advice.put("retention.ms", retention);
        advice.put("max.message.bytes", String.valueOf(Clients.LARGEST_RECORD));
        advice.put("min.insync.replicas", String.valueOf(Math.clamp(replicas() - 1, 1, 2)));
        return advice;
    }

    private int replicas() {
        var making = settings.making();
        return making == null ? 3 : making.replicas();
    }

    private Set<String> there() {
        var there = new HashSet<String>();
        admin.describeTopics(wanted().keySet()).topicNameValues().forEach((topic, description) -> {
            try {
                answer(description);
                there.add(topic);
            } catch (UnknownTopicOrPartitionException e) {
                LOG.debug("topic {} is not there", topic);
            }
        });
        return there;
    }

    private boolean made(String topic, Map<String, String> advice) {
        var making = settings.making();
        if (making == null) {
            return false;
        }
        var fresh = new NewTopic(topic, making.partitions(), (short) making.replicas()).configs(advice);
        try {
            answer(admin.createTopics(List.of(fresh)).all());
            LOG.info("topic {} is made, with {} partitions", topic, making.partitions());
        } catch (TopicExistsException e) {
            LOG.debug("another node has made topic {}", topic);
        }
        return true;
    }

    private Wording missing(String topic, Map<String, String> advice) {
        var command = "kafka-topics.sh --bootstrap-server " + settings.servers() + " --create --topic " + topic
                + " --partitions 12 --replication-factor 3 "
                + advice.entrySet().stream()
                        .map(each -> "--config " + each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(" "));
        return Wording.of(
                "renhua.kafka: there is no topic %s; make it: %s (or let Renhua make it: renhua.kafka.create-topics:"
                        + " true)",
                topic, command);
    }

    private void check(String topic, List<Wording> problems) {
        Config config;
        try {
            config = config(topic);
        } catch (AuthorizationException e) {
            LOG.warn("how topic {} keeps its records cannot be seen; see src/docs/kafka.md for how it must", topic);
            return;
        }
        if (value(config, "cleanup.policy").contains("compact")) {
            problems.add(Wording.of(
                    "renhua.kafka: topic %s is compacted and would forget messages of one conversation; set"
                            + " cleanup.policy=delete",
                    topic));
        }
        if (Long.parseLong(value(config, "max.message.bytes")) < LEAST_RECORD) {
            problems.add(Wording.of(
                    "renhua.kafka: topic %s takes too small records for a webhook's megabyte; set"
                            + " max.message.bytes=%s",
                    topic, Clients.LARGEST_RECORD));
        }
        long kept = Long.parseLong(value(config, "retention.ms"));
        if (topic.equals(settings.inboxTopic()) && (kept < 0 || kept > LONGEST.toMillis())) {
            problems.add(Wording.of(
                    "renhua.kafka: topic %s keeps messages longer than the store knows that they were"
                            + " answered, 7 days; set retention.ms=%s",
                    topic, USUAL.toMillis()));
        }
        if (value(config, "min.insync.replicas").equals("1")) {
            LOG.warn(
                    "topic {} acknowledges what only one broker has; see min.insync.replicas in src/docs/kafka.md",
                    topic);
        }
    }

    private Config config(String topic) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return Objects.requireNonNull(
                answer(admin.describeConfigs(List.of(resource)).all()).get(resource));
    }

    private static String value(Config config, String name) {
        return config.get(name).value();
    }

    private static <T> T answer(KafkaFuture<T> question) {
        try {
            return question.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }
}
