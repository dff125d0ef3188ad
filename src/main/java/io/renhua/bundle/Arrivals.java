package io.renhua.bundle;

import io.renhua.persona.PersonaReader;
import io.renhua.persona.Problem;
import io.renhua.persona.Problem.Severity;
import io.renhua.text.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where new personas come in. One is made ready aside, read, and stands in its place by a single rename: whole, or not at
 * all, and never over one that stands.
 */
public final class Arrivals {
    private static final Pattern ID = Pattern.compile("(?m)^id:[ \t]*[\"']?([a-z0-9][a-z0-9-]{0,63})[\"']?(?=\\s|$)");

    private final Path personas;

    /** @param personas the folder that holds a folder for each persona */
    public Arrivals(Path personas) {
        this.personas = personas;
    }

    /**
     * Takes in a bundle.
     *
     * @param name what the persona shall be called; empty for the name that it brings
     * @return what it is called now
     */
    public String welcome(Path bundle, Optional<String> name) {
        name.ifPresent(Arrivals::refuseBadName);
        return aside(room -> {
            var folder = Files.createDirectory(room.resolve("unpacked"));
            new Bundle(bundle).unpack(folder);
            var id = name(folder.resolve("persona.yaml"), name);
            return settle(folder, id);
        });
    }

    /**
     * Takes in a persona that is made here, of something from elsewhere.
     *
     * @param maker fills an empty folder with its files
     */
    public void welcome(String id, Maker maker) {
        refuseBadName(id);
        refuseTaken(personas.resolve(id), id);
        aside(room -> {
            var folder = Files.createDirectory(room.resolve("made"));
            maker.fill(folder);
            return settle(folder, id);
        });
    }

    /** Fills the folder of a persona to come. */
    @FunctionalInterface
    public interface Maker {
        void fill(Path folder) throws IOException;
    }

    private String settle(Path folder, String id) throws IOException {
        var ready = Files.move(folder, folder.resolveSibling("ready").resolve(id));
        var reading = new PersonaReader().read(ready);
        if (reading.persona() == null) {
            throw new CannotTravel(Wording.lines(
                    Wording.of("It is refused, because its script cannot be read:"), errors(reading.problems())));
        }
        move(ready, id);
        return id;
    }

    private void move(Path ready, String id) throws IOException {
        var place = personas.resolve(id);
        refuseTaken(place, id);
        try {
            Files.move(ready, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            refuseTaken(place, id); // somebody was faster
            throw e;
        }
    }

    private static void refuseTaken(Path place, String id) {
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new CannotTravel(Wording.of(
                    "There is a persona %s already, and it stays. Write instead: another name, such as %s-2", id, id));
        }
    }

    private static void refuseBadName(String name) {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new CannotTravel(Wording.of(
                    "A persona's name is lower-case letters, digits and hyphens. Write instead: --as" + " my-persona"));
        }
    }

    /** The name that a script has, or the one it is given, which is then written into it. */
    private static String name(Path script, Optional<String> given) throws IOException {
        var text = Files.readString(script);
        var found = ID.matcher(text);
        if (!found.find()) {
            throw new CannotTravel(
                    Wording.of("It is refused: its persona.yaml names no persona. Write instead: id: my-persona"));
        }
        if (given.isPresent()) {
            Files.writeString(script, text.substring(0, found.start(1)) + given.get() + text.substring(found.end(1)));
        }
        return given.orElse(found.group(1));
    }

    private static List<Wording> errors(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Problem::report)
                .toList();
    }

    /** Gives work a room beside the personas, on the same disk, and clears it whatever comes of it. */
    private String aside(Work work) {
        try {
            var room = Files.createTempDirectory(personas, ".arriving-");
            try {
                Files.createDirectory(room.resolve("ready"));
                return work.in(room);
            } finally {
                clear(room);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("taking a persona into " + personas, e);
        }
    }

    private static void clear(Path room) throws IOException {
        try (var files = Files.walk(room)) {
            for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @FunctionalInterface
    private interface Work {
        String in(Path room) throws IOException;
    }
}
