package io.renhua.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;

/** Bodies that platforms sent: ours under {@code webhooks/<platform>}, and the collection kept outside the project. */
public final class Recorded {
    private Recorded() {}

    /** One body, such as {@code line/text.json}. */
    public static byte[] body(String name) {
        return read(folder("").resolve(name));
    }

    /** Every body of a platform. */
    public static List<byte[]> bodies(String platform) {
        return List.copyOf(inside(folder(platform), "").values());
    }

    /** Every inbound body of the outside collection by its file name; skips the test where there is none. */
    public static Map<String, byte[]> samples(String platform) {
        var samples = System.getProperty("renhua.samples", "");
        Assumptions.assumeFalse(samples.isBlank(), "no -Dsamples.dir");
        return inside(Path.of(samples, platform), "inbound-");
    }

    private static Map<String, byte[]> inside(Path folder, String prefix) {
        try (var files = Files.list(folder)) {
            var bodies = new TreeMap<String, byte[]>();
            files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .forEach(file -> bodies.put(file.getFileName().toString(), read(file)));
            return bodies;
        } catch (IOException e) {
            throw new UncheckedIOException("listing " + folder, e);
        }
    }

    private static Path folder(String platform) {
        try {
            return Path.of(Objects.requireNonNull(Recorded.class.getResource("/webhooks/" + platform))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("finding recorded bodies", e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
