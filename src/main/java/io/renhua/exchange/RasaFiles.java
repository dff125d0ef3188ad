package io.renhua.exchange;

import io.renhua.bundle.CannotTravel;
import io.renhua.persona.PlainYaml;
import io.renhua.persona.Problem;
import io.renhua.text.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Rasa project as one: what its files say under the same key, together.
 *
 * @param name of the folder it is in
 * @param sections lists where files hold lists, maps where they hold maps
 */
record RasaFiles(String name, Map<String, Object> sections) {
    private static final int MOST = 200;

    /** @param sources a folder, or the files */
    static RasaFiles in(List<Path> sources) {
        var project = new ForeignProject(sources);
        var files = project.files("ya?ml");
        if (files.isEmpty() || files.size() > MOST) {
            throw new CannotTravel(Wording.of(
                    "It is refused: it holds %s YAML files. Write instead: a folder with nlu.yml and"
                            + " domain.yml, 200 files at most",
                    files.size()));
        }
        return new RasaFiles(project.name(), together(files));
    }

    /** A list's entries; none for anything else. */
    List<?> list(String section) {
        return Tree.list(sections.get(section));
    }

    /** A map's entries; none for anything else. */
    Map<?, ?> map(String section) {
        return Tree.map(sections.get(section));
    }

    /** A text under a key; nothing where there is something else. */
    static String text(@Nullable Object map, String key) {
        return Tree.map(map).get(key) instanceof String text ? text : "";
    }

    private static Map<String, Object> together(List<Path> files) {
        var together = new LinkedHashMap<String, Object>();
        List<Problem> problems = new ArrayList<>();
        for (var file : files) {
            var yaml = PlainYaml.read(file);
            problems.addAll(yaml.problems());
            yaml.content().forEach((key, value) -> together.merge(key, value, RasaFiles::both));
        }
        if (!problems.isEmpty()) {
            throw new CannotTravel(Wording.lines(
                    Wording.of("It is refused, because its files cannot be read:"),
                    problems.stream().map(Problem::report).toList()));
        }
        return together;
    }

    private static Object both(Object one, Object other) {
        if (one instanceof List<?> first && other instanceof List<?> second) {
            var both = new ArrayList<Object>(first);
            both.addAll(second);
            return both;
        }
        return one instanceof Map<?, ?> first && other instanceof Map<?, ?> second ? Tree.merged(first, second) : one;
    }
}
