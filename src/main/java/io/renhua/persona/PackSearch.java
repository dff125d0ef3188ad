package io.renhua.persona;

import io.renhua.text.FoldedText;
import io.renhua.text.FoldedText.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds a pack's words in texts: in any dress, where they stand whole, unless an allowed phrase holds them. */
public final class PackSearch {
    public static final PackSearch NOTHING = new PackSearch(List.of(), List.of());

    private final List<String> words;
    private final List<String> allowed;

    private PackSearch(List<String> words, List<String> allowed) {
        this.words = words.stream().map(FoldedText::folded).toList();
        this.allowed = allowed.stream().map(FoldedText::folded).toList();
    }

    public static PackSearch in(Pack pack) {
        return new PackSearch(pack.words(), pack.allow());
    }

    /** The same of what it has about one topic. */
    public static PackSearch about(String topic, Pack pack) {
        return new PackSearch(pack.topics().getOrDefault(topic, List.of()), pack.allow());
    }

    /** The pack of that name; where there is none, nothing is found. */
    public static PackSearch named(String id, Map<String, Pack> packs) {
        var pack = packs.get(id);
        return pack == null ? NOTHING : in(pack);
    }

    /** The words as they were written; of two that begin in the same place, the longer one. */
    public List<String> in(String text) {
        var folded = FoldedText.of(text);
        var found = places(words, folded).toList();
        if (found.isEmpty()) {
            return List.of();
        }
        var fine = places(allowed, folded).toList();
        var whole = new ArrayList<String>();
        for (var place : found) {
            boolean inside = found.stream().anyMatch(other -> !other.equals(place) && other.covers(place));
            if (!inside && fine.stream().noneMatch(phrase -> phrase.covers(place))) {
                whole.add(text.substring(place.from(), place.until()));
            }
        }
        return whole.stream().distinct().toList();
    }

    private static Stream<Place> places(List<String> words, FoldedText text) {
        return words.stream().flatMap(word -> text.find(word).stream()).distinct();
    }
}
