package io.renhua.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.renhua.persona.Line;
import io.renhua.text.SpreadsheetCell;
import io.renhua.text.Wording;
import java.io.StringWriter;
import java.util.List;

/** Questions and answers as a table, which {@link QuestionsCsv} reads again. */
final class QuestionsExport {
    private final Leaving leaving;
    private final StringWriter text = new StringWriter();
    private final CsvWriter table;

    QuestionsExport(Leaving leaving) {
        this.leaving = leaving;
        this.table = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(text);
    }

    /** The table, with the mark before it that Excel knows UTF-8 by. */
    String written() {
        leaving.stays(Wording.of("the welcome"), "entry.follow");
        table.writeRecord("line", "question", "answer", "locale");
        for (var locale : leaving.persona().locales().offered()) {
            var words = new OwnText(leaving.persona(), locale);
            leaving.lines().forEach(line -> write(line, locale, words));
            words.unfilled().forEach(gap -> leaving.stays(Wording.of("the placeholder {%s}", gap), locale));
        }
        return "\uFEFF" + text;
    }

    private void write(Line line, String locale, OwnText words) {
        var asks = line.asks().getOrDefault(locale, List.of()).stream()
                .map(ask -> words.asked(ask, words::sample))
                .toList();
        var says = leaving.variants(line, variant -> false).stream()
                .map(variant -> words.said(variant.text().in(locale)))
                .toList();
        leaving.noteAll(line);
        for (int i = 0; i < Math.max(asks.size(), says.size()); i++) {
            row(line.id(), i < asks.size() ? asks.get(i) : "", i < says.size() ? says.get(i) : "", locale);
        }
    }

    private void row(String... cells) {
        table.writeRecord(List.of(cells).stream().map(SpreadsheetCell::harmless).toList());
    }
}
