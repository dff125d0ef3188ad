package io.renhua.connector.line;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renhua.connector.JsonBody;
import io.renhua.connector.Shortened;
import io.renhua.message.Choice;
import io.renhua.message.Content;
import io.renhua.message.Content.Media.Kind;
import io.renhua.message.Outbound;
import io.renhua.message.Speaker;
import java.util.List;
import java.util.Locale;

/** Our bubbles as LINE's message objects. What LINE has no form for becomes text. */
final class LineMessages {
    private static final int SENDER_NAME = 20;
    private static final int ICON_ADDRESS = 2000;
    private static final int DATA = 300;
    private static final int PLACE = 100;

    private LineMessages() {}

    static void write(Outbound outbound, ArrayNode messages) {
        for (var bubble : outbound.bubbles()) {
            messages.add(sign(message(bubble), outbound.speaker()));
        }
        putQuickReplies(outbound.bubbles(), messages);
    }

    private static ObjectNode message(Content bubble) {
        return switch (bubble) {
            case Content.Choices(var prompt, var choices) -> text(prompt);
            case Content.Media(var kind, var location, var description)
            when kind == Kind.IMAGE && location.startsWith("https://") -> image(location);
            case Content.Place place -> place(place);
            case Content.Card card -> LineCard.message(card);
            default -> text(bubble.asText());
        };
    }

    private static ObjectNode text(String body) {
        return JsonBody.object().put("type", "text").put("text", body);
    }

    private static ObjectNode image(String location) {
        return JsonBody.object()
                .put("type", "image")
                .put("originalContentUrl", location)
                .put("previewImageUrl", location);
    }

    private static ObjectNode place(Content.Place place) {
        var label = Shortened.to(PLACE, place.asText());
        return JsonBody.object()
                .put("type", "location")
                .put("title", label)
                .put("address", label)
                .put("latitude", place.latitude())
                .put("longitude", place.longitude());
    }

    /** The name above the bubble tells the persona from a person, and the picture beside it how the persona feels. */
    private static ObjectNode sign(ObjectNode message, Speaker speaker) {
        var sender = JsonBody.object();
        if (!speaker.name().isBlank()) {
            sender.put("name", Shortened.to(SENDER_NAME, speaker.name()));
        }
        var face = speaker.face();
        if (face != null && isIcon(face.picture())) {
            sender.put("iconUrl", face.picture());
        }
        return sender.isEmpty() ? message : message.set("sender", sender);
    }

    /** LINE draws no other pictures there: an address it can fetch, of a PNG. */
    private static boolean isIcon(String picture) {
        return picture.startsWith("https://")
                && picture.toLowerCase(Locale.ROOT).endsWith(".png")
                && picture.length() <= ICON_ADDRESS;
    }

    /** On the last message, since LINE hides them as soon as a newer one is shown. */
    private static void putQuickReplies(List<Content> bubbles, ArrayNode messages) {
        var choices = bubbles.stream()
                .flatMap(bubble -> bubble instanceof Content.Choices offered ? offered.choices().stream() : null)
                .limit(LineConnector.LIMITS.choices())
                .toList();
        if (!choices.isEmpty() && messages.get(messages.size() - 1) instanceof ObjectNode last) {
            var items = last.putObject("quickReply").putArray("items");
            choices.forEach(choice -> items.addObject().put("type", "action").set("action", action(choice)));
        }
    }

    private static ObjectNode action(Choice choice) {
        var action = JsonBody.object().put("label", Shortened.to(LineConnector.LIMITS.labelLength(), choice.label()));
        return choice.key().length() > DATA
                ? action.put("type", "message").put("text", choice.label())
                : action.put("type", "postback").put("data", choice.key()).put("displayText", choice.label());
    }
}
