package io.renhua.server;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.renhua.text.SpreadsheetCell;
import java.io.Writer;
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
                .map(cell -> cell == null ? "" : SpreadsheetCell.harmless(cell.toString()))
                .toList());
    }
}
