package io.renhua.server;

import java.util.HashSet;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which keys somebody works with. Whatever is not changed has its usual key, which the page knows.
 *
 * @param changed by what they do: one press such as {@code e} or {@code mod+k}, or two such as {@code g u}
 * @param off whether single keys do nothing
 */
record KeyChoice(Map<String, String> changed, boolean off) {
    static final KeyChoice USUAL = new KeyChoice(Map.of(), false);

    private static final int MOST = 60;
    private static final Pattern ACT = Pattern.compile("[a-z_]{1,30}");
    private static final Pattern KEY =
            Pattern.compile("(?:(?:mod|alt|shift)\\+){0,3}(?:\\S|[A-Z][A-Za-z0-9]{1,11})|\\S \\S");

    /** @throws IllegalArgumentException when it names what is no key, or one key for two things */
    KeyChoice {
        changed = Map.copyOf(changed);
        boolean wellFormed = changed.size() <= MOST
                && changed.keySet().stream().allMatch(act -> ACT.matcher(act).matches())
                && changed.values().stream().allMatch(key -> KEY.matcher(key).matches());
        if (!wellFormed || new HashSet<>(changed.values()).size() < changed.size()) {
            throw new IllegalArgumentException("these are not the keys of up to " + MOST + " different things");
        }
    }
}
