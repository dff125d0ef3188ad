package io.renhua.connector.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.connector.Delivery;
import io.renhua.connector.Http;
import io.renhua.connector.JsonBody;
import io.renhua.connector.Shortened;
import io.renhua.text.Wording;
import java.time.Duration;
import java.util.List;

/** What an answer of the Bot API means for our message. */
record TelegramAnswer(int status, JsonNode json) {
    private static final Duration WHEN_BUSY = Duration.ofSeconds(5);
    private static final Duration WHEN_BROKEN = Duration.ofSeconds(2);
    private static final List<String> NOBODY_THERE =
            List.of("blocked by the user", "user is deactivated", "bot was kicked", "can't initiate conversation");

    static TelegramAnswer of(Http.Answered answer) {
        return new TelegramAnswer(answer.status(), JsonBody.read(answer));
    }

    Delivery delivery() {
        return switch (status) {
            case 200 ->
                json.path("ok").asBoolean()
                        ? new Delivery.Sent(
                                json.path("result").path("message_id").asText())
                        : new Delivery.InDoubt(said());
            case 401, 404 ->
                new Delivery.Refused(Wording.of("%s; the bot token is not valid: ask @BotFather for it", said())
                        .toString());
            case 403 -> isGone() ? new Delivery.Gone(said()) : new Delivery.Refused(said());
            case 429 -> new Delivery.Throttled(retryAfter(), said());
            default -> status >= 500 ? new Delivery.Postponed(WHEN_BROKEN, said()) : new Delivery.Refused(said());
        };
    }

    /** The chat that this group became; blank where it did not move. */
    String movedTo() {
        return json.path("parameters").path("migrate_to_chat_id").asText();
    }

    /** Nobody is there: of the things that are forbidden, these end with their coming back alone. */
    private boolean isGone() {
        var description = json.path("description").asText();
        return NOBODY_THERE.stream().anyMatch(description::contains);
    }

    private Duration retryAfter() {
        long seconds = json.path("parameters").path("retry_after").asLong();
        return seconds > 0 ? Duration.ofSeconds(seconds) : WHEN_BUSY;
    }

    private String said() {
        return Wording.of(
                        "Telegram answered %s %s",
                        status, Shortened.to(200, json.path("description").asText()))
                .toString();
    }
}
