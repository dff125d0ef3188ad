package io.renhua.exchange;

import io.renhua.bundle.Arrivals;
import io.renhua.bundle.CannotTravel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Begins a persona of which there is nothing but a name: what every persona needs, a line to go on from, and its tests. */
public final class Beginnings {
    /** The languages there are first words in. */
    public static final List<String> LANGUAGES = List.of("zh-Hant", "zh-Hans", "en");

    private static final String HEADING = """
            # yaml-language-server: $schema=../persona.schema.json
            # Who it is, and how it speaks. What it is asked and answers stands in lines/.
            # renhua keys says what may stand here, renhua lint what is wrong with it.
            """;

    private final Arrivals arrivals;

    /** @param personas the folder that holds a folder for each persona */
    public Beginnings(Path personas) {
        this.arrivals = new Arrivals(personas);
    }

    /**
     * Makes its folder; never over one that is there.
     *
     * @param locales of {@link #LANGUAGES}; the first is the default
     */
    public void begin(String id, String nickname, String brand, List<String> locales) {
        for (var locale : locales) {
            if (!LANGUAGES.contains(locale)) {
                throw new CannotTravel("There are no first words in " + locale + ". Write instead: one of "
                        + String.join(", ", LANGUAGES) + ", and more under locales: later");
            }
        }
        var name = ForeignText.sentence(nickname);
        var own = Map.<String, Object>of("identity", Map.of("brand", ForeignText.sentence(brand)));
        var newcomer = new Newcomer(name, locales, own, List.of(), first(locales), List.of());
        arrivals.welcome(id, new NewcomerFolder(newcomer, id, HEADING)::fill);
    }

    private static Map<String, byte[]> first(List<String> locales) {
        var files = new HashMap<String, byte[]>();
        for (var locale : locales) {
            var folder = locale.equals(locales.getFirst()) ? "" : "locales/" + locale + "/";
            files.put(folder + "lines/first.yaml", read("lines-" + locale + ".yaml"));
        }
        files.put("tests/first.yaml", read("tests-" + locales.getFirst() + ".yaml"));
        return files;
    }

    private static byte[] read(String file) {
        try (InputStream words = Beginnings.class.getResourceAsStream("first/" + file)) {
            return Objects.requireNonNull(words).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("reading our own words in " + file, e);
        }
    }
}
