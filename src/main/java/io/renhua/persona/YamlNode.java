package io.renhua.persona;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands in a file, before anybody asks what it means: texts, lists and maps, each with its place. */
sealed interface YamlNode {
    Place place();

    /** A list's nodes; none for anything else. */
    static List<YamlNode> nodes(@Nullable YamlNode node) {
        return node instanceof Items items ? items.nodes : List.of();
    }

    /** A map's entries; none for anything else. */
    static Map<String, Entry> entries(@Nullable YamlNode node) {
        return node instanceof Entries entries ? entries.entries : Map.of();
    }

    static boolean isEmptyText(@Nullable YamlNode node) {
        return node instanceof Text text && text.value.isEmpty();
    }

    record Text(String value, Place place) implements YamlNode {}

    record Items(List<YamlNode> nodes, Place place) implements YamlNode {}

    /** @param entries in the order of the file */
    record Entries(Map<String, Entry> entries, Place place) implements YamlNode {}

    /** @param key where the key stands, which is where a reader looks for it */
    record Entry(Place key, YamlNode value) {}
}
