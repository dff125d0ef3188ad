package io.renhua.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a persona's folder holds, as one number: the same for the same files, on every machine. */
public final class Fingerprint {
    private Fingerprint() {}

    /**
     * The SHA-256, in hexadecimal, of all that a bundle would take along: of each file the path and the content.
     *
     * @param folder such as {@code personas/pao}
     */
    public static String of(Path folder) {
        try {
            var whole = sha256();
            for (var file : Bundle.files(folder).entrySet()) {
                if (Belongings.holds(file.getKey())) {
                    whole.update(file.getKey().getBytes(StandardCharsets.UTF_8));
                    whole.update((byte) 0); // no path holds it
                    whole.update(sha256().digest(Files.readAllBytes(file.getValue())));
                }
            }
            return HexFormat.of().formatHex(whole.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + folder, e);
        }
    }

    /** The SHA-256 of one file's content, in hexadecimal. */
    public static String of(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
