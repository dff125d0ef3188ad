package io.renhua.nlu;

import io.renhua.text.Wording;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows of {@code text<TAB>intent} in UTF-8, without a header; {@code oos} is the intent of what belongs to none. */
public final class LabelledFile {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Path file;
    private final List<Labelled> rows = new ArrayList<>();
    private final List<Wording> mistakes;

    private LabelledFile(Path file, List<Wording> mistakes) {
        this.file = file;
        this.mistakes = mistakes;
    }

    /** All rows of all files; whatever is wrong with any of them is added to the mistakes. */
    public static List<Labelled> training(List<Path> files, List<Wording> mistakes) {
        var rows = files.stream().flatMap(file -> read(file, mistakes).stream()).toList();
        wantAnIntent(files.getFirst(), rows, mistakes);
        return rows;
    }

    /** The rows of a test; an intent that was not trained is a mistake too, if there is no other. */
    public static List<Labelled> test(Path file, List<Labelled> training, List<Wording> mistakes) {
        var rows = read(file, mistakes);
        if (mistakes.isEmpty()) {
            var known = training.stream().map(Labelled::intent).collect(Collectors.toSet());
            rows.stream()
                    .filter(row -> isUnknown(row, known))
                    .forEach(row -> mistakes.add(
                            Wording.of("%s: the intent %s stands in no training file", row.origin(), row.intent())));
        }
        wantAnIntent(file, rows, mistakes);
        return rows;
    }

    private static void wantAnIntent(Path file, List<Labelled> rows, List<Wording> mistakes) {
        if (mistakes.isEmpty() && rows.stream().allMatch(Labelled::isForeign)) {
            mistakes.add(Wording.of("%s: no row has an intent other than %s", file, Labelled.FOREIGN));
        }
    }

    private static boolean isUnknown(Labelled row, Set<String> known) {
        return !row.isForeign() && !known.contains(row.intent());
    }

    private static List<Labelled> read(Path file, List<Wording> mistakes) {
        var reading = new LabelledFile(file, mistakes);
        reading.read();
        return List.copyOf(reading.rows);
    }

    private void read() {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            mistakes.add(
                    Files.exists(file)
                            ? Wording.of("%s cannot be read", file)
                            : Wording.of("there is no file %s", file));
            return;
        }
        if (bytes.length == 0) {
            mistakes.add(Wording.of("%s is empty: a row is a text, a tab and an intent", file));
        }
        int line = 0;
        for (int start = 0; start < bytes.length; ) {
            int end = endOfLine(bytes, start);
            readLine(ByteBuffer.wrap(bytes, start, end - start), ++line);
            start = end + 1;
        }
    }

    private static int endOfLine(byte[] bytes, int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private void readLine(ByteBuffer bytes, int number) {
        var place = file + ":" + number;
        try {
            var line = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            readRow(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line, place);
        } catch (CharacterCodingException e) {
            mistakes.add(Wording.of("%s: not UTF-8", place));
        }
    }

    private void readRow(String line, String place) {
        var parts = line.split("\t", -1);
        if (line.isBlank()) {
            mistakes.add(Wording.of("%s: an empty row", place));
        } else if (parts.length != 2) {
            mistakes.add(Wording.of(
                    "%s: a row is a text, one tab and an intent; here are %s tabs", place, parts.length - 1));
        } else if (parts[0].isBlank() || parts[1].isBlank()) {
            mistakes.add(Wording.of(parts[0].isBlank() ? "%s: no text" : "%s: no intent", place));
        } else {
            rows.add(new Labelled(withoutMark(parts[0]), parts[1].strip(), place));
        }
    }

    private static String withoutMark(String text) {
        return text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
