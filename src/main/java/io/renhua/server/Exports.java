package io.renhua.server;

import io.renhua.search.Finder;
import io.renhua.search.Search;
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
    private final Finder finder;
    private final SearchSight sight;
    private final Veils veils;

    Exports(Transcripts transcripts, Finder finder, SearchSight sight, Veils veils) {
        this.transcripts = transcripts;
        this.finder = finder;
        this.sight = sight;
        this.veils = veils;
    }

    /** For spreadsheets. */
    InputStream csv(StaffMember me, Search search) {
        return stream(
                ExportCsv.MARK + csv(List.of(ExportRow.COLUMNS)),
                pages(me, search),
                rows -> csv(rows.stream().map(ExportRow::cells).toList()));
    }

    /** For programs: one JSON object a line. */
    InputStream jsonLines(StaffMember me, Search search) {
        return stream(
                "",
                pages(me, search),
                rows -> rows.stream().map(row -> Json.write(row.named()) + "\n").collect(Collectors.joining()));
    }

    private ExportPages pages(StaffMember me, Search search) {
        return new ExportPages(transcripts, veils::over, search, finder.all(search, sight.of(me, search)));
    }

    private static String csv(List<? extends List<? extends @Nullable Object>> rows) {
        var text = new StringWriter();
        var writer = new ExportCsv(text);
        rows.forEach(writer::row);
        return text.toString();
    }

    @SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing newer
    private static InputStream stream(String head, ExportPages pages, Function<List<ExportRow>, String> form) {
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
