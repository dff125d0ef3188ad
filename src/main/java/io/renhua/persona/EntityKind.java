package io.renhua.persona;

import java.util.List;
import java.util.Map;

/** What a value in people's sentences looks like. */
public sealed interface EntityKind {

    /** @param example shown to people and put into examples */
    record Pattern(String regex, String example) implements EntityKind {}

    /** @param values each value's names, all languages together; {@code called} is how we name it by locale */
    record Values(Map<String, List<String>> values, Map<String, Words> called) implements EntityKind {}

    /**
     * @param kind {@code number}, {@code phone}, {@code email}, {@code money}, {@code date}, {@code duration},
     *     {@code person} or {@code url}
     */
    record BuiltIn(String kind) implements EntityKind {}
}
