package io.renhua.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.connector.JsonBody;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a program sends, field by field; what is wrong with it is said with the field and what to write instead. */
record ApiBody(JsonNode fields) {
    private static final Duration LONGEST = Duration.ofDays(90);

    /** Nothing at all counts as an object without fields. */
    static ApiBody of(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return new ApiBody(JsonBody.object());
        }
        return JsonBody.read(sent.getBytes(StandardCharsets.UTF_8))
                .map(ApiBody::new)
                .orElseThrow(() -> ApiProblem.wrong("body", "The body is no JSON object.", "{\"text\": \"…\"}"));
    }

    /** Without what is around it; empty where it was left out. */
    Optional<String> text(String name, int longest) {
        var field = fields.path(name);
        if (field.isMissingNode() || field.isNull()) {
            return Optional.empty();
        }
        var text = field.asText().strip();
        if (!field.isTextual() || text.isEmpty() || text.length() > longest) {
            throw ApiProblem.wrong(
                    name, name + " is a text of 1 to " + longest + " characters.", "\"" + name + "\": \"…\"");
        }
        return Optional.of(text);
    }

    String needed(String name, int longest) {
        return text(name, longest)
                .orElseThrow(() -> ApiProblem.wrong(
                        name,
                        name + " is missing: a text of 1 to " + longest + " characters.",
                        "\"" + name + "\": \"…\""));
    }

    /** One of some words; the first where it was left out. */
    String word(String name, List<String> words) {
        var word = text(name, 40).orElse(words.getFirst());
        if (!words.contains(word)) {
            throw ApiProblem.wrong(
                    name,
                    name + " is one of " + String.join(", ", words) + ", not " + word + ".",
                    "\"" + name + "\": \"" + words.getFirst() + "\"");
        }
        return word;
    }

    int number(String name, int otherwise, int most) {
        var field = fields.path(name);
        if (field.isMissingNode() || field.isNull()) {
            return otherwise;
        }
        if (!field.isInt() || field.asInt() < 1 || field.asInt() > most) {
            throw ApiProblem.wrong(
                    name, name + " is a whole number from 1 to " + most + ".", "\"" + name + "\": " + otherwise);
        }
        return field.asInt();
    }

    /** A place in the journal; its end where it was left out. */
    long place(String name) {
        var field = fields.path(name);
        if (field.isMissingNode() || field.isNull()) {
            return Long.MAX_VALUE;
        }
        if (!field.isIntegralNumber() || field.asLong() < 0) {
            throw ApiProblem.wrong(name, name + " is the seq of a line.", "\"" + name + "\": 4711");
        }
        return field.asLong();
    }

    /** A moment to come, within 90 days. */
    Instant later(String name, Clock clock) {
        var now = clock.instant();
        var example = "\"" + name + "\": \""
                + now.plus(Duration.ofHours(2)).toString().substring(0, 19) + "Z\"";
        try {
            var moment = Instant.parse(needed(name, 40));
            if (moment.isAfter(now) && !moment.isAfter(now.plus(LONGEST))) {
                return moment;
            }
        } catch (DateTimeException e) {
            // said below: what is no moment gets the same sentence
        }
        throw ApiProblem.wrong(name, name + " is a moment within the next 90 days, in UTC.", example);
    }
}
