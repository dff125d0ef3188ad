package io.renhua.persona;

import io.renhua.text.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads which languages a persona speaks. */
final class LocalesReader {
    /** @param derive what is converted from what, where words are missing */
    record Languages(Locales locales, Map<String, String> derive) {}

    private LocalesReader() {}

    static Languages read(ScriptNode node) {
        var map = node.as(Vocabulary.LOCALES);
        var standard = map.key("default").required("the default locale is missing", "locales: default: zh-Hant");
        var offered = map.key("offer").strings();
        if (offered.isEmpty()) {
            offered = standard.isEmpty() ? List.of() : List.of(standard);
        }
        for (var tag : offered) {
            if (!tag.matches("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")) {
                map.key("offer").error("S1", Wording.of("%s is no language tag", tag), "such as zh-Hant, zh-Hans, en");
            }
        }
        if (!standard.isEmpty() && !offered.contains(standard)) {
            map.key("default")
                    .error("S1", "the default locale is not among those offered", Nearest.advice(standard, offered));
        }
        return new Languages(new Locales(standard, offered), derive(map.key("derive"), offered));
    }

    private static Map<String, String> derive(ScriptNode node, List<String> offered) {
        var derive = new LinkedHashMap<String, String>();
        node.entries().forEach((locale, from) -> {
            var source = from.text("");
            if (!offered.contains(locale) || !offered.contains(source)) {
                from.error(
                        "S1", "only offered locales can be derived from each other", Wording.of("two of %s", offered));
            } else if (!locale.startsWith("zh") || !source.startsWith("zh")) {
                from.error("S1", "only Chinese scripts can be converted", Wording.of("words in locales/%s", locale));
            } else {
                derive.put(locale, source);
            }
        });
        return derive;
    }
}
