package io.renhua.connector;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A value that must not be shown: prints as stars, compares in constant time. */
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /** The value itself, for signing and for the platform's own call. */
    public String reveal() {
        return value;
    }

    public byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the text is this secret, in a time that does not tell where it differs. */
    public boolean matches(String candidate) {
        return MessageDigest.isEqual(bytes(), candidate.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "***";
    }
}
