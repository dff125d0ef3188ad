package io.renhua.people;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person, by names that scripts ask about and say: {@code orders: 12}.
 *
 * @param facts in the order of their names
 */
public record Profile(Map<String, String> facts) {
    public static final Profile NOTHING = new Profile(Map.of());

    /** So many facts at most of one person. */
    public static final int MOST = 40;

    /** So many characters at most in one. */
    public static final int LONGEST = 200;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

    /** @throws IllegalArgumentException that says which of them cannot be, or that there are too many */
    public Profile {
        facts.forEach((name, value) -> {
            if (!isName(name)) {
                throw new IllegalArgumentException(
                        name + " is no name of a fact: 1 to 41 of a to z, 0 to 9 and _, and a letter first");
            }
            if (!isValue(value)) {
                throw new IllegalArgumentException(name + " takes a text of 1 to " + LONGEST + " characters");
            }
        });
        if (facts.size() > MOST) {
            throw new IllegalArgumentException("of one person " + MOST + " facts are kept, not " + facts.size());
        }
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    public static boolean isValue(String value) {
        return !value.isBlank()
                && value.codePointCount(0, value.length()) <= LONGEST
                && value.codePoints().noneMatch(Character::isISOControl);
    }

    /** The same with what is found besides; what cannot be kept, and what there is no room for, is left out. */
    Profile taking(Map<String, String> found) {
        var taken = new TreeMap<>(facts);
        found.forEach((name, value) -> {
            boolean room = taken.size() < MOST || taken.containsKey(name);
            if (room && isName(name) && isValue(value)) {
                taken.put(name, value);
            }
        });
        return new Profile(taken);
    }

    /** The same with some of it changed; what has no value any more is gone. */
    public Profile with(Map<String, @Nullable String> changes) {
        var changed = new TreeMap<>(facts);
        changes.forEach((name, value) -> {
            if (value == null) {
                changed.remove(name);
            } else {
                changed.put(name, value);
            }
        });
        return new Profile(changed);
    }
}
