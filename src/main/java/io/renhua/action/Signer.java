package io.renhua.action;

import io.renhua.connector.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs calls so that whoever takes them knows they are ours, as <a
 * href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard Webhooks</a>
 * says: HMAC-SHA256 over id, time and body.
 */
public final class Signer {
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final List<Secret> secrets;

    /** @param secrets {@code whsec_} and 24 to 64 bytes in base64 each; with more than one, every call carries a signature by each */
    public Signer(List<Secret> secrets) {
        secrets.forEach(Signer::key);
        this.secrets = List.copyOf(secrets);
    }

    /** Whether a secret is one that can sign. */
    public static boolean fits(Secret secret) {
        try {
            return key(secret).length > 0;
        } catch (IllegalArgumentException e) {
            return false; // said by the caller, which knows where it stands
        }
    }

    /** The headers to send along. */
    public Map<String, String> headers(String id, Instant at, byte[] body) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", String.valueOf(at.getEpochSecond()));
        headers.put(
                "webhook-signature",
                secrets.stream()
                        .map(secret -> "v1," + signature(secret, id, at, body))
                        .collect(Collectors.joining(" ")));
        return headers;
    }

    private static String signature(Secret secret, String id, Instant at, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(secret), "HmacSHA256"));
            mac.update((id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing a call", e);
        }
    }

    private static byte[] key(Secret secret) {
        var text = secret.reveal();
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a signing secret begins with " + PREFIX);
        }
        var key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        if (key.length < SHORTEST || key.length > LONGEST) {
            throw new IllegalArgumentException("a signing secret has " + SHORTEST + " to " + LONGEST + " bytes");
        }
        return key;
    }
}
