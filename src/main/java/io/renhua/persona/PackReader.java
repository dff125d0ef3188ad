package io.renhua.persona;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the section {@code packs}, in a persona's files and in those that come with Renhua. */
final class PackReader {
    private PackReader() {}

    static Map<String, Pack> read(ScriptNode section) {
        var packs = new LinkedHashMap<String, Pack>();
        section.entries().forEach((id, node) -> packs.put(id, pack(id, node.as(Vocabulary.PACK))));
        return Collections.unmodifiableMap(packs);
    }

    private static Pack pack(String id, ScriptNode map) {
        var hotlines = new LinkedHashMap<String, String>();
        map.key("hotlines").entries().forEach((region, node) -> hotlines.put(region, node.text("")));
        return new Pack(
                id,
                date(id, map.key("date")),
                map.key("region").text("any"),
                map.key("source").required("pack " + id + " does not say where its words come from", "source: …"),
                map.key("words").strings(),
                map.key("allow").strings(),
                hotlines);
    }

    private static LocalDate date(String id, ScriptNode node) {
        node.required("pack " + id + " does not say how old it is", "date: 2026-11-26");
        return node.present() ? Values.date(node) : LocalDate.EPOCH;
    }
}
