package io.renhua.connector.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.connector.JsonBody;
import io.renhua.message.Content;
import io.renhua.message.Content.Media.Kind;
import io.renhua.message.Entry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What was written, by whoever it was.
 *
 * @param us the user ids that are ourselves
 * @param app our app's id
 */
record SlackMessage(JsonNode json, Set<String> us, String app) {
    private static final Set<String> SPOKEN = Set.of("", "file_share", "thread_broadcast", "me_message");
    private static final Pattern FIRST_NAME = Pattern.compile("^\\s*<@[^<>]*>");

    /** From a program or about a message: answering these is how two bots talk for ever. */
    boolean isNobodys() {
        var subtype = subtype();
        return !field("bot_id").isBlank()
                || json.path("hidden").asBoolean()
                || subtype.startsWith("bot_")
                || subtype.startsWith("channel_")
                || subtype.startsWith("group_")
                || us.contains(field("user"))
                || (!app.isBlank() && field("app_id").equals(app));
    }

    /** Said to us alone, or by our name. */
    boolean isForUs() {
        return isDirect()
                || isMention()
                || us.stream().anyMatch(id -> named(id).matcher(field("text")).find());
    }

    /** Written into a thread of a channel, and to nobody of ours by name: an answer to whoever began it. */
    boolean isAnswered() {
        return !isDirect() && !isForUs() && !field("thread_ts").isBlank();
    }

    /** The same however often and by whichever subscription the message comes; empty where Slack leaves it out. */
    Optional<String> id() {
        return field("channel").isBlank() || field("ts").isBlank()
                ? Optional.empty()
                : Optional.of(field("channel") + ":" + field("ts"));
    }

    /** A mention in a channel starts a thread, so that the channel stays quiet. */
    SlackThread thread() {
        var channel = JsonBody.text(json.path("channel"), JsonBody.text(json.path("user"), "unknown"));
        return new SlackThread(channel, JsonBody.text(json.path("thread_ts"), isDirect() ? "" : field("ts")));
    }

    List<Content> contents() {
        if (!SPOKEN.contains(subtype())) {
            return List.of(new Content.Unsupported(subtype()));
        }
        var files = json.path("files");
        return files.path(0).isObject()
                ? IntStream.range(0, files.size())
                        .mapToObj(at -> file(files.path(at), at == 0 ? text() : ""))
                        .toList()
                : List.of(words());
    }

    /** Our name and nothing else is a knock at the door. */
    private Content words() {
        if (!text().isEmpty()) {
            return new Content.Text(text());
        }
        return isDirect() ? new Content.Unsupported("message") : new Content.Entered(new Entry.Opened());
    }

    private String text() {
        var text = field("text");
        for (var id : us) {
            text = named(id).matcher(text).replaceAll("");
        }
        boolean unknown = isMention() && text.equals(field("text"));
        return SlackText.decoded(unknown ? FIRST_NAME.matcher(text).replaceFirst("") : text);
    }

    private static Pattern named(String id) {
        return Pattern.compile("<@" + Pattern.quote(id) + "(\\|[^<>]*)?>");
    }

    private static Content file(JsonNode file, String words) {
        var description = words.isEmpty() ? file.path("name").asText() : words;
        return new Content.Media(
                kind(file.path("mimetype").asText()), "slack:" + file.path("id").asText(), description);
    }

    private static Kind kind(String mimetype) {
        return switch (mimetype.split("/", 2)[0]) {
            case "image" -> Kind.IMAGE;
            case "audio" -> Kind.VOICE;
            case "video" -> Kind.VIDEO;
            default -> Kind.FILE;
        };
    }

    private boolean isDirect() {
        return field("channel_type").equals("im") || field("channel").startsWith("D");
    }

    private boolean isMention() {
        return field("type").equals("app_mention");
    }

    private String subtype() {
        return field("subtype");
    }

    private String field(String name) {
        return json.path(name).asText();
    }
}
