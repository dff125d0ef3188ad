package io.renhua.connector;

import io.renhua.text.Wording;

/**
 * A secret that travels in a header or path of our calls. A stray space or line break is found at start, and not by a
 * client that would quote it in an exception.
 */
public final class Credential {
    private static final String VISIBLE_ASCII = "[\\x21-\\x7e]+";

    private Credential() {}

    /** For a header. */
    public static Secret of(Settings settings, String key) {
        return of(settings, key, VISIBLE_ASCII);
    }

    /** @param form what it looks like, as a regular expression */
    public static Secret of(Settings settings, String key, String form) {
        var secret = settings.secret(key);
        if (!secret.reveal().matches(form)) {
            settings.problem(key, Wording.of("holds a character that does not belong there: copy it once more"));
        }
        return secret;
    }
}
