package io.renhua.persona;

import io.renhua.persona.YamlNode.Entries;
import io.renhua.persona.YamlNode.Items;
import io.renhua.persona.YamlNode.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** S8: files of a persona's folder that no script names. */
final class UnusedFiles {
    private static final List<String> PICTURES = List.of(".svg", ".png", ".jpg");

    private final ScriptFiles files;
    private final Set<String> named = new HashSet<>();

    UnusedFiles(ScriptFiles files, Entries own, Map<String, Entries> siblings) {
        this.files = files;
        collect(own);
        siblings.values().forEach(this::collect);
    }

    /** Told only when every file could be read: it may be named in the one that could not. */
    void report(Problems problems) {
        for (var file : files.others()) {
            var path = files.below(file);
            if (!named.contains(path) && !isDrawing(path)) {
                problems.unused(files.place(file), "S8", "no script names this file", "its path where it belongs");
            }
        }
    }

    /** A drawing and the picture made of it stand beside each other, and one name is enough for both. */
    private boolean isDrawing(String path) {
        var stem = path.replaceFirst("\\.[^./]*$", "");
        return PICTURES.contains(path.substring(stem.length()))
                && PICTURES.stream().anyMatch(ending -> named.contains(stem + ending));
    }

    private void collect(YamlNode node) {
        switch (node) {
            case Entries map -> map.entries().values().forEach(entry -> collect(entry.value()));
            case Items items -> items.nodes().forEach(this::collect);
            case Text text -> named.add(text.value().strip());
        }
    }
}
