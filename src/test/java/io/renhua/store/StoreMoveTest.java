package io.renhua.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renhua.store.StoreMove.Moved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the file of our own to a PostgreSQL, whole or not at all. */
class StoreMoveTest {
    private static final int ROWS = 40;
    private static final int JOURNAL = 1_203; // more than go over at once

    @TempDir
    private Path folder;

    private final StoreSettings target = Database.POSTGRESQL.fresh();

    @Test
    void movesEveryRowOfEveryTable() {
        fill();

        var moved = move();

        try (var before = Store.open(StoreSettings.inFolder(folder));
                var after = Store.open(target)) {
            var tables = tables(before);
            assertThat(moved).extracting(Moved::table).isEqualTo(tables);
            assertThat(moved).allMatch(each -> each.rows() == rows(each.table()));
            assertThat(tables).contains("inbox", "outbox", "journal", "staff", "timer", "missed_decision", "relayed");
            for (var table : tables) {
                assertThat(rows(after, table)).as(table).isEqualTo(rows(before, table));
            }
        }
    }

    @Test
    void givesNoNumberTwice() {
        fill();
        try (var store = Store.open(StoreSettings.inFolder(folder))) {
            store.write(transaction -> transaction.handle().execute("delete from journal where seq > 1000"));
        }

        move();

        try (var store = Store.open(target)) {
            long seq = store.commit(transaction ->
                    transaction.handle().createQuery("""
                            insert into journal (at, conversation, channel, kind, happening)
                            values (now(), 'a/b', 'a', 'Noted', '{}') returning seq""").mapTo(Long.class).one());
            assertThat(seq).isGreaterThan(JOURNAL);
        }
    }

    @Test
    void marksWhatPostgresTakesInNoText() {
        try (var store = Store.open(StoreSettings.inFolder(folder))) {
            store.write(transaction ->
                    transaction.handle().execute("insert into own_key (name, bytes) values ('a' || char(0), 'b')"));
        }

        move();

        try (var store = Store.open(target)) {
            assertThat(rows(store, "own_key")).containsOnlyKeys("name=a\uFFFD, bytes=b");
        }
    }

    @Test
    void leavesTheFileAsItWas() throws IOException {
        fill();
        var before = Files.readAllBytes(folder.resolve("renhua.mv.db"));

        move();

        assertThat(Files.readAllBytes(folder.resolve("renhua.mv.db"))).isEqualTo(before);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("moving"));
        }
    }

    @Test
    void movesNothingWhenItIsInterrupted() {
        fill();

        assertThatThrownBy(() -> new StoreMove(folder, target).run(table -> {
                    if (table.table().equals("outbox")) {
                        throw new IllegalStateException("planted");
                    }
                }))
                .hasMessage("planted");

        assertThat(isEmpty()).isTrue();
        assertThat(move()).isNotEmpty();
    }

    @Test
    void movesNothingWhenSomethingComesOutOtherwise() {
        fill();
        try (var store = Store.open(target)) {
            store.write(transaction -> {
                transaction.handle().execute("""
                        create function spoil() returns trigger language plpgsql as
                        $$ begin if new.seq = 7 then new.words = 'other'; end if; return new; end $$""");
                transaction
                        .handle()
                        .execute("create trigger spoil before insert on missed for each row execute function spoil()");
            });
        }

        assertThatThrownBy(this::move).isInstanceOf(CannotMove.class).hasMessageContaining("missed came out otherwise");
        assertThat(isEmpty()).isTrue();
    }

    @Test
    void movesNothingOntoData() {
        fill();
        try (var store = Store.open(target)) {
            store.write(
                    transaction -> transaction.handle().execute("insert into own_key (name, bytes) values ('a', 'b')"));
        }

        assertThatThrownBy(this::move)
                .isInstanceOf(CannotMove.class)
                .hasMessageContaining("holds data already, in own_key");
    }

    @Test
    void movesNothingThatAServerHasOpen() {
        try (var store = Store.open(StoreSettings.inFolder(folder))) {
            assertThat(store.answers()).isTrue();

            assertThatThrownBy(this::move).isInstanceOf(CannotMove.class).hasMessageContaining("stop it, then move it");
        }
    }

    @Test
    void movesNothingOfAnOlderVersion() {
        var place = StoreSettings.inFolder(folder);
        Flyway.configure(Store.class.getClassLoader())
                .dataSource(place.url(), place.user(), place.password())
                .target("3")
                .load()
                .migrate();

        assertThatThrownBy(this::move)
                .isInstanceOf(CannotMove.class)
                .hasMessageContaining("Start this version on it once");
        assertThat(isEmpty()).isTrue();
    }

    @Test
    void movesNothingOfANewerVersion() {
        fill();
        try (var store = Store.open(StoreSettings.inFolder(folder))) {
            addOneThatWeDoNotKnow(store);
        }

        assertThatThrownBy(this::move).isInstanceOf(CannotMove.class).hasMessageContaining("is of a newer version");
    }

    @Test
    void movesNothingToWhereANewerVersionWorks() {
        fill();
        try (var store = Store.open(target)) {
            addOneThatWeDoNotKnow(store);
        }

        assertThatThrownBy(this::move)
                .isInstanceOf(CannotMove.class)
                .hasMessageContaining("made ready by a newer version");
        assertThat(isEmpty()).isTrue();
    }

    private static void addOneThatWeDoNotKnow(Store store) {
        store.write(transaction -> transaction.handle().execute("""
                insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script",
                  "checksum", "installed_by", "execution_time", "success")
                values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'somebody', 1, true)"""));
    }

    @Test
    void movesNothingBesideTablesOfSomethingElse() {
        fill();
        try (var store = Store.open(target)) {
            store.write(transaction -> transaction.handle().execute("create table orders (id bigint)"));
        }

        assertThatThrownBy(this::move)
                .isInstanceOf(CannotMove.class)
                .hasMessageContaining("has tables of something else, orders");
        assertThat(isEmpty()).isTrue();
    }

    @Test
    void letsNoServerTakeAnythingMeanwhile() {
        fill();

        new StoreMove(folder, target).run(moved -> {
            if (moved.table().equals("journal")) {
                assertThatThrownBy(() -> Store.open(StoreSettings.inFolder(folder)))
                        .isInstanceOf(StoreAway.class)
                        .hasMessageContaining("another Renhua keeps its data here");
            }
        });
    }

    @Test
    void removesWhatAMoveLeftThatWasKilled() throws IOException {
        fill();
        Files.createDirectories(folder.resolve("moving"));
        Files.writeString(folder.resolve("moving/renhua.mv.db"), "half of it");

        move();

        assertThat(folder.resolve("moving")).doesNotExist();
    }

    @Test
    void saysThatThereIsNothingToMove() {
        assertThatThrownBy(this::move).isInstanceOf(CannotMove.class).hasMessageContaining("There is no store in");
    }

    @Test
    void saysThatThePostgresDoesNotAnswer() {
        fill();
        var nowhere = StoreSettings.postgres("jdbc:postgresql://localhost:1/none?user=a", "a", "b");

        assertThatThrownBy(() -> new StoreMove(folder, nowhere).run(table -> {}))
                .isInstanceOf(CannotMove.class)
                .hasMessageContaining("does not answer");
    }

    private List<Moved> move() {
        var moved = new ArrayList<Moved>();
        new StoreMove(folder, target).run(moved::add);
        return moved;
    }

    /** Something in every column of every table, and nothing in some that may be empty. */
    private void fill() {
        try (var store = Store.open(StoreSettings.inFolder(folder))) {
            var tables = tables(store);
            store.write(transaction -> tables.forEach(table -> fill(transaction.handle(), table)));
        }
    }

    private static int rows(String table) {
        return table.equals("journal") ? JOURNAL : ROWS;
    }

    private static void fill(Handle handle, String table) {
        var columns = handle.createQuery("""
                        select column_name, data_type, is_nullable, coalesce(character_maximum_length, 40) as width
                        from information_schema.columns
                        where table_schema = 'public' and table_name = :table and is_identity = 'NO'
                        order by ordinal_position""")
                .bind("table", table)
                .map((row, _) -> new Column(
                        row.getString("column_name"),
                        row.getString("data_type"),
                        row.getString("is_nullable").equals("YES"),
                        row.getInt("width")))
                .list();
        var batch = handle.prepareBatch("insert into " + table + " ("
                + columns.stream().map(Column::quoted).collect(Collectors.joining(", ")) + ") values ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")");
        for (int row = 0; row < rows(table); row++) {
            for (int i = 0; i < columns.size(); i++) {
                batch.bind(i, columns.get(i).value(row));
            }
            batch.add();
        }
        batch.execute();
    }

    private record Column(String name, String type, boolean isNullable, int width) {
        String quoted() {
            return '"' + name + '"';
        }

        @Nullable
        Object value(int row) {
            return isNullable && row % 3 == 0 ? null : something(row);
        }

        private Object something(int row) {
            return switch (type) {
                case "character varying" -> {
                    var text = row + (width < 40 ? "" : "：說人話 \\ ' \" 😀\n");
                    yield text.substring(0, Math.min(width, text.length()));
                }
                case "bigint" -> (long) row;
                case "integer" -> row;
                case "boolean" -> row % 2 == 0;
                case "double precision" -> row / 7.0;
                case "timestamp with time zone" ->
                    Instant.parse("2026-10-25T00:59:59.123456Z").plusSeconds(row * 60L);
                default -> throw new IllegalStateException("no value for " + this);
            };
        }
    }

    private boolean isEmpty() {
        try (var store = Store.open(target)) {
            return tables(store).stream().allMatch(table -> rows(store, table).isEmpty());
        }
    }

    private static List<String> tables(Store store) {
        return store.read(handle -> handle.createQuery("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE'
                          and table_name <> 'flyway_schema_history' order by table_name""").mapTo(String.class).list());
    }

    /** As text, with how often each is there. */
    private static Map<String, Long> rows(Store store, String table) {
        return store
                .read(handle ->
                        handle.createQuery("select * from " + table).mapToMap().list())
                .stream()
                .map(row -> row.entrySet().stream()
                        .map(cell -> cell.getKey() + "=" + text(cell.getValue()))
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.groupingBy(row -> row, TreeMap::new, Collectors.counting()));
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case OffsetDateTime at -> at.toInstant().toString();
            case java.sql.Timestamp at -> at.toInstant().toString();
            case null, default -> String.valueOf(value);
        };
    }
}
