package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The example of several nodes and its proxy say the same, and what the server reads. */
class ComposeTest {
    private static final Path CONFIG = Path.of("config");
    private static final int CONNECTIONS = 18;

    private final Map<?, ?> compose;
    private final String proxy;
    private final List<String> nodes;

    ComposeTest() throws IOException {
        compose = (Map<?, ?>)
                Objects.requireNonNull(new Load(LoadSettings.builder().build())
                        .loadFromString(Files.readString(CONFIG.resolve("compose.yaml"))));
        proxy = Files.readString(CONFIG.resolve("nginx.conf"));
        nodes = at("services").keySet().stream()
                .map(String::valueOf)
                .filter(name -> name.startsWith("node-"))
                .toList();
    }

    @Test
    void theProxyKnowsEveryNodeAndEveryNodeTrustsTheProxy() {
        assertThat(nodes).hasSizeGreaterThan(1);
        var ports = nodes.stream()
                .map(node -> address(node) + ":" + environment(node).get("PORT"));

        assertThat(found("server ([\\d.]+:\\d+)", proxy)).containsExactlyElementsOf(ports.toList());
        assertThat(nodes)
                .allMatch(node -> address("proxy").equals(environment(node).get("RENHUA_TRUSTED_PROXIES")));
        assertThat(String.valueOf(at("services", "proxy").get("depends_on"))).isEqualTo(nodes.toString());
        assertThat(Stream.concat(nodes.stream(), Stream.of("proxy")).map(this::address))
                .doesNotHaveDuplicates()
                .allMatch(address -> address.startsWith("172.30.80."));
    }

    @Test
    void theNodesAreEqual() {
        for (var node : nodes) {
            for (var same : List.of("environment", "volumes", "depends_on", "image", "stop_grace_period")) {
                assertThat(at("services", node).get(same))
                        .as(node + " " + same)
                        .isEqualTo(at("services", nodes.getFirst()).get(same));
            }
        }
    }

    @Test
    void theNodesAreToldWhatTheConfigurationReads() throws IOException {
        var settings = Files.readString(CONFIG.resolve("application.yml"));
        var names = environment(nodes.getFirst()).keySet();

        assertThat(names)
                .allMatch(name -> settings.contains("${" + name + ":")
                        || settings.contains("  "
                                + name.replace("RENHUA_", "")
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-') + ":"));
        assertThat(Files.readString(Path.of("Dockerfile"))).contains("/renhua/data", "ENV PORT=8080");
    }

    @Test
    void theStoreIsTheDatabaseBesideThem() {
        var database = at("services", "postgres", "environment");

        assertThat(environment(nodes.getFirst()))
                .containsEntry(
                        "RENHUA_STORE_URL",
                        "jdbc:postgresql://postgres/" + database.get("POSTGRES_DB") + "?user="
                                + database.get("POSTGRES_USER"))
                .containsEntry("RENHUA_STORE_PASSWORD", String.valueOf(database.get("POSTGRES_PASSWORD")));
        var most = found(
                "max_connections=(\\d+)",
                String.valueOf(at("services", "postgres").get("command")));
        assertThat(Integer.parseInt(most.getFirst())).isGreaterThan(nodes.size() * CONNECTIONS);
    }

    @Test
    void noSecretStandsInIt() throws IOException {
        assertThat(found("(?:PASSWORD|TOKEN): (.*)", Files.readString(CONFIG.resolve("compose.yaml"))))
                .hasSize(3)
                .allMatch(value -> value.startsWith("\"${"));
    }

    /** Else Docker kills it in the middle of what it has in hand. */
    @Test
    void aNodeIsGivenTheTimeThatItTakesToStop() {
        var grace = String.valueOf(at("services", nodes.getFirst()).get("stop_grace_period"));

        assertThat(Integer.parseInt(grace.replace("s", ""))).isGreaterThan(10);
    }

    private Map<?, ?> at(String... way) {
        Map<?, ?> here = compose;
        for (var step : way) {
            here = (Map<?, ?>) Objects.requireNonNull(here.get(step), step);
        }
        return here;
    }

    private Map<String, String> environment(String service) {
        return at("services", service, "environment").entrySet().stream()
                .collect(Collectors.toMap(
                        each -> String.valueOf(each.getKey()), each -> String.valueOf(each.getValue())));
    }

    private String address(String service) {
        return String.valueOf(at("services", service, "networks", "house").get("ipv4_address"));
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult each) -> each.group(1))
                .toList();
    }
}
