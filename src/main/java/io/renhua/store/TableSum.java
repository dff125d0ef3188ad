package io.renhua.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a table's rows come to, in whatever order they are read. Not safe to share. */
final class TableSum {
    private final MessageDigest digest = digest();
    private long rows;
    private long sum;

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void add(List<? extends @Nullable Object> row) {
        for (var value : row) {
            var bytes = text(value).getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(5)
                    .put((byte) (value == null ? 0 : 1))
                    .putInt(bytes.length)
                    .flip());
            digest.update(bytes);
        }
        sum += ByteBuffer.wrap(digest.digest()).getLong();
        rows++;
    }

    private static String text(@Nullable Object value) {
        return value instanceof OffsetDateTime at ? at.toInstant().toString() : String.valueOf(value);
    }

    long rows() {
        return rows;
    }

    /** The same for the same rows. */
    String checksum() {
        return HexFormat.of().toHexDigits(sum);
    }

    boolean isThatOf(TableSum other) {
        return rows == other.rows && sum == other.sum;
    }
}
