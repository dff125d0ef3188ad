package io.renhua.learning;

import io.renhua.lint.Lint;
import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Problem;
import io.renhua.persona.Reading;
import io.renhua.persona.ScriptEdit;
import io.renhua.persona.ScriptPen;
import io.renhua.text.Fold;
import io.renhua.text.Language;
import io.renhua.text.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adds sentences to a line on a copy of the script, reads that, and refuses what its author would have to mend. */
public final class Drafts {
    /** What people say when they want a person: no line, and yet something to add to. */
    static final String PERSON = "handoff.explicit";

    private static final Pattern TOKEN = Pattern.compile("\\{(\\w+)}");
    private static final int LONGEST = 120;

    private final PersonaReader reader = new PersonaReader();
    private final Lint lint = new Lint();

    /**
     * What adding these sentences would make of the script.
     *
     * @param folder such as {@code personas/pao}
     * @throws CannotAdd when it cannot be done, with the reason in words
     */
    public Draft add(Path folder, String line, List<Cluster.Sentence> sentences) {
        var reading = reader.read(folder);
        var today = reading.persona();
        if (today == null) {
            throw new CannotAdd(Wording.of("%s has mistakes already; renhua lint says which", folder.getFileName()));
        }
        if (!today.lines().containsKey(line) && !line.equals(PERSON)) {
            throw new CannotAdd(Wording.of("there is no line %s in %s", line, today.id()));
        }
        var left = new ArrayList<Wording>();
        var added = sentences.stream()
                .filter(sentence -> fits(today, sentence, left))
                .map(sentence -> placed(today, sentence))
                .toList();
        return onACopy(folder, copy -> draft(folder, copy, reading, today, line, added, left));
    }

    private Draft draft(
            Path folder,
            Path copy,
            Reading before,
            Persona today,
            String line,
            List<Cluster.Sentence> added,
            List<Wording> left) {
        var files = new LinkedHashMap<Path, String>();
        byLocale(added).forEach((locale, words) -> {
            var edit = new ScriptPen(copy, today.locales())
                    .add(line, locale, words)
                    .orElseThrow(() -> new CannotAdd(Wording.of(
                            "nothing is asked in %s under %s yet; write its first example there by hand",
                            locale, line)));
            files.putIfAbsent(edit.file(), edit.before());
            edit.write();
        });
        var after = reader.read(copy);
        var fresh = fresh(before, after);
        var tomorrow = after.persona();
        var errors = words(fresh, Problem.Severity.ERROR);
        if (tomorrow == null || !errors.isEmpty()) {
            throw new CannotAdd(Wording.joined("%s\n%s", errors));
        }
        var edits = files.entrySet().stream()
                .map(file -> new ScriptEdit(
                        folder.resolve(copy.relativize(file.getKey())), file.getValue(), read(file.getKey())))
                .toList();
        return new Draft(today, tomorrow, line, added, left, words(fresh, Problem.Severity.WARNING), edits);
    }

    private static Map<String, List<String>> byLocale(List<Cluster.Sentence> sentences) {
        return sentences.stream()
                .collect(Collectors.groupingBy(
                        Cluster.Sentence::locale,
                        LinkedHashMap::new,
                        Collectors.mapping(Cluster.Sentence::words, Collectors.toList())));
    }

    private static boolean fits(Persona persona, Cluster.Sentence sentence, List<Wording> left) {
        var words = sentence.words();
        var why = strange(words, persona)
                .map(token -> Wording.of("the script has no entity called %s", token))
                .or(() -> lineThatHas(words, persona).map(line -> Wording.of("it is an example of %s already", line)))
                .or(() -> words.codePointCount(0, words.length()) > LONGEST
                        ? Optional.of(Wording.of("it is longer than %s characters", LONGEST))
                        : Optional.empty());
        why.ifPresent(reason -> left.add(Wording.of("%s: %s", words, reason)));
        return why.isEmpty();
    }

    private static Optional<String> strange(String words, Persona persona) {
        return TOKEN.matcher(words)
                .results()
                .map(token -> token.group(1))
                .filter(token -> !persona.entities().containsKey(token))
                .findFirst();
    }

    private static Optional<String> lineThatHas(String words, Persona persona) {
        return persona.lines().values().stream()
                .filter(line -> isAmong(words, line.asks()))
                .map(Line::id)
                .findFirst()
                .or(() -> Optional.of(PERSON)
                        .filter(_ -> isAmong(words, persona.handoff().explicit())));
    }

    private static boolean isAmong(String words, Map<String, List<String>> examples) {
        return examples.values().stream()
                .flatMap(List::stream)
                .anyMatch(example -> Fold.key(example).equals(Fold.key(words)));
    }

    /** In the locale that its own words show, whatever it was answered in. */
    private static Cluster.Sentence placed(Persona persona, Cluster.Sentence sentence) {
        var locale = Language.of(Saying.open(sentence.words()))
                .filter(persona.locales().offered()::contains)
                .orElseGet(() -> persona.locales().pick(sentence.locale()));
        return new Cluster.Sentence(sentence.words(), locale, sentence.people(), sentence.times());
    }

    /** What was not to be said of the script before; where it stands may have moved, and counts have risen. */
    private List<Problem> fresh(Reading before, Reading after) {
        var known = problems(before).map(Drafts::substance).collect(Collectors.toSet());
        return problems(after)
                .filter(problem -> !known.contains(substance(problem)))
                .toList();
    }

    private Stream<Problem> problems(Reading reading) {
        return Stream.concat(reading.problems().stream(), lint.check(reading).stream());
    }

    private static String substance(Problem problem) {
        return problem.code() + problem.file() + problem.why().replaceAll("[0-9]+", "#");
    }

    private static List<Wording> words(List<Problem> problems, Problem.Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .map(Problem::report)
                .toList();
    }

    private interface OnCopy {
        Draft draft(Path copy);
    }

    /** The copy has the folder's name, which is the persona's id. */
    private static Draft onACopy(Path folder, OnCopy work) {
        try {
            var desk = Files.createTempDirectory("renhua-draft");
            try {
                var copy = desk.resolve(Objects.requireNonNull(
                        folder.toAbsolutePath().normalize().getFileName()));
                copy(folder, copy);
                return work.draft(copy);
            } finally {
                delete(desk);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("copying " + folder, e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
