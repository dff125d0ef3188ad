package io.renhua;

import io.micronaut.context.env.Environment;
import io.micronaut.core.naming.conventions.StringConvention;
import io.renhua.stream.KafkaSettings;
import io.renhua.text.Wording;
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
    private final List<Wording> problems;

    private KafkaPlace(Environment environment, List<Wording> problems) {
        this.environment = environment;
        this.problems = problems;
    }

    /** Null where Kafka has nothing to do. */
    static @Nullable KafkaSettings of(Environment environment, List<Wording> problems) {
        return environment.containsProperties(PLACE) ? new KafkaPlace(environment, problems).read() : null;
    }

    private @Nullable KafkaSettings read() {
        var servers = text("bootstrap-servers", "");
        boolean inbox = isOn("inbox");
        boolean journal = isOn("journal");
        if (servers.isBlank()) {
            if (inbox || journal) {
                problems.add(Wording.of(
                        "%s says what Kafka is for and not where it is; set %s.bootstrap-servers, such as"
                                + " kafka-1.example.com:9092,kafka-2.example.com:9092",
                        PLACE, PLACE));
            }
            return null;
        }
        if (!servers.matches("[^\\s,:]+(:\\d+)(,\\s*[^\\s,:]+:\\d+)*|(\\[[^\\]]+\\]:\\d+,?\\s*)+")) {
            problems.add(Wording.of("%s.bootstrap-servers is host:port, separated by commas, not %s", PLACE, servers));
        }
        if (!inbox && !journal) {
            problems.add(Wording.of(
                    "%s.bootstrap-servers is set and nothing is to be done there; set %s.inbox or %s.journal"
                            + " to true, or leave it out",
                    PLACE, PLACE, PLACE));
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
            problems.add(Wording.of("%s.%s is true or false, not %s", PLACE, key, said));
        }
        return said.equals("true");
    }

    private String topic(String key, String otherwise) {
        var name = text(key, otherwise);
        if (!name.matches("[A-Za-z0-9._-]{1,240}")) {
            problems.add(Wording.of(
                    "%s.%s is a topic's name: letters, digits, dots, - and _, at most 240, not %s", PLACE, key, name));
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
        problems.add(Wording.of("%s.%s is a number such as %s, not %s", PLACE, key, otherwise, said));
        return otherwise;
    }

    /** What goes to Kafka's clients as it is; a secret may stand in a file of its own. */
    private Map<String, String> client() {
        var client = new HashMap<String, String>();
        environment.getProperties(PLACE + ".client", StringConvention.RAW).forEach((key, value) -> {
            var property = key.endsWith(FILE) ? key.substring(0, key.length() - FILE.length()) : key;
            if (KafkaSettings.isOurs(property)) {
                problems.add(Wording.of(
                        "%s.client.%s is Renhua's own to set, since its promises stand on it; leave it out",
                        PLACE, key));
            }
            client.put(property, key.endsWith(FILE) ? fileOf(key, String.valueOf(value)) : String.valueOf(value));
        });
        return client;
    }

    private String fileOf(String key, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            problems.add(Wording.of("%s.client.%s cannot be read: %s", PLACE, key, file));
            return "";
        }
    }
}
