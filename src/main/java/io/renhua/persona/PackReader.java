package io.renhua.persona;

import io.renhua.text.Wording;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code packs}, in a persona's files and in those that come with Renhua. */
final class PackReader {
    private static final String PREFIX = "pack:";

    private PackReader() {}

    static Map<String, Pack> read(ScriptNode section) {
        var packs = new LinkedHashMap<String, Pack>();
        section.entries().forEach((id, node) -> packs.put(id, pack(id, node.as(Vocabulary.PACK))));
        return Collections.unmodifiableMap(packs);
    }

    /** The packs that a list such as {@code [pack:zh-sensitive]} names. */
    static List<Pack> named(ScriptNode list, Map<String, Pack> packs) {
        var named = new ArrayList<Pack>();
        for (var each : list.strings()) {
            var id = each.replaceFirst("^" + PREFIX, "");
            if (id.equals(each)) {
                list.error("S1", Wording.of("%s is no word pack", each), PREFIX + each);
            }
            Optional.ofNullable(packs.get(id))
                    .ifPresentOrElse(named::add, () -> list.dangling("word pack", id, packs.keySet()));
        }
        return List.copyOf(named);
    }

    private static Pack pack(String id, ScriptNode map) {
        var hotlines = new LinkedHashMap<String, String>();
        map.key("hotlines").entries().forEach((region, node) -> hotlines.put(region, node.text("")));
        var topics = new LinkedHashMap<String, List<String>>();
        map.key("topics").entries().forEach((topic, node) -> topics.put(topic, node.strings()));
        return new Pack(
                id,
                date(id, map.key("date")),
                map.key("region").text(Pack.ANY),
                map.key("source")
                        .required(Wording.of("pack %s does not say where its words come from", id), "source: …"),
                words(map.key("words").strings(), topics),
                topics,
                map.key("allow").strings(),
                hotlines,
                most(map.key("keep").as(Vocabulary.KEEP).key("most")));
    }

    private static @Nullable Period most(ScriptNode node) {
        return node.present() ? Values.days(node, Period.ZERO) : null;
    }

    private static List<String> words(List<String> others, Map<String, List<String>> topics) {
        return Stream.concat(topics.values().stream().flatMap(List::stream), others.stream())
                .toList();
    }

    private static LocalDate date(String id, ScriptNode node) {
        node.required(Wording.of("pack %s does not say how old it is", id), "date: 2026-11-26");
        return node.present() ? Values.date(node) : LocalDate.EPOCH;
    }
}
