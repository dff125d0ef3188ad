package io.renhua.server;

import io.renhua.store.Json;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was said, for other programs: whole conversations, one after another, never all in memory. */
@Singleton
final class Exports {
    private final Transcripts transcripts;
    private final Veils veils;

    Exports(Transcripts transcripts, Veils veils) {
        this.transcripts = transcripts;
        this.veils = veils;
    }

    /** For spreadsheets. */
    InputStream csv(TranscriptSearch search) {
        return stream(
                ExportCsv.MARK + csv(List.of(ExportRow.COLUMNS)),
                search,
                rows -> csv(rows.stream().map(ExportRow::cells).toList()));
    }

    /** For programs: one JSON object a line. */
    InputStream jsonLines(TranscriptSearch search) {
        return stream(
                "",
                search,
                rows -> rows.stream().map(row -> Json.write(row.named()) + "\n").collect(Collectors.joining()));
    }

    private static String csv(List<? extends List<? extends @Nullable Object>> rows) {
        var text = new StringWriter();
        var writer = new ExportCsv(text);
        rows.forEach(writer::row);
        return text.toString();
    }

    @SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing newer
    private InputStream stream(String head, TranscriptSearch search, Function<List<ExportRow>, String> form) {
        var pages = new ExportPages(transcripts, veils::over, search);
        return new SequenceInputStream(new Enumeration<>() {
            private boolean begun;

            @Override
            public boolean hasMoreElements() {
                return !begun || pages.hasNext();
            }

            @Override
            public InputStream nextElement() {
                var part = begun ? form.apply(pages.next()) : head;
                begun = true;
                return new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8));
            }
        });
    }
}
