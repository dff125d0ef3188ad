package io.renhua.exchange;

import io.renhua.bundle.CannotTravel;
import io.renhua.exchange.CsvRows.Row;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Phrase;
import io.renhua.persona.Placeholder;
import io.renhua.persona.Problem;
import io.renhua.persona.Problem.Severity;
import io.renhua.persona.Reading;
import io.renhua.persona.ScriptEdit;
import io.renhua.persona.TranslationPen;
import io.renhua.text.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a translator wrote into a {@link TranslationTable}, on its way back: all of it, or nothing. */
final class Translation {
    private static final Map<String, List<String>> COLUMNS =
            TranslationTable.COLUMNS.stream().collect(Collectors.toMap(name -> name, List::of));

    private final Path folder;
    private final Reading before;
    private final String standard;
    private final Map<String, Phrase> phrases;
    private final List<Wording> wrong = new ArrayList<>();

    /** @param folder the persona's own */
    Translation(Path folder) {
        this.folder = folder;
        this.before = new PersonaReader().read(folder);
        this.standard = before.phrases().locales().standard();
        this.phrases = byPath(before);
    }

    /** @return the files that were changed */
    List<Path> take(String csv) {
        var rows = CsvRows.read(csv, COLUMNS, List.of("path", "source", "translation", "locale"))
                .rows();
        var locales = rows.stream().map(row -> row.cell("locale").strip()).collect(Collectors.toSet());
        if (locales.size() != 1) {
            throw new CannotTravel(
                    Wording.of("It is refused: it is in %s languages. Write instead: one", locales.size()));
        }
        var locale = locales.iterator().next();
        var words = new LinkedHashMap<Phrase, String>();
        rows.forEach(row -> take(row, locale, words));
        if (!wrong.isEmpty()) {
            throw new CannotTravel(Wording.lines(Wording.of("It is refused, and nothing is changed:"), wrong));
        }
        return write(words, locale);
    }

    private void take(Row row, String locale, Map<Phrase, String> words) {
        var translation = ForeignText.plain(row.cell("translation"));
        if (translation.isEmpty()) {
            return; // not translated yet
        }
        var phrase = phrases.get(row.cell("path").strip());
        if (phrase == null || !phrase.words().containsKey(locale)) {
            refuse(row, Wording.of("there is no such text in %s any more", locale));
            return;
        }
        var there = phrase.words().getOrDefault(locale, "");
        boolean unreviewed = row.cell("state").strip().equals(TranslationTable.DERIVED);
        boolean standing = phrase.written().contains(locale) || unreviewed;
        if (standing && ForeignText.plain(there).equals(translation)) {
            return; // as it was
        }
        var source = phrase.words().getOrDefault(standard, "");
        if (!ForeignText.plain(source).equals(ForeignText.plain(row.cell("source")))) {
            refuse(row, Wording.of("its source has changed since; it is now: %s", ForeignText.sentence(source)));
        } else if (TranslationTable.isSentence(phrase) && phrase.written().contains(locale)) {
            refuse(row, Wording.of("there are sentences in %s by now, which are as good", locale));
        } else if (!gaps(source).equals(gaps(translation))) {
            refuse(
                    row,
                    Wording.of(
                            "its placeholders are not those of the source: %s instead of %s",
                            shown(gaps(translation)), shown(gaps(source))));
        } else {
            words.put(phrase, translation);
        }
    }

    private void refuse(Row row, Wording why) {
        wrong.add(Wording.of("line %s, %s: %s", row.line(), ForeignText.sentence(row.cell("path")), why));
    }

    /** Names of placeholders, and whether they have a default: what a text counts on. */
    private static Set<String> gaps(String text) {
        return Placeholder.in(text).stream()
                .map(gap -> gap.name() + (gap.otherwise() == null ? "" : "|…"))
                .collect(Collectors.toSet());
    }

    private static Wording shown(Set<String> gaps) {
        return gaps.isEmpty()
                ? Wording.of("none")
                : Wording.of(gaps.stream().sorted().collect(Collectors.joining("}, {", "{", "}")));
    }

    private List<Path> write(Map<Phrase, String> words, String locale) {
        var pen = new TranslationPen(folder, before.phrases().locales(), locale);
        together(words).forEach((phrase, texts) -> {
            if (!pen.write(phrase, texts)) {
                throw new CannotTravel(Wording.of(
                        "It is refused, and nothing is changed: there is no place for %s. Write instead: it by"
                                + " hand, in locales/%s",
                        phrase.path(), locale));
            }
        });
        var edits = pen.edits();
        tryOut(edits, words, locale);
        writeAll(edits);
        return edits.stream().map(ScriptEdit::file).toList();
    }

    /** Sentences of one list are written together, under the first. */
    private static Map<Phrase, List<String>> together(Map<Phrase, String> words) {
        var first = new LinkedHashMap<String, Phrase>();
        var texts = new LinkedHashMap<Phrase, List<String>>();
        words.forEach((phrase, text) -> {
            var list = TranslationTable.isSentence(phrase)
                    ? phrase.path().substring(0, phrase.path().lastIndexOf('['))
                    : phrase.path();
            texts.computeIfAbsent(first.computeIfAbsent(list, ignored -> phrase), ignored -> new ArrayList<>())
                    .add(text);
        });
        return texts;
    }

    /** Reads a copy with the words in it: they must be there, and nothing else may have become wrong. */
    private void tryOut(List<ScriptEdit> edits, Map<Phrase, String> words, String locale) {
        try {
            var room = Files.createTempDirectory("renhua-translation");
            try {
                var copy = room.resolve(Objects.requireNonNull(folder.getFileName()));
                Folders.copy(folder, copy);
                for (var edit : edits) {
                    var file = copy.resolve(folder.relativize(edit.file()).toString());
                    Files.createDirectories(Objects.requireNonNull(file.getParent()));
                    Files.writeString(file, edit.after());
                }
                compare(new PersonaReader().read(copy), words, locale);
            } finally {
                Folders.clear(room);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("trying out a translation of " + folder, e);
        }
    }

    private void compare(Reading after, Map<Phrase, String> words, String locale) {
        var read = byPath(after);
        var lost = words.entrySet().stream()
                .filter(each -> !TranslationTable.isSentence(each.getKey()))
                .filter(each -> {
                    var phrase = read.get(each.getKey().path());
                    return phrase == null
                            || !each.getValue().equals(phrase.words().get(locale));
                })
                .map(each -> each.getKey().path())
                .toList();
        var fresh = errors(after);
        fresh.removeAll(errors(before));
        if (!lost.isEmpty() || !fresh.isEmpty()) {
            lost.stream().map(Wording::of).forEach(fresh::add);
            throw new CannotTravel(Wording.lines(
                    Wording.of("It is refused, and nothing is changed: the script could not be read with it:"), fresh));
        }
    }

    private static Map<String, Phrase> byPath(Reading reading) {
        return reading.phrases().all().stream().collect(Collectors.toMap(Phrase::path, Function.identity()));
    }

    private static List<Wording> errors(Reading reading) {
        return reading.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Problem::report)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** When one file cannot be written, those before it are put back. */
    private static void writeAll(List<ScriptEdit> edits) {
        var done = new ArrayList<ScriptEdit>();
        for (var edit : edits) {
            if (!edit.write()) {
                done.forEach(ScriptEdit::undo);
                throw new CannotTravel(Wording.of(
                        "It is refused, and nothing is changed: somebody changed %s meanwhile. Write instead:"
                                + " the same once more",
                        edit.file()));
            }
            done.add(edit);
        }
    }
}
