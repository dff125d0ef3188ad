package io.renhua.server;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.Writer;
import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one writer of spreadsheets: people write into these cells, so none may come alive as a formula. */
final class ExportCsv {
    /** Without it Excel takes UTF-8 for something else. */
    static final String MARK = "\uFEFF";

    private final CsvWriter writer;

    ExportCsv(Writer writer) {
        this.writer = CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(writer);
    }

    void row(List<? extends @Nullable Object> cells) {
        writer.writeRecord(cells.stream()
                .map(cell -> cell == null ? "" : harmless(cell.toString()))
                .toList());
    }

    /** Text that a spreadsheet would take for a formula gets an apostrophe before it. */
    static String harmless(String cell) {
        return startsFormula(cell) ? "'" + cell : cell;
    }

    private static boolean startsFormula(String cell) {
        return cell.codePoints()
                        .filter(c -> !passedOver(c))
                        .mapToObj(Character::toString)
                        .findFirst()
                        .map(first -> Normalizer.normalize(first, Normalizer.Form.NFKC))
                        .filter(first -> "=+-@|%−".indexOf(first.codePointAt(0)) >= 0)
                        .isPresent()
                || startsWithControl(cell);
    }

    private static boolean startsWithControl(String cell) {
        return !cell.isEmpty() && Character.isISOControl(cell.charAt(0));
    }

    /** What a spreadsheet may drop before it looks: spaces, quotes, invisible marks. */
    private static boolean passedOver(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || "\"'`“”‘’;,，；".indexOf(c) >= 0;
    }
}
