package io.renhua.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that this server signs with: made when it is first asked for, kept in the store, the same for all nodes. */
public final class OwnKey {
    private static final int BYTES = 32;

    private final byte[] key;

    private OwnKey(byte[] key) {
        this.key = key;
    }

    /**
     * One that is there is only read, so that a start does not wait behind the work that a stop left. A new one waits for a commit,
     * so that nobody signs with what could still be undone: nothing that runs in one asks for it.
     */
    public static OwnKey named(String name, Store store) {
        var kept = find(store, name).orElseGet(() -> store.commit(transaction -> make(transaction, name)));
        return new OwnKey(Base64.getUrlDecoder().decode(kept));
    }

    private static Optional<String> find(Queries queries, String name) {
        return queries.list("select bytes from own_key where name = ?", row -> row.getString(1), name).stream()
                .findFirst();
    }

    /** Whoever makes it first; the others have that one. */
    private static String make(Transaction transaction, String name) {
        transaction.update(
                "insert into own_key (name, bytes) values (?, ?) on conflict do nothing",
                name,
                Base64.getUrlEncoder().withoutPadding().encodeToString(random()));
        return find(transaction, name).orElseThrow();
    }

    private static byte[] random() {
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return random;
    }

    /** The HMAC-SHA-256 of a text. */
    public byte[] sign(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
