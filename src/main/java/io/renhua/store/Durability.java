package io.renhua.store;

import java.util.Map;

/** Refuses an H2 that was configured to acknowledge what it has not written. */
final class Durability {
    private Durability() {}

    static void check(Store store) {
        var settings = store.read(handle -> handle.createQuery("""
                        select setting_name, setting_value from information_schema.settings
                        where setting_name in ('WRITE_DELAY', 'MODE')""")
                .reduceRows(new java.util.HashMap<String, String>(), (map, row) -> {
                    map.put(row.getColumn("setting_name", String.class), row.getColumn("setting_value", String.class));
                    return map;
                }));
        require(settings, "WRITE_DELAY", "0");
        require(settings, "MODE", "PostgreSQL");
    }

    private static void require(Map<String, String> settings, String name, String value) {
        if (!value.equals(settings.get(name))) {
            throw new IllegalArgumentException("renhua.store.url drops " + name + "=" + value
                    + ", without which acknowledged messages can be lost; put ;" + name + "=" + value + " back");
        }
    }
}
