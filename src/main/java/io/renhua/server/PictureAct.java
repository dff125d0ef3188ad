package io.renhua.server;

import io.renhua.message.ConversationId;
import io.renhua.picture.PictureFile;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A picture that somebody sends, as their page tells it.
 *
 * @param messageId the page's own id: sent twice, it is said once
 * @param seen up to where the page showed the conversation
 * @param alt what it shows, for whoever cannot see it
 * @param shelf the name of one on the persona's shelf
 * @param bytes of another, in Base64
 */
record PictureAct(
        @Nullable String conversation,
        @Nullable String messageId,
        @Nullable Long seen,
        @Nullable String alt,
        @Nullable String shelf,
        @Nullable String bytes) {
    /** So that it fits into one request. */
    static final int LONGEST = 700_000;

    private static final int LONGEST_ALT = 300;

    ConversationId with() {
        return ConversationId.parse(conversation == null ? "" : conversation);
    }

    /** @throws IllegalArgumentException where it has none */
    String id() {
        if (messageId == null || messageId.isBlank()) {
            throw new IllegalArgumentException("a picture has an id of its own");
        }
        return messageId;
    }

    /** Pages that do not tell are taken to have seen everything. */
    long upTo() {
        return seen == null ? Long.MAX_VALUE : seen;
    }

    String words() {
        return alt == null ? "" : alt.strip();
    }

    boolean isDescribed() {
        return !words().isEmpty() && words().length() <= LONGEST_ALT;
    }

    /** @throws IllegalArgumentException where it is no Base64 */
    byte[] decoded() {
        return Base64.getDecoder().decode(bytes == null ? "" : bytes);
    }

    Optional<PictureFile> file() {
        return PictureFile.read(decoded());
    }
}
