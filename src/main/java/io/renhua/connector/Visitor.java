package io.renhua.connector;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody who chats without an account, known by a secret that the server made and only their browser keeps. What we
 * store and show is a hash of it: whoever reads the log cannot take over the chat.
 */
public final class Visitor {
    private static final int BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43,128}");

    private final Secret token;

    private Visitor(String token) {
        this.token = new Secret(token);
    }

    /** Somebody nobody has seen before. */
    public static Visitor newcomer(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Visitor(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whoever holds the token; empty for anything that cannot be one of ours. */
    public static Optional<Visitor> holding(String token) {
        return TOKEN.matcher(token).matches() ? Optional.of(new Visitor(token)) : Optional.empty();
    }

    /** The secret itself, for the browser that keeps it. */
    public String token() {
        return token.reveal();
    }

    /** Their thread on a channel: not to be guessed from another channel's, nor turned back into the token. */
    public String thread(String channel) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(channel.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(token.bytes()), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("hashing a visitor's token", e);
        }
    }
}
