package io.renhua;

import io.micronaut.context.env.Environment;
import io.micronaut.core.naming.conventions.StringConvention;
import io.renhua.stream.KafkaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code renhua.kafka}. */
final class KafkaPlace {
    private static final String PLACE = "renhua.kafka";
    private static final String FILE = "-file";

    private final Environment environment;
    private final List<String> problems;

    private KafkaPlace(Environment environment, List<String> problems) {
        this.environment = environment;
        this.problems = problems;
    }

    /** Null where Kafka has nothing to do. */
    static @Nullable KafkaSettings of(Environment environment, List<String> problems) {
        return environment.containsProperties(PLACE) ? new KafkaPlace(environment, problems).read() : null;
    }

    private @Nullable KafkaSettings read() {
        var servers = text("bootstrap-servers", "");
        boolean inbox = isOn("inbox");
        boolean journal = isOn("journal");
        if (servers.isBlank()) {
            if (inbox || journal) {
                problems.add(PLACE + " says what Kafka is for and not where it is; set " + PLACE
                        + ".bootstrap-servers, such as kafka-1.example.com:9092,kafka-2.example.com:9092");
            }
            return null;
        }
        if (!servers.matches("[^\\s,:]+(:\\d+)(,\\s*[^\\s,:]+:\\d+)*|(\\[[^\\]]+\\]:\\d+,?\\s*)+")) {
            problems.add(PLACE + ".bootstrap-servers is host:port, separated by commas, not " + servers);
        }
        if (!inbox && !journal) {
            problems.add(PLACE + ".bootstrap-servers is set and nothing is to be done there; set " + PLACE
                    + ".inbox or " + PLACE + ".journal to true, or leave it out");
        }
        return new KafkaSettings(
                servers,
                inbox,
                topic("inbox-topic", "renhua.inbox"),
                journal,
                topic("journal-topic", "renhua.journal"),
                text("group", "renhua"),
                making(),
                client());
    }

    private String text(String key, String otherwise) {
        return environment
                .getProperty(PLACE + "." + key, String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(otherwise);
    }

    private boolean isOn(String key) {
        var said = text(key, "false");
        if (!said.equals("true") && !said.equals("false")) {
            problems.add(PLACE + "." + key + " is true or false, not " + said);
        }
        return said.equals("true");
    }

    private String topic(String key, String otherwise) {
        var name = text(key, otherwise);
        if (!name.matches("[A-Za-z0-9._-]{1,240}")) {
            problems.add(
                    PLACE + "." + key + " is a topic's name: letters, digits, dots, - and _, at most 240, not " + name);
        }
        return name;
    }

    private KafkaSettings.@Nullable Sizes making() {
        return isOn("create-topics") ? new KafkaSettings.Sizes(number("partitions", 12), number("replicas", 3)) : null;
    }

    private int number(String key, int otherwise) {
        var said = text(key, String.valueOf(otherwise));
        if (said.matches("[1-9]\\d{0,3}")) {
            return Integer.parseInt(said);
        }
        problems.add(PLACE + "." + key + " is a number such as " + otherwise + ", not " + said);
        return otherwise;
    }

    /** What goes to Kafka's clients as it is; a secret may stand in a file of its own. */
    private Map<String, String> client() {
        var client = new HashMap<String, String>();
        environment.getProperties(PLACE + ".client", StringConvention.RAW).forEach((key, value) -> {
            var property = key.endsWith(FILE) ? key.substring(0, key.length() - FILE.length()) : key;
            if (KafkaSettings.isOurs(property)) {
                problems.add(PLACE + ".client." + key
                        + " is Renhua's own to set, since its promises stand on it; leave it out");
            }
            client.put(property, key.endsWith(FILE) ? fileOf(key, String.valueOf(value)) : String.valueOf(value));
        });
        return client;
    }

    private String fileOf(String key, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            problems.add(PLACE + ".client." + key + " cannot be read: " + file);
            return "";
        }
    }
}
