package io.renhua.connector.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renhua.connector.JsonBody;
import io.renhua.connector.Shortened;
import io.renhua.message.Choice;
import io.renhua.message.Content;
import io.renhua.message.Content.Media.Kind;
import java.util.List;

/** One bubble as {@code chat.postMessage} takes it: always with text, which notifications and old clients show. */
final class SlackPost {
    private static final int SECTION = 3000;
    private static final int ALT_TEXT = 2000;

    private SlackPost() {}

    static ObjectNode of(Content bubble) {
        return switch (bubble) {
            case Content.Choices(var prompt, var choices)
            when !choices.isEmpty() && fits(prompt) -> choices(prompt, choices);
            case Content.Media(var kind, var location, var description)
            when kind == Kind.IMAGE && location.startsWith("https://") ->
                image(location, description.isBlank() ? location : description);
            case Content.Card card when fits(card.asText()) -> card(card);
            default -> text(bubble.asText());
        };
    }

    /** Escaping makes words longer: what then is too long for a block goes out as text. */
    private static boolean fits(String words) {
        return !words.isBlank() && SlackText.encoded(words).length() <= SECTION;
    }

    private static ObjectNode text(String words) {
        return JsonBody.object().put("text", SlackText.encoded(words));
    }

    private static ObjectNode choices(String prompt, List<Choice> choices) {
        var post = text(prompt);
        var blocks = post.putArray("blocks");
        section(blocks, prompt);
        var buttons = actions(blocks);
        choices.stream()
                .limit(SlackConnector.LIMITS.choices())
                .forEach(choice -> button(buttons, choice.label(), "choice-" + buttons.size())
                        .put("value", choice.key()));
        return post;
    }

    private static ObjectNode image(String location, String description) {
        var post = text(description);
        image(post.putArray("blocks"), location, description);
        return post;
    }

    private static ObjectNode card(Content.Card card) {
        var post = text(card.asText());
        var blocks = post.putArray("blocks");
        var image = card.image();
        if (image != null && image.startsWith("https://")) {
            image(blocks, image, card.title());
        }
        section(blocks, new Content.Card(card.title(), card.text(), null, null).asText());
        var link = card.button();
        if (link != null) {
            button(actions(blocks), link.title(), SlackInteraction.LINK).put("url", link.url());
        }
        return post;
    }

    private static void section(ArrayNode blocks, String words) {
        var text = blocks.addObject().put("type", "section").putObject("text");
        text.put("type", "mrkdwn").put("text", SlackText.encoded(words));
    }

    private static void image(ArrayNode blocks, String location, String description) {
        blocks.addObject()
                .put("type", "image")
                .put("image_url", location)
                .put("alt_text", Shortened.to(ALT_TEXT, description));
    }

    private static ArrayNode actions(ArrayNode blocks) {
        return blocks.addObject().put("type", "actions").putArray("elements");
    }

    private static ObjectNode button(ArrayNode buttons, String label, String action) {
        var button = buttons.addObject().put("type", "button").put("action_id", action);
        button.putObject("text")
                .put("type", "plain_text")
                .put("text", Shortened.to(SlackConnector.LIMITS.labelLength(), label))
                .put("emoji", true);
        return button;
    }
}
