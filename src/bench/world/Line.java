package world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** LINE: a reply token works once and for a minute, a retry key on a push once, and never on a reply. */
record Line() implements Platform {
    private static final Duration TOKEN_LIVES = Duration.ofMinutes(1);
    private static final Pattern TOKEN = Pattern.compile("\"replyToken\"\\s*:\\s*\"(R[0-9]+\\.([0-9]+)\\.([0-9]+))\"");
    private static final Pattern TO = Pattern.compile("\"to\"\\s*:\\s*\"U([0-9]+)\"");

    @Override
    public String name() {
        return "line";
    }

    @Override
    public Map<String, String> settings(String address) {
        return Map.of("api-base", address, "channel-secret", SECRET, "channel-access-token", "bench");
    }

    @Override
    public Knock knock(Message message, Instant saidAt, boolean again) {
        return knock("""
            {"destination":"Ubench","events":[{"type":"message","mode":"active","timestamp":%d,
            "source":{"type":"user","userId":"U%d"},"webhookEventId":"E%d","deliveryContext":{"isRedelivery":%b},
            "replyToken":"R%d.%d.%d","message":{"id":"%d","type":"text","text":"%s"}}]}\
            """.formatted(
                        saidAt.toEpochMilli(),
                        message.person(),
                        message.number(),
                        again,
                        message.number(),
                        message.person(),
                        saidAt.getEpochSecond(),
                        message.number(),
                        message.words()));
    }

    @Override
    public Knock emptyKnock(Message message, Instant saidAt) {
        var full = new String(knock(message, saidAt, false).body(), UTF_8);
        return knock(full.replace("\"events\":", "\"parked\":"));
    }

    private static Knock knock(String text) {
        var body = text.getBytes(UTF_8);
        var signature = Base64.getEncoder().encodeToString(Platform.hmac(body));
        return new Knock("/webhooks/bench", Map.of("x-line-signature", signature), body);
    }

    @Override
    public Optional<Call> call(String path, Map<String, String> headers, String body) {
        var key = headers.getOrDefault("x-line-retry-key", "");
        var tickets = Message.tickets(body);
        if (path.endsWith("/message/reply")) {
            return TOKEN.matcher(body).results().findFirst().map(token -> {
                var given = Instant.ofEpochSecond(Long.parseLong(token.group(3)));
                boolean lives = Instant.now().isBefore(given.plus(TOKEN_LIVES));
                return new Call(
                        Integer.parseInt(token.group(2)), token.group(1), true, tickets, lives && key.isEmpty());
            });
        }
        return path.endsWith("/message/push")
                ? TO.matcher(body)
                        .results()
                        .findFirst()
                        .map(to -> new Call(Integer.parseInt(to.group(1)), key, false, tickets, true))
                : Optional.empty();
    }

    @Override
    public String taken() {
        return "{\"sentMessages\":[{\"id\":\"1\"}]}";
    }

    @Override
    public Fate.Refuse refusal(Call call) {
        return new Fate.Refuse(call.isReply() ? 400 : 409, 0, "{\"message\":\"Invalid reply token\"}");
    }
}
