package io.renhua.connector;

import io.renhua.message.ConversationId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a site that we trust has signed in, and says so under its own signature.
 *
 * @param subject what the site knows them by, the same for good
 * @param until when what it says is over; signed in no longer than that
 */
public record Identity(
        String subject,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        Instant until) {
    /** No visitor's: what is hashed of their secret has neither letter nor hyphen before it. */
    private static final String SIGNED_IN = "id-";

    private static final String PAGE = "web-";

    /** Their conversation on a channel: the same on every device on which they are signed in, and on no other. */
    public ConversationId on(String channel) {
        return new ConversationId(channel, thread(channel));
    }

    private String thread(String channel) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var hash = digest.digest((channel + "\0" + subject).getBytes(StandardCharsets.UTF_8));
            return SIGNED_IN + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("hashing what a site knows somebody by", e);
        }
    }

    /** Whether whoever writes in a conversation is signed in, each time they write. */
    public static boolean isSignedIn(ConversationId conversation) {
        return conversation.channel().startsWith(PAGE) && conversation.thread().startsWith(SIGNED_IN);
    }

    /** What the site tells of them, by the names that facts have. */
    public Map<String, String> facts() {
        var facts = new TreeMap<String, String>();
        facts.put("customer_id", subject);
        put(facts, "name", name);
        put(facts, "email", email);
        put(facts, "phone", phone);
        return facts;
    }

    private static void put(Map<String, String> facts, String key, @Nullable String value) {
        if (value != null) {
            facts.put(key, value);
        }
    }
}
