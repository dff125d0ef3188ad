package io.renhua.server;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Hashes passwords with Argon2id, a few at a time: each hash takes 19 MiB while it lasts. */
@Singleton
final class StaffPasswords {
    private static final Argon2Function ARGON = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    /** Made once and for all: 38 MiB and a tenth of a second are too much for a start. */
    private static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5J3Mgb3duIHNhbA$bCVwBTsYDHZGhqpCymIfzXZ/r+wGXdoQUosawF2gk7Q";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Semaphore atOnce = new Semaphore(4);

    String hash(String password) {
        atOnce.acquireUninterruptibly();
        try {
            return ARGON.hash(password.getBytes(StandardCharsets.UTF_8), salt()).getResult();
        } finally {
            atOnce.release();
        }
    }

    private static byte[] salt() {
        var salt = new byte[16];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** Takes the same time where there is no hash to compare with, so that logins cannot be guessed by the clock. */
    boolean fits(String password, @Nullable String hash) {
        atOnce.acquireUninterruptibly();
        try {
            return ARGON.check(password, hash == null ? NOBODYS : hash) && hash != null;
        } finally {
            atOnce.release();
        }
    }
}
