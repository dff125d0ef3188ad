package io.renhua.exchange;

import io.renhua.bundle.Arrivals;
import io.renhua.bundle.CannotTravel;
import io.renhua.text.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Begins a persona of which there is nothing but a name: what every persona needs, a line to go on from, and its tests. */
public final class Beginnings {
    /** The languages there are first words in. */
    public static final List<String> LANGUAGES = List.of("zh-Hant", "zh-Hans", "en");

    private static final String SCHEMA = "# yaml-language-server: $schema=../persona.schema.json\n";
    private static final List<Wording> HEADING = List.of(
            Wording.of("Who it is, and how it speaks. What it is asked and answers stands in lines/."),
            Wording.of("renhua keys says what may stand here, renhua lint what is wrong with it."));

    private final Arrivals arrivals;
    private final String language;

    /**
     * @param personas the folder that holds a folder for each persona
     * @param language of whoever goes on with it
     */
    public Beginnings(Path personas, String language) {
        this.arrivals = new Arrivals(personas);
        this.language = language;
    }

    /**
     * Makes its folder; never over one that is there.
     *
     * @param locales of {@link #LANGUAGES}; the first is the default
     */
    public void begin(String id, String nickname, String brand, List<String> locales) {
        for (var locale : locales) {
            if (!LANGUAGES.contains(locale)) {
                throw new CannotTravel(Wording.of(
                        "There are no first words in %s. Write instead: one of %s, and more under locales: later",
                        locale, String.join(", ", LANGUAGES)));
            }
        }
        var name = ForeignText.sentence(nickname);
        var own = Map.<String, Object>of("identity", Map.of("brand", ForeignText.sentence(brand)));
        var newcomer = new Newcomer(name, locales, own, List.of(), first(locales), List.of());
        arrivals.welcome(id, new NewcomerFolder(newcomer, id, heading())::fill);
    }

    private String heading() {
        return HEADING.stream()
                .map(line -> "# " + line.in(language) + "\n")
                .collect(Collectors.joining("", SCHEMA, ""));
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
