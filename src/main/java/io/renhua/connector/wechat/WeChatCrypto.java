package io.renhua.connector.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.renhua.connector.Secret;
import io.renhua.connector.Signatures;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * WeChat's message encryption under one key: AES-256-CBC over 16 random bytes, the message's length, the message, the
 * app id. The padding is PKCS#7 to 32 bytes, which Java's own padding refuses; so it is done by hand.
 */
final class WeChatCrypto {
    static final int RANDOM = 16;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{43}");
    private static final int HEAD = RANDOM + Integer.BYTES;
    private static final int BLOCK = 32;

    private final String appId;
    private final SecretKeySpec key;
    private final IvParameterSpec iv;

    WeChatCrypto(String appId, Secret encodingAesKey) {
        byte[] bytes = Base64.getDecoder().decode(encodingAesKey.reveal() + "=");
        this.appId = appId;
        this.key = new SecretKeySpec(bytes, "AES");
        this.iv = new IvParameterSpec(bytes, 0, 16);
    }

    static boolean isKey(Secret text) {
        return KEY.matcher(text.reveal()).matches();
    }

    /** SHA-1 over the parts, sorted by their bytes and joined: both {@code signature} and {@code msg_signature}. */
    static String sign(String... parts) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            Stream.of(parts)
                    .map(part -> part.getBytes(UTF_8))
                    .sorted(Arrays::compareUnsigned)
                    .forEach(sha1::update);
            return HexFormat.of().formatHex(sha1.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing with SHA-1", e);
        }
    }

    /** The message inside; empty unless it was encrypted with this key and for this account. */
    Optional<byte[]> decrypt(String encrypted) {
        try {
            return unwrap(
                    cipher(Cipher.DECRYPT_MODE).doFinal(Base64.getDecoder().decode(encrypted)));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty(); // no base64, or no whole blocks: not written by WeChat
        }
    }

    private Optional<byte[]> unwrap(byte[] plain) {
        int padding = plain.length == 0 ? 0 : plain[plain.length - 1];
        int end = plain.length - padding;
        if (padding < 1 || padding > BLOCK || end < HEAD) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(plain).getInt(RANDOM);
        if (length < 0 || length > end - HEAD) {
            return Optional.empty();
        }
        var receiver = new String(plain, HEAD + length, end - HEAD - length, UTF_8);
        return Signatures.same(appId, receiver)
                ? Optional.of(Arrays.copyOfRange(plain, HEAD, HEAD + length))
                : Optional.empty();
    }

    /** @param random 16 bytes that nobody can foresee */
    String encrypt(String message, byte[] random) {
        byte[] text = message.getBytes(UTF_8);
        byte[] receiver = appId.getBytes(UTF_8);
        int length = HEAD + text.length + receiver.length;
        int padding = BLOCK - length % BLOCK;
        var plain = ByteBuffer.allocate(length + padding)
                .put(random, 0, RANDOM)
                .putInt(text.length)
                .put(text)
                .put(receiver)
                .array();
        Arrays.fill(plain, length, plain.length, (byte) padding);
        try {
            return Base64.getEncoder()
                    .encodeToString(cipher(Cipher.ENCRYPT_MODE).doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encrypting a passive reply", e);
        }
    }

    private Cipher cipher(int direction) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(direction, key, iv);
        return cipher;
    }
}
