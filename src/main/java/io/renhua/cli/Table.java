package io.renhua.cli;

import io.renhua.text.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Figures below each other: names begin at the left, figures end at the right, whatever the language takes room. */
final class Table {
    private static final String GAP = "  ";

    private final Paper out;
    private final List<List<String>> rows = new ArrayList<>();

    Table(Paper out) {
        this.out = out;
    }

    /** @param cells of one row, our own words or figures; each row has as many */
    Table row(CharSequence... cells) {
        rows.add(Stream.of(cells).map(out::told).toList());
        return this;
    }

    void print() {
        for (var row : rows) {
            var line = new StringBuilder();
            IntStream.range(0, row.size()).forEach(at -> line.append(GAP).append(cell(row, at)));
            out.plain(line.toString().stripTrailing());
        }
    }

    private String cell(List<String> row, int at) {
        var room = " ".repeat(width(at) - Measure.columns(row.get(at)));
        return at == 0 ? row.get(at) + room : room + row.get(at);
    }

    private int width(int at) {
        return rows.stream().mapToInt(row -> Measure.columns(row.get(at))).max().orElse(0);
    }
}
