package io.renhua.nlu;

import java.util.List;
import java.util.Map;

/** What to look for in utterances. */
public sealed interface EntityDefinition {
    String name();

    /** By regular expression, in linear time; upper and lower case count as the same. */
    record Pattern(String name, String regex) implements EntityDefinition {}

    /** By words: each value with all its names, in every language. */
    record Dictionary(String name, Map<String, List<String>> values) implements EntityDefinition {}

    /** One of those that come with Renhua. */
    record BuiltIn(String name, Kind kind) implements EntityDefinition {
        public enum Kind {
            NUMBER,
            PHONE,
            EMAIL,
            MONEY,
            DATE,
            DURATION,
            PERSON,
            URL
        }
    }
}
