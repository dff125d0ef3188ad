package world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Telegram: no idempotency key, so that it takes whatever comes. */
record Telegram() implements Platform {
    private static final Pattern TO = Pattern.compile("\"chat_id\"\\s*:\\s*\"?([0-9]+)");

    @Override
    public String name() {
        return "telegram";
    }

    @Override
    public Map<String, String> settings(String address) {
        return Map.of("api-base", address, "bot-token", "bench", "webhook-secret", SECRET);
    }

    @Override
    public Knock knock(Message message, Instant saidAt, boolean again) {
        return knock("""
            {"update_id":%d,"message":{"message_id":%d,"date":%d,"text":"%s",
            "from":{"id":%d,"is_bot":false,"first_name":"B"},"chat":{"id":%d,"type":"private"}}}\
            """.formatted(
                        message.number(),
                        message.number(),
                        saidAt.getEpochSecond(),
                        message.words(),
                        message.person(),
                        message.person()));
    }

    @Override
    public Knock emptyKnock(Message message, Instant saidAt) {
        var full = new String(knock(message, saidAt, false).body(), UTF_8);
        return knock(full.replace("\"is_bot\":false", "\"is_bot\":true"));
    }

    private static Knock knock(String text) {
        return new Knock("/webhooks/bench", Map.of("x-telegram-bot-api-secret-token", SECRET), text.getBytes(UTF_8));
    }

    @Override
    public Optional<Call> call(String path, Map<String, String> headers, String body) {
        return path.endsWith("/sendMessage")
                ? TO.matcher(body)
                        .results()
                        .findFirst()
                        .map(to -> new Call(Integer.parseInt(to.group(1)), "", false, Message.tickets(body), true))
                : Optional.empty();
    }

    @Override
    public String taken() {
        return "{\"ok\":true,\"result\":{\"message_id\":1}}";
    }

    @Override
    public Fate.Refuse refusal(Call call) {
        return new Fate.Refuse(400, 0, "{\"ok\":false,\"description\":\"Bad Request\"}");
    }
}
