package io.renhua.persona;

import java.util.ArrayList;
import java.util.List;

/** A table of comma-separated values, quoted as RFC 4180 says, each row with its line. */
record CsvTable(List<Row> rows) {

    record Row(int line, List<String> cells) {}

    static CsvTable read(String text, String file, Problems problems) {
        return new Parser(text, file, problems).read();
    }

    /** Walks the text once. */
    private static final class Parser {
        private final String text;
        private final String file;
        private final Problems problems;
        private final List<Row> rows = new ArrayList<>();
        private List<String> cells = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private int line = 1;
        private int rowStart = 1;

        Parser(String text, String file, Problems problems) {
            this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
            this.file = file;
            this.problems = problems;
        }

        CsvTable read() {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                switch (c) {
                    case '"' -> i = quoted(i + 1);
                    case ',' -> endCell();
                    case '\r' -> {}
                    case '\n' -> endRow();
                    default -> cell.append(c);
                }
            }
            endRow();
            return new CsvTable(List.copyOf(rows));
        }

        /** Takes what is between quotes; gives the position of the closing one. */
        private int quoted(int from) {
            int opened = line;
            for (int i = from; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    i++;
                } else if (c == '"') {
                    return i;
                }
                line += c == '\n' ? 1 : 0;
                cell.append(c);
            }
            problems.error(
                    new Place(file, opened, 1), "S1", "a quote is opened here and never closed", "the closing \"");
            return text.length();
        }

        private void endCell() {
            cells.add(cell.toString().strip());
            cell.setLength(0);
        }

        private void endRow() {
            endCell();
            if (cells.size() > 1 || !cells.getFirst().isEmpty()) {
                rows.add(new Row(rowStart, List.copyOf(cells)));
            }
            cells = new ArrayList<>();
            line++;
            rowStart = line;
        }
    }
}
