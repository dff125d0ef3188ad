package io.renhua.persona;

import io.renhua.text.Wording;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tables that forms look answers up in. */
final class LookUpReader {
    private final Names names;
    private final ScriptFiles files;
    private final Problems problems;

    LookUpReader(Script script) {
        this.names = script.names();
        this.files = script.files();
        this.problems = script.problems();
    }

    Map<String, LookUp> read(ScriptNode section) {
        var lookUps = new LinkedHashMap<String, LookUp>();
        section.entries().forEach((name, node) -> lookUps.put(name, lookUp(name, node.as(Vocabulary.LOOK_UP))));
        return Collections.unmodifiableMap(lookUps);
    }

    private LookUp lookUp(String name, ScriptNode map) {
        var path = map.key("table")
                .required(Wording.of("look-up %s has no table", name), "table: tables/" + name + ".csv");
        var by = map.key("by")
                .required(Wording.of("look-up %s does not say which slot names the row", name), "by: order_no");
        if (!by.isEmpty() && !names.slots().contains(by)) {
            map.key("by").dangling("slot", by, names.slots());
        }
        var file = files.id() + "/" + path;
        var rows = path.isEmpty()
                ? Map.<String, Map<String, String>>of()
                : files.table(path, map.key("table").place())
                        .map(text -> rows(CsvTable.read(text, file, problems).rows(), by, file))
                        .orElse(Map.of());
        return new LookUp(name, by, rows);
    }

    private Map<String, Map<String, String>> rows(List<CsvTable.Row> table, String by, String file) {
        var rows = new LinkedHashMap<String, Map<String, String>>();
        if (table.isEmpty()) {
            var why = "this table is empty";
            problems.error(new Place(file, 1, 1), "S1", why, "a first row with the names of its columns");
            return rows;
        }
        var header = table.getFirst();
        int key = header.cells().indexOf(by);
        checkHeader(header, by, file);
        for (var row : table.subList(1, table.size())) {
            if (row.cells().size() != header.cells().size()) {
                var why = Wording.of(
                        "this row has %s cells, the first has %s",
                        row.cells().size(), header.cells().size());
                problems.error(place(file, row), "S1", why, "as many commas, or quotes around a cell with a comma");
            } else if (key >= 0 && rows.put(row.cells().get(key), others(header, row, key)) != null) {
                problems.error(
                        place(file, row),
                        "S1",
                        Wording.of("%s stands here twice", row.cells().get(key)),
                        "one row of it");
            }
        }
        return Collections.unmodifiableMap(rows);
    }

    private void checkHeader(CsvTable.Row header, String by, String file) {
        if (!header.cells().contains(by)) {
            problems.error(
                    place(file, header),
                    "S2",
                    Wording.of("the first row names no column %s", by),
                    Wording.of("%s as a column", by));
        }
        var seen = new HashSet<String>();
        for (var column : header.cells()) {
            if (!column.matches("[a-z][a-z0-9_]*")) {
                var why = Wording.of("the column name \"%s\" is not lower-case letters, digits and _", column);
                problems.error(place(file, header), "S1", why, "such as eta");
            } else if (!seen.add(column)) {
                problems.error(
                        place(file, header),
                        "S1",
                        Wording.of("the column %s stands here twice", column),
                        "another name");
            }
        }
    }

    private static Map<String, String> others(CsvTable.Row header, CsvTable.Row row, int key) {
        var others = new LinkedHashMap<String, String>();
        for (int i = 0; i < row.cells().size(); i++) {
            if (i != key) {
                others.put(header.cells().get(i), row.cells().get(i));
            }
        }
        return Collections.unmodifiableMap(others);
    }

    private static Place place(String file, CsvTable.Row row) {
        return new Place(file, row.line(), 1);
    }
}
