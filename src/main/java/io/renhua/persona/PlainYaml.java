package io.renhua.persona;

import io.renhua.persona.YamlNode.Entries;
import io.renhua.persona.YamlNode.Items;
import io.renhua.persona.YamlNode.Text;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A YAML file that is no script, read under the bounds of one: 1 MB, twelve levels, no anchors, no tags, no key twice.
 *
 * @param content maps, lists and texts; empty where the file cannot be read
 */
public record PlainYaml(Map<String, Object> content, List<Problem> problems) {

    public static PlainYaml read(Path file) {
        var problems = new Problems();
        var name = String.valueOf(file.getFileName());
        var content = Utf8.read(file, name, problems)
                .flatMap(text -> new YamlSource(name, text, problems).read())
                .map(PlainYaml::map);
        return new PlainYaml(content.orElse(Map.of()), problems.inOrder());
    }

    private static Object value(YamlNode node) {
        return switch (node) {
            case Text text -> text.value();
            case Items items -> items.nodes().stream().map(PlainYaml::value).toList();
            case Entries entries -> map(entries);
        };
    }

    private static Map<String, Object> map(Entries entries) {
        var map = new LinkedHashMap<String, Object>();
        entries.entries().forEach((key, entry) -> map.put(key, value(entry.value())));
        return map;
    }
}
