package io.renhua.persona;

import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where a locale has no words of its own. Told by file, so that one untranslated file is one finding. */
final class Gaps {
    private final String id;
    private final Set<String> translatedFiles;
    private final Set<String> excused = new HashSet<>();
    private final List<Gap> missing = new ArrayList<>();
    private final List<Gap> derived = new ArrayList<>();

    /** @param translatedFiles the locale files there are, as authors know them */
    Gaps(String id, Set<String> translatedFiles) {
        this.id = id;
        this.translatedFiles = translatedFiles;
    }

    /** One count that differs explains every gap below it. */
    void excuse(String path, String locale) {
        excused.add(path + "@" + locale);
    }

    void missing(ScriptNode node, String locale) {
        if (excused.stream().noneMatch(prefix -> covers(prefix, node.path(), locale))) {
            missing.add(new Gap(node.path(), node.place(), locale, translation(node.place(), locale)));
        }
    }

    void derived(ScriptNode node, String locale) {
        derived.add(new Gap(node.path(), node.place(), locale, translation(node.place(), locale)));
    }

    void report(Problems problems) {
        byTranslation(missing).forEach((file, gaps) -> {
            if (translatedFiles.contains(file)) {
                gaps.forEach(gap -> problems.unused(
                        gap.place,
                        "S4",
                        Wording.of("there are no %s words for this, so the default language says it", gap.locale),
                        Wording.of("%s in %s", gap.path, file)));
            } else {
                var first = gaps.getFirst();
                var why = Wording.of(
                        "there is no %s for %s texts of this file, so the default language says them",
                        first.locale, gaps.size());
                problems.unused(new Place(first.place.file(), 1, 1), "S4", why, Wording.of("them in %s", file));
            }
        });
        byTranslation(derived).forEach((file, gaps) -> {
            var first = Collections.min(gaps, Comparator.comparingInt(gap -> gap.place.line()));
            var lines = gaps.stream()
                    .mapToInt(gap -> gap.place.line())
                    .sorted()
                    .distinct()
                    .mapToObj(String::valueOf)
                    .collect(Collectors.joining(", "));
            var why = Wording.of("the %s of line %s is converted by characters, and unreviewed", first.locale, lines);
            problems.warn(first.place, "S4", why, Wording.of("the reviewed words in %s", file));
        });
    }

    private static Map<String, List<Gap>> byTranslation(List<Gap> gaps) {
        return gaps.stream().collect(Collectors.groupingBy(Gap::file, TreeMap::new, Collectors.toList()));
    }

    private static boolean covers(String prefix, String path, String locale) {
        return prefix.endsWith("@" + locale) && path.startsWith(prefix.substring(0, prefix.lastIndexOf('@')));
    }

    private String translation(Place place, String locale) {
        return id + "/locales/" + locale + place.file().substring(id.length());
    }

    private record Gap(String path, Place place, String locale, String file) {}
}
