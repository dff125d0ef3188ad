package io.renhua.lint;

import io.renhua.persona.Condition;
import io.renhua.persona.Condition.All;
import io.renhua.persona.Condition.Any;
import io.renhua.persona.Condition.Compares;
import io.renhua.persona.Condition.Is;

/** Whether one condition holds wherever another does, as far as their form tells. */
final class Covering {
    private Covering() {}

    static boolean covers(Condition wide, Condition narrow) {
        if (wide.equals(narrow)) {
            return true;
        }
        if (wide instanceof All(var conditions)) {
            return conditions.stream().allMatch(each -> covers(each, narrow));
        }
        return switch (narrow) {
            case Any(var either) -> either.stream().allMatch(each -> covers(wide, each));
            case All(var conditions) ->
                conditions.stream().anyMatch(each -> covers(wide, each)) || isOneOf(wide, narrow);
            case Is(var fact, var value) -> isOneOf(wide, narrow) || isWithin(wide, fact, value);
            case Compares(var fact, var atLeast, var bound) ->
                isOneOf(wide, narrow) || isWithin(wide, fact, atLeast, bound);
        };
    }

    private static boolean isOneOf(Condition wide, Condition narrow) {
        return wide instanceof Any(var either) && either.stream().anyMatch(each -> covers(each, narrow));
    }

    /** {@code fair-*} has {@code fair-paris} in it. */
    private static boolean isWithin(Condition wide, String fact, String value) {
        return wide instanceof Is(var other, var pattern)
                && other.equals(fact)
                && pattern.endsWith("*")
                && value.startsWith(pattern.substring(0, pattern.length() - 1));
    }

    private static boolean isWithin(Condition wide, String fact, boolean atLeast, double bound) {
        return wide instanceof Compares(var other, var from, var least)
                && other.equals(fact)
                && from == atLeast
                && (atLeast ? least <= bound : least >= bound);
    }
}
