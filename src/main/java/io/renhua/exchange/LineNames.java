package io.renhua.exchange;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names for lines that bring none which fits: out of their first words, or a number, and none of them twice. */
final class LineNames {
    private static final int LONGEST = 40;
    private static final Pattern OURS = Pattern.compile("(?:small_talk|sensitive)\\.(?!unknown$)[a-z][a-z0-9_]{0,63}");

    private final Set<String> taken;

    /** @param taken names that stand already */
    LineNames(Set<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /** @param like a name of theirs, or the first words; one of ours in small talk or among sensitive topics stays */
    String next(String like) {
        if (OURS.matcher(like).matches() && taken.add(like)) {
            return like;
        }
        var wish = slug(like, '_').replaceFirst("^[^a-z]+", "");
        var name = wish.isEmpty() ? "answer" : wish;
        var free = name;
        for (int i = 2; taken.contains(free); i++) {
            free = name + "_" + i;
        }
        taken.add(free);
        return free;
    }

    /** What a text leaves of itself in lower-case letters and digits. */
    static String slug(String text, char between) {
        var ascii = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9]+", String.valueOf(between));
        var cut = ascii.length() > LONGEST ? ascii.substring(0, LONGEST) : ascii;
        return cut.replaceAll("^[_-]+|[_-]+$", "");
    }
}
