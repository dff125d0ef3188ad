package io.renhua.server;

import io.renhua.store.OwnKey;
import io.renhua.store.Store;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The key that sessions and forms are signed with, made at the first start and kept in the store, and what we do by it. */
@Singleton
final class StaffKeys {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final OwnKey key;

    StaffKeys(Store store) {
        this.key = OwnKey.named("sessions", store);
    }

    /** For what signs in its own format. */
    byte[] signing() {
        return key.sign("session");
    }

    /** Proves that we have seen a text; only for the purpose it was made for. */
    String proof(String purpose, String text) {
        return BASE64.encodeToString(key.sign(purpose + "\n" + text));
    }

    boolean proves(String proof, String purpose, String text) {
        return MessageDigest.isEqual(
                proof.getBytes(StandardCharsets.UTF_8), proof(purpose, text).getBytes(StandardCharsets.UTF_8));
    }

    static String random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return BASE64.encodeToString(random);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
