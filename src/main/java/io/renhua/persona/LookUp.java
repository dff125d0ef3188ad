package io.renhua.persona;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A table beside the script that answers a form: what a marketer can keep without a programmer.
 *
 * @param by the slot that names the row
 * @param rows the other columns by name, by the key column's value
 */
public record LookUp(String name, String by, Map<String, Map<String, String>> rows) {

    /** What these tables tell: facts and placeholders, {@code result} always among them. */
    public static Set<String> columns(Map<String, LookUp> lookUps) {
        var columns = new LinkedHashSet<>(Set.of("result"));
        lookUps.values().forEach(lookUp -> lookUp.rows().values().forEach(row -> columns.addAll(row.keySet())));
        return columns;
    }
}
