package io.renhua.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.people.Profile;
import io.renhua.persona.TakenNames;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a person as a program tells them.
 *
 * @param changes by name; null takes one away
 */
record ApiFacts(Map<String, @Nullable String> changes) {
    private static final String EXAMPLE = "\"facts\": {\"orders\": 12, \"title\": \"陳小姐\"}";

    static ApiFacts of(ApiBody body) {
        var facts = body.fields().path("facts");
        if (!facts.isObject()) {
            throw ApiProblem.wrong("facts", "facts is missing: an object of names with texts or numbers.", EXAMPLE);
        }
        var changes = new TreeMap<String, @Nullable String>();
        facts.properties().forEach(fact -> changes.put(name(fact.getKey()), value(fact.getKey(), fact.getValue())));
        return new ApiFacts(changes);
    }

    Profile changing(Profile before) {
        try {
            return before.with(changes);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.wrong(
                    "facts",
                    "Of one person " + Profile.MOST + " facts are kept.",
                    "Those that a script asks about or says; null takes one away.");
        }
    }

    private static String name(String name) {
        if (!Profile.isName(name)) {
            throw ApiProblem.wrong(
                    "facts", name + " is no name: 1 to 41 of a to z, 0 to 9 and _, and a letter first.", EXAMPLE);
        }
        if (TakenNames.has(name)) {
            throw ApiProblem.wrong(
                    "facts." + name,
                    name + " is something that Renhua knows by itself.",
                    "\"their_" + name + "\": \"…\"");
        }
        return name;
    }

    /** Numbers as they are written; texts without what is around them. */
    private static @Nullable String value(String name, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        var text = value.isNumber() ? number(value) : value.asText().strip();
        if (!(value.isTextual() || value.isNumber()) || !Profile.isValue(text)) {
            throw ApiProblem.wrong(
                    "facts." + name,
                    name + " is a number, or a text of 1 to " + Profile.LONGEST + " characters in one line.",
                    "\"" + name + "\": \"…\"");
        }
        return text;
    }

    /** Digits; nothing where it is too great for a number. */
    private static String number(JsonNode value) {
        boolean endless = value.isDouble() && !Double.isFinite(value.doubleValue());
        return endless ? "" : value.decimalValue().toPlainString();
    }
}
