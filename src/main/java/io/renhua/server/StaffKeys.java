package io.renhua.server;

import io.renhua.store.Store;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;

/** The key that sessions and forms are signed with, made at the first start and kept in the store, and what we do by it. */
@Singleton
final class StaffKeys {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final byte[] key;

    StaffKeys(Store store) {
        String kept = store.commit(transaction -> keyIn(transaction.handle()));
        this.key = Base64.getUrlDecoder().decode(kept);
    }

    private static String keyIn(Handle handle) {
        handle.createUpdate("insert into own_key (name, bytes) values ('sessions', :bytes) on conflict do nothing")
                .bind("bytes", random(32))
                .execute();
        return handle.createQuery("select bytes from own_key where name = 'sessions'")
                .mapTo(String.class)
                .one();
    }

    /** For what signs in its own format. */
    byte[] signing() {
        return mac("session");
    }

    /** Proves that we have seen a text; only for the purpose it was made for. */
    String proof(String purpose, String text) {
        return BASE64.encodeToString(mac(purpose + "\n" + text));
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

    private byte[] mac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
