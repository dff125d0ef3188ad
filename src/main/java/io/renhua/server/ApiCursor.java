package io.renhua.server;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;

/**
 * Where a list goes on: after the last that was given.
 *
 * @param since of that one
 * @param conversation of that one
 */
record ApiCursor(Instant since, String conversation) {
    static final ApiCursor BEGINNING = new ApiCursor(Instant.EPOCH, "");

    /** Empty text is the beginning. */
    static ApiCursor of(String text) {
        if (text.isEmpty()) {
            return BEGINNING;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            return new ApiCursor(Instant.parse(parts[0]), parts.length == 2 ? parts[1] : "");
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw ApiProblem.wrong(
                    "after", "after is none of ours.", "Leave it out, or send the next of the list before.");
        }
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((since + " " + conversation).getBytes(StandardCharsets.UTF_8));
    }
}
