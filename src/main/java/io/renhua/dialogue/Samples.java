package io.renhua.dialogue;

import io.renhua.persona.EntityKind;
import io.renhua.persona.Words;
import io.renhua.text.Han;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Values that stand in examples where the script has {@code {entity}}: real ones, as people of a locale say them. */
final class Samples {
    private static final Map<String, List<String>> EVERYWHERE = Map.of(
            "phone", List.of("0912345678", "+886 2 2345 6789"),
            "email", List.of("ming@example.com", "an.li@example.org"),
            "url", List.of("https://example.com", "www.example.org/shop"));
    private static final Map<String, List<String>> IN_CHINESE = Map.of(
            "number", List.of("3", "兩", "十二"),
            "money", List.of("500元", "三百塊"),
            "date", List.of("明天", "11月5日", "下週二"),
            "duration", List.of("30分鐘", "兩個小時"),
            "person", List.of("小明", "王小姐", "Ming"));
    private static final Map<String, List<String>> ELSEWHERE = Map.of(
            "number", List.of("3", "two", "12"),
            "money", List.of("$500", "30 dollars"),
            "date", List.of("tomorrow", "November 5", "next Tuesday"),
            "duration", List.of("30 minutes", "two hours"),
            "person", List.of("Ming", "Ms Wang", "Alex"));

    private Samples() {}

    /** Best known first, at least one; always the same. */
    static List<String> of(EntityKind kind, String locale) {
        return switch (kind) {
            case EntityKind.Pattern(var regex, var example) -> List.of(example);
            case EntityKind.Values(var values, var called) -> names(values, called, locale);
            case EntityKind.BuiltIn(var builtIn) -> {
                var own = locale.startsWith("zh") ? IN_CHINESE : ELSEWHERE;
                yield own.getOrDefault(builtIn, EVERYWHERE.getOrDefault(builtIn, List.of(builtIn)));
            }
        };
    }

    /** How we call the values, then their other names in the same writing. */
    private static List<String> names(Map<String, List<String>> values, Map<String, Words> called, String locale) {
        var ours = called.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(value -> value.getValue().in(locale))
                .toList();
        var others = values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(value -> value.getValue().stream())
                .filter(name -> chinese(name) == locale.startsWith("zh"));
        var names = Stream.concat(ours.stream(), others)
                .map(name -> locale.contains("Hans") ? Han.simplified(name) : name)
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
        return names.isEmpty() ? List.of("") : names;
    }

    static boolean chinese(String words) {
        return words.codePoints().anyMatch(Han::isHan);
    }
}
