package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.renhua.stream.KafkaSettings;
import io.renhua.text.Wording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaPlaceTest {
    private static final String SERVERS = "kafka-1.example.com:9092, kafka-2.example.com:9092";

    private final Map<String, Object> said = new HashMap<>();
    private final List<Wording> problems = new ArrayList<>();

    @Test
    void isNothingWhereNothingIsSaid() {
        assertThat(read()).isNull();
        assertThat(problems).isEmpty();
    }

    @Test
    void hasNamesForWhatIsNotNamed() {
        say("bootstrap-servers", SERVERS);
        say("inbox", "true");

        assertThat(read())
                .isEqualTo(new KafkaSettings(
                        SERVERS, true, "renhua.inbox", false, "renhua.journal", "renhua", null, Map.of()));
        assertThat(problems).isEmpty();
    }

    @Test
    void refusesToBeOnNowhere() {
        say("journal", "true");

        assertThat(read()).isNull();
        assertThat(problems).singleElement().asString().contains("renhua.kafka.bootstrap-servers");
    }

    @Test
    void refusesToBeForNothing() {
        say("bootstrap-servers", SERVERS);

        read();

        assertThat(problems).singleElement().asString().contains("renhua.kafka.inbox", "renhua.kafka.journal");
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        say("bootstrap-servers", "kafka-1.example.com");
        say("inbox", "yes");
        say("journal", "true");
        say("journal-topic", "the journal");
        say("create-topics", "true");
        say("partitions", "many");
        say("client.acks", "0");
        say("client.sasl.jaas.config-file", "nowhere");

        read();

        assertThat(problems)
                .extracting(Wording::toString)
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).contains("bootstrap-servers is host:port"),
                        problem -> assertThat(problem).contains("renhua.kafka.inbox is true or false, not yes"),
                        problem -> assertThat(problem).contains("renhua.kafka.journal-topic", "the journal"),
                        problem -> assertThat(problem).contains("renhua.kafka.partitions is a number", "many"),
                        problem -> assertThat(problem).contains("renhua.kafka.client.acks is Renhua's own to set"),
                        problem -> assertThat(problem).contains("sasl.jaas.config-file cannot be read: nowhere"));
    }

    @Test
    void handsOnWhatKafkasClientsAreToldAndReadsSecretsFromFiles(@TempDir Path folder) throws Exception {
        var secret = Files.writeString(folder.resolve("jaas"), "module required password=\"a-secret\";\n");
        say("bootstrap-servers", SERVERS);
        say("journal", "true");
        say("client.security.protocol", "SASL_SSL");
        say("client.sasl.mechanism", "SCRAM-SHA-512");
        say("client.ssl.truststore.location", "/etc/renhua/kafka.pem");
        say("client.sasl.jaas.config-file", secret.toString());

        var settings = Objects.requireNonNull(read());

        assertThat(problems).isEmpty();
        assertThat(settings.client())
                .containsOnly(
                        Map.entry("security.protocol", "SASL_SSL"),
                        Map.entry("sasl.mechanism", "SCRAM-SHA-512"),
                        Map.entry("ssl.truststore.location", "/etc/renhua/kafka.pem"),
                        Map.entry("sasl.jaas.config", "module required password=\"a-secret\";"));
        assertThat(settings.toString()).doesNotContain("a-secret");
    }

    private void say(String key, String value) {
        said.put("renhua.kafka." + key, value);
    }

    private @Nullable KafkaSettings read() {
        try (var context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .overrideConfigLocations("file:nowhere/")
                .properties(said)
                .start()) {
            return KafkaPlace.of(context.getEnvironment(), problems);
        }
    }
}
