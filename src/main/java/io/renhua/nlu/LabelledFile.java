package io.renhua.nlu;

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
    private final List<String> mistakes;

    private LabelledFile(Path file, List<String> mistakes) {
        this.file = file;
        this.mistakes = mistakes;
    }

    /** All rows of all files; whatever is wrong with any of them is added to the mistakes. */
    public static List<Labelled> training(List<Path> files, List<String> mistakes) {
        var rows = files.stream().flatMap(file -> read(file, mistakes).stream()).toList();
        wantAnIntent(files.getFirst(), rows, mistakes);
        return rows;
    }

    /** The rows of a test; an intent that was not trained is a mistake too, if there is no other. */
    public static List<Labelled> test(Path file, List<Labelled> training, List<String> mistakes) {
        var rows = read(file, mistakes);
        if (mistakes.isEmpty()) {
            var known = training.stream().map(Labelled::intent).collect(Collectors.toSet());
            rows.stream()
                    .filter(row -> isUnknown(row, known))
                    .forEach(row -> mistakes.add(
                            row.origin() + ": the intent " + row.intent() + " stands in no training file"));
        }
        wantAnIntent(file, rows, mistakes);
        return rows;
    }

    private static void wantAnIntent(Path file, List<Labelled> rows, List<String> mistakes) {
        if (mistakes.isEmpty() && rows.stream().allMatch(Labelled::isForeign)) {
            mistakes.add(file + ": no row has an intent other than " + Labelled.FOREIGN);
        }
    }

    private static boolean isUnknown(Labelled row, Set<String> known) {
        return !row.isForeign() && !known.contains(row.intent());
    }

    private static List<Labelled> read(Path file, List<String> mistakes) {
        var reading = new LabelledFile(file, mistakes);
        reading.read();
        return List.copyOf(reading.rows);
    }

    private void read() {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            mistakes.add(Files.exists(file) ? file + " cannot be read" : "there is no file " + file);
            return;
        }
        if (bytes.length == 0) {
            mistakes.add(file + " is empty: a row is a text, a tab and an intent");
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
            mistakes.add(place + ": not UTF-8");
        }
    }

    private void readRow(String line, String place) {
        var parts = line.split("\t", -1);
        if (line.isBlank()) {
            mistakes.add(place + ": an empty row");
        } else if (parts.length != 2) {
            mistakes.add(place + ": a row is a text, one tab and an intent; here are " + (parts.length - 1) + " tabs");
        } else if (parts[0].isBlank() || parts[1].isBlank()) {
            mistakes.add(place + ": no " + (parts[0].isBlank() ? "text" : "intent"));
        } else {
            rows.add(new Labelled(withoutMark(parts[0]), parts[1].strip(), place));
        }
    }

    private static String withoutMark(String text) {
        return text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
