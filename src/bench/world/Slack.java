package world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Slack: signs the time as well, and counts its tries in a header. */
record Slack() implements Platform {
    private static final Pattern TO = Pattern.compile("\"channel\"\\s*:\\s*\"D([0-9]+)\"");

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public Map<String, String> settings(String address) {
        return Map.of("api-base", address + "/api", "bot-token", "bench", "signing-secret", SECRET);
    }

    @Override
    public Knock knock(Message message, Instant saidAt, boolean again) {
        return knock(
                """
                {"type":"event_callback","team_id":"T1","api_app_id":"A1","event_id":"Ev%d","event_time":%d,
                "event":{"type":"message","channel_type":"im","channel":"D%d","user":"U%d","text":"%s","ts":"%d.%06d"}}\
                """.formatted(
                                message.number(),
                                saidAt.getEpochSecond(),
                                message.person(),
                                message.person(),
                                message.words(),
                                saidAt.getEpochSecond(),
                                message.number()),
                again);
    }

    @Override
    public Knock emptyKnock(Message message, Instant saidAt) {
        var full = new String(knock(message, saidAt, false).body(), UTF_8);
        return knock(full.replace("\"type\":\"message\"", "\"type\":\"nothing\""), false);
    }

    private static Knock knock(String text, boolean again) {
        var now = String.valueOf(Instant.now().getEpochSecond());
        var base = ("v0:" + now + ":" + text).getBytes(UTF_8);
        var headers = new HashMap<String, String>();
        headers.put("x-slack-request-timestamp", now);
        headers.put("x-slack-signature", "v0=" + HexFormat.of().formatHex(Platform.hmac(base)));
        if (again) {
            headers.put("x-slack-retry-num", "1");
            headers.put("x-slack-retry-reason", "http_timeout");
        }
        return new Knock("/webhooks/bench", headers, text.getBytes(UTF_8));
    }

    @Override
    public Optional<Call> call(String path, Map<String, String> headers, String body) {
        return path.endsWith("/chat.postMessage")
                ? TO.matcher(body)
                        .results()
                        .findFirst()
                        .map(to -> new Call(Integer.parseInt(to.group(1)), "", false, Message.tickets(body), true))
                : Optional.empty();
    }

    @Override
    public String taken() {
        return "{\"ok\":true,\"ts\":\"1.1\",\"channel\":\"D1\"}";
    }

    @Override
    public Fate.Refuse refusal(Call call) {
        return new Fate.Refuse(200, 0, "{\"ok\":false,\"error\":\"invalid_arguments\"}");
    }
}
