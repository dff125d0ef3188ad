package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever adds a table decides what becomes of its rows once words are kept no longer, and writes it down for people. */
class BelongingsTest {
    private static final Path PAGE = Path.of("src/docs/retention.md");

    @Test
    void everyTableHasAFate() {
        assertThat(Belongings.fates()).containsOnlyKeys(tables());
    }

    @Test
    void theFateOfEveryTableIsWrittenDown() throws IOException {
        var page = Files.readString(PAGE);

        assertThat(tables()).allSatisfy(table -> assertThat(page).contains("`" + table + "`"));
    }

    @Test
    void everyTableThatNamesAConversationHasMoreToItThanToStandApart() {
        try (var store = Database.H2.open()) {
            var named = store.list("""
                    select table_name from information_schema.columns
                    where table_schema = current_schema and column_name = 'conversation'""", row -> row.getString(1));

            assertThat(named)
                    .isNotEmpty()
                    .allSatisfy(
                            table -> assertThat(Belongings.fates().get(table)).isNotInstanceOf(Fate.Apart.class));
        }
    }

    private static List<String> tables() {
        try (var store = Database.H2.open()) {
            return store.list("""
                    select table_name from information_schema.tables
                    where table_schema = current_schema and table_name <> 'flyway_schema_history'""", row -> row.getString(1));
        }
    }
}
