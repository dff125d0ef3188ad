package io.renhua.connector.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.renhua.message.Content;
import io.renhua.message.Entry;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the chat page posts: an id of its own making, and one of text, choice or entered. */
record WebMessage(
        String id,
        Content content,
        @Nullable String locale,
        @Nullable Instant sentAt) {
    static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_CHOICE = 200;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern SCENE = Pattern.compile("[\\p{L}\\p{N}_.-]{1,64}");
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** What came of reading it. */
    sealed interface Read {}

    record Clear(WebMessage message) implements Read {}

    record Unclear(String why) implements Read {}

    static Read read(byte[] body) {
        try {
            var posted = MAPPER.readValue(body, Posted.class);
            return posted == null ? new Unclear("the body is empty") : posted.read();
        } catch (IOException e) {
            return new Unclear("the body is not a JSON object with id and text, choice or entered");
        }
    }

    /** The body as it stands there, nothing of it believed. */
    private record Posted(
            @Nullable String id,
            @Nullable String text,
            @Nullable Pressed choice,
            @Nullable String entered,
            @Nullable String locale,
            @Nullable String sentAt) {

        Read read() {
            if (id == null || !ID.matcher(id).matches()) {
                return new Unclear("id must be 1 to 64 letters, digits, - or _");
            }
            if (Stream.of(Optional.ofNullable(text), Optional.ofNullable(choice), Optional.ofNullable(entered))
                            .filter(Optional::isPresent)
                            .count()
                    != 1) {
                return new Unclear("there must be exactly one of text, choice and entered");
            }
            return text != null ? said(text) : choice != null ? pressed(choice) : entered(String.valueOf(entered));
        }

        private Read said(String words) {
            var plain = plain(words);
            if (plain.isEmpty()) {
                return new Unclear("text is empty");
            }
            return plain.length() > LONGEST_TEXT
                    ? new Unclear("text is longer than " + LONGEST_TEXT + " characters")
                    : clear(new Content.Text(plain));
        }

        private Read pressed(Pressed pressed) {
            var key = plain(pressed.key());
            var label = plain(pressed.label());
            return key.isEmpty() || key.length() > LONGEST_CHOICE || label.length() > LONGEST_CHOICE
                    ? new Unclear(
                            "choice needs a key, and key and label have at most " + LONGEST_CHOICE + " characters")
                    : clear(new Content.Chosen(key, label));
        }

        private Read entered(String how) {
            if (how.equals("opened")) {
                return clear(new Content.Entered(new Entry.Opened()));
            }
            var scene = how.startsWith("scan:") ? how.substring("scan:".length()) : "";
            return SCENE.matcher(scene).matches()
                    ? clear(new Content.Entered(new Entry.Scanned(scene)))
                    : new Unclear("entered must be opened, or scan: and a scene's name");
        }

        private Read clear(Content content) {
            var known = locale != null && LOCALE.matcher(locale).matches() ? locale : null;
            return new Clear(new WebMessage(String.valueOf(id), content, known, instant()));
        }

        private @Nullable Instant instant() {
            try {
                return sentAt == null ? null : Instant.parse(sentAt);
            } catch (DateTimeException e) {
                return null; // a wrong clock is no reason to refuse words
            }
        }
    }

    private record Pressed(@Nullable String key, @Nullable String label) {}

    /** Without the ends' spaces, and without NUL, which PostgreSQL cannot keep. */
    private static String plain(@Nullable String text) {
        return text == null ? "" : text.replace("\0", "").strip();
    }
}
