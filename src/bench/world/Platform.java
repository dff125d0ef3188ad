package world;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One chat platform as we meet it: how it knocks, and how it understands our calls. */
public sealed interface Platform permits Line, Telegram, Slack {
    String SECRET = "bench-secret-0123456789";

    static Platform named(String name) {
        return switch (name) {
            case "line" -> new Line();
            case "telegram" -> new Telegram();
            case "slack" -> new Slack();
            default -> throw new IllegalArgumentException("--platform is line, telegram or slack, not " + name);
        };
    }

    String name();

    /** What the account is set to, without {@code renhua.channels.bench.}. */
    Map<String, String> settings(String address);

    /**
     * A message on its way to us.
     *
     * @param again whether the platform tells us that this is not the first time
     */
    Knock knock(Message message, Instant saidAt, boolean again);

    /** The same bytes, signed and of the platform's form, with nothing in them to keep. */
    Knock emptyKnock(Message message, Instant saidAt);

    /** What a call of ours says; empty where it says nothing, such as a typing sign. */
    Optional<Call> call(String path, Map<String, String> headers, String body);

    /** What the platform answers when it took a call. */
    String taken();

    /** What it answers to a call it had taken before, or that breaks its rules. */
    Fate.Refuse refusal(Call call);

    static byte[] hmac(byte[] bytes) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
