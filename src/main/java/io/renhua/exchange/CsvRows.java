package io.renhua.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.renhua.bundle.CannotTravel;
import io.renhua.text.SpreadsheetCell;
import io.renhua.text.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rows of a table below its first.
 *
 * @param strangers names of columns that nobody knows here
 */
record CsvRows(List<Row> rows, List<String> strangers) {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final int LONGEST_CELL = 1 << 20;

    /**
     * One row.
     *
     * @param line where it begins in the file, counted from 1
     * @param cells each under the name of its column
     */
    record Row(long line, Map<String, String> cells) {

        /** What stands in a column, or nothing. */
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /**
     * The rows, whatever separates their cells.
     *
     * @param columns how people may call each column, in lower case
     * @param needed those without which the table is another one
     */
    static CsvRows read(String text, Map<String, List<String>> columns, List<String> needed) {
        for (char separator : SEPARATORS) {
            var all = records(text, separator);
            var head = all.isEmpty() ? List.<String>of() : all.getFirst().getFields();
            var known = head.stream().map(name -> column(name, columns)).toList();
            if (known.containsAll(needed)) {
                var rows = all.stream().skip(1).map(row -> row(row, known)).toList();
                var strangers = head.stream()
                        .filter(name -> column(name, columns).isEmpty())
                        .toList();
                return new CsvRows(rows, strangers);
            }
        }
        throw new CannotTravel(Wording.of(
                "It is refused: its first line does not name the columns. Write instead: %s",
                String.join(",", needed)));
    }

    private static List<CsvRecord> records(String text, char separator) {
        var reader = CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(text);
        try (var records = reader.stream()) {
            return records.toList();
        } catch (CsvParseException e) {
            throw new CannotTravel(Wording.of(
                    "It is refused: a cell of it cannot be read, or is over 1 MB: %s", String.valueOf(e.getMessage())));
        }
    }

    private static String column(String name, Map<String, List<String>> columns) {
        var plain = name.strip().toLowerCase(Locale.ROOT);
        return columns.entrySet().stream()
                .filter(column -> column.getValue().contains(plain))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static Row row(CsvRecord record, List<String> columns) {
        if (record.getFieldCount() > columns.size()) {
            throw new CannotTravel(Wording.of(
                    "It is refused: line %s has more cells than the first line names. Write instead: \"…\""
                            + " around a cell with a comma.",
                    record.getStartingLineNumber()));
        }
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < record.getFieldCount(); i++) {
            if (!columns.get(i).isEmpty()) {
                cells.put(columns.get(i), SpreadsheetCell.plain(record.getField(i)));
            }
        }
        return new Row(record.getStartingLineNumber(), cells);
    }
}
