package io.renhua.persona;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that an engineer's program does for a form: the one place in a script where a programmer is needed. This is
 * what both sides agreed on.
 *
 * @param gives which slots and facts it is told, and what each looks like; null for every slot of the form, as words
 * @param returns what it may come to, and the values that come with each
 * @param remembers which of these values are of the person, and stay known
 * @param patience how long somebody waits for it, tries and all
 * @param meanwhile said when it begins
 * @param failed said when it comes to nothing; a line that nobody asks for
 */
public record Action(
        String name,
        @Nullable Map<String, Kind> gives,
        Map<String, Map<String, Kind>> returns,
        Set<String> remembers,
        Duration patience,
        @Nullable Words meanwhile,
        Line failed) {

    /** What a value looks like. */
    public enum Kind {
        /** Any words, in one line or several. */
        TEXT("any words"),
        /** Digits, perhaps with a sign and a point. */
        NUMBER("a number such as 3 or -1.5"),
        /** As in ISO 8601. */
        DATE("a date such as 2026-10-09"),
        LINK("an address that begins with https://");

        private final String looks;

        Kind(String looks) {
            this.looks = looks;
        }

        boolean fits(String value) {
            return switch (this) {
                case TEXT -> !value.isBlank();
                case NUMBER -> value.matches("-?[0-9]{1,15}(\\.[0-9]{1,9})?");
                case DATE -> date(value);
                case LINK -> value.matches("https://\\S{1,2000}");
            };
        }

        private static boolean date(String value) {
            try {
                var _ = LocalDate.parse(value);
                return true;
            } catch (DateTimeParseException e) {
                return false;
            }
        }
    }

    /** What is wrong with what it would be given, a sentence; empty when it is as agreed. */
    public Optional<String> unfit(Map<String, String> given) {
        return told().entrySet().stream()
                .filter(each -> given.containsKey(each.getKey()))
                .filter(each -> !each.getValue().fits(given.getOrDefault(each.getKey(), "")))
                .map(each -> each.getKey() + " is no " + each.getValue().looks.replaceFirst("^an? ", "")
                        + ", so it was not asked")
                .findFirst();
    }

    /** Those of what it is given that are numbers. */
    public Set<String> numbers() {
        return told().entrySet().stream()
                .filter(each -> each.getValue() == Kind.NUMBER)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<String, Kind> told() {
        return gives == null ? Map.of() : gives;
    }

    /** What is wrong with what came of it, a sentence; empty when it is as agreed. */
    public Optional<String> mismatch(String result, Map<String, String> values) {
        var agreed = returns.get(result);
        if (agreed == null) {
            return Optional.of("came to \"" + result + "\", and not to one of " + String.join(", ", returns.keySet()));
        }
        return agreed.entrySet().stream()
                .filter(value -> !value.getValue().fits(values.getOrDefault(value.getKey(), "")))
                .map(value -> result + " came with " + told(values.get(value.getKey())) + value.getKey()
                        + ", and not with " + value.getValue().looks)
                .findFirst();
    }

    private static String told(@Nullable String value) {
        return value == null ? "no " : "another kind of ";
    }

    /** Of what came with a result, that which was agreed on. */
    public Map<String, String> agreed(String result, Map<String, String> values) {
        var names = returns.getOrDefault(result, Map.of()).keySet();
        return values.entrySet().stream()
                .filter(value -> names.contains(value.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Of what it came to, that which stays known of the person. */
    public Map<String, String> remembered(Map<String, String> values) {
        return values.entrySet().stream()
                .filter(value -> remembers.contains(value.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The values that come with every one of these results. */
    public Set<String> always(Set<String> results) {
        var sure = new LinkedHashSet<String>();
        results.forEach(
                result -> sure.addAll(returns.getOrDefault(result, Map.of()).keySet()));
        results.forEach(
                result -> sure.retainAll(returns.getOrDefault(result, Map.of()).keySet()));
        return sure;
    }

    /** What these actions tell: facts and placeholders. */
    public static Set<String> values(Map<String, Action> actions) {
        var values = new LinkedHashSet<String>();
        actions.values().forEach(action -> action.returns().values().forEach(each -> values.addAll(each.keySet())));
        return values;
    }
}
