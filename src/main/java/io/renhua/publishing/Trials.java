package io.renhua.publishing;

import io.renhua.message.ConversationId;
import io.renhua.store.OwnKey;
import io.renhua.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Links by which a colleague tries a version before others hear it. They are signed and end at a time; who came by one hears
 * that version until then.
 */
public final class Trials {
    private static final Pattern TOKEN = Pattern.compile("([0-9a-f]{12})\\.([0-9a-z]{1,9})\\.([A-Za-z0-9_-]{43})");
    private static final int BASE = 36;

    private final Store store;
    private final Clock clock;

    public Trials(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * What somebody tries.
     *
     * @param version the beginning of its address where a link names it, and its whole name for who came by one
     */
    public record Trial(String version, Instant until) {}

    /** What a link to try a version carries. */
    public String token(String persona, String address, Instant until) {
        var end = Long.toString(until.getEpochSecond(), BASE);
        var brief = Publication.brief(address);
        return brief + "." + end + "." + proof(persona, brief, end);
    }

    /** What a link is for; empty when it is over, or none of ours. */
    public Optional<Trial> read(String persona, String token) {
        var parts = TOKEN.matcher(token);
        if (!parts.matches() || !isOurs(proof(persona, parts.group(1), parts.group(2)), parts.group(3))) {
            return Optional.empty();
        }
        return Optional.of(new Trial(parts.group(1), Instant.ofEpochSecond(Long.parseLong(parts.group(2), BASE))))
                .filter(this::goesOn);
    }

    private static boolean isOurs(String proof, String shown) {
        return MessageDigest.isEqual(proof.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    private boolean goesOn(Trial trial) {
        return trial.until().isAfter(clock.instant());
    }

    /** Lets a conversation that is about to begin hear a version. */
    public void admit(ConversationId conversation, Trial trial) {
        store.write(
                conversation.toString(),
                transaction -> transaction.update(
                        "insert into trial_visit (conversation, version, until_at) values (?, ?, ?)",
                        conversation.toString(),
                        trial.version(),
                        trial.until().truncatedTo(ChronoUnit.MICROS)));
    }

    /** What is tried in a conversation, as long as it is. */
    public Optional<Trial> in(ConversationId conversation) {
        return store
                .list(
                        "select version, until_at from trial_visit where conversation = ?",
                        Trials::trial,
                        conversation.toString())
                .stream()
                .filter(this::goesOn)
                .findFirst();
    }

    /** What is tried on a channel by anybody; of several versions one. */
    public Optional<Trial> on(String channel) {
        return store
                .list(
                        "select version, until_at from trial_visit where conversation like ? order by until_at desc",
                        Trials::trial,
                        channel + "/%")
                .stream()
                .filter(this::goesOn)
                .findFirst();
    }

    private static Trial trial(ResultSet row) throws SQLException {
        return new Trial(
                row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant());
    }

    private String proof(String persona, String brief, String end) {
        var signed = OwnKey.named("trials", store).sign(persona + "\n" + brief + "\n" + end);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }
}
