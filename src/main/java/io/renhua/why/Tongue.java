package io.renhua.why;

import io.renhua.text.Han;

/** One language of those that explanations are read in. */
enum Tongue {
    ENGLISH,
    TRADITIONAL,
    SIMPLIFIED;

    static Tongue of(String locale) {
        return !locale.startsWith("zh") ? ENGLISH : locale.contains("Hans") ? SIMPLIFIED : TRADITIONAL;
    }

    /** The same in this language; simplified Chinese is made of the traditional. */
    String say(String english, String traditional) {
        return switch (this) {
            case ENGLISH -> english;
            case TRADITIONAL -> traditional;
            case SIMPLIFIED -> Han.simplified(traditional);
        };
    }

    /** What stands beside something, in brackets. */
    String beside(Object words) {
        return this == ENGLISH ? " (" + words + ")" : "（" + words + "）";
    }

    /** Somebody's own words, as they are. */
    String quoted(String words) {
        return switch (this) {
            case ENGLISH -> "“" + words + "”";
            case TRADITIONAL -> "「" + words + "」";
            case SIMPLIFIED -> "“" + words + "”";
        };
    }
}
