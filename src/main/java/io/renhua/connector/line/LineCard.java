package io.renhua.connector.line;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renhua.connector.JsonBody;
import io.renhua.connector.Shortened;
import io.renhua.message.Content;

/** A card as LINE's flex bubble: picture, words, button, each only where there is one. */
final class LineCard {
    private static final int ALT_TEXT = 400;
    private static final int BUTTON = 20;

    private LineCard() {}

    static ObjectNode message(Content.Card card) {
        var message = JsonBody.object().put("type", "flex").put("altText", Shortened.to(ALT_TEXT, card.asText()));
        var bubble = message.putObject("contents").put("type", "bubble");
        var image = card.image();
        if (image != null && image.startsWith("https://")) {
            bubble.putObject("hero").put("type", "image").put("url", image).put("size", "full");
        }
        var words = box(bubble.putObject("body"));
        words(words, card.title(), "bold");
        words(words, card.text(), "regular");
        var button = card.button();
        if (button != null) {
            button(box(bubble.putObject("footer")), button);
        }
        return message;
    }

    private static ArrayNode box(ObjectNode place) {
        return place.put("type", "box").put("layout", "vertical").putArray("contents");
    }

    private static void words(ArrayNode box, String words, String weight) {
        if (!words.isBlank()) {
            box.addObject()
                    .put("type", "text")
                    .put("text", words)
                    .put("weight", weight)
                    .put("wrap", true);
        }
    }

    private static void button(ArrayNode box, Content.Link link) {
        var action = box.addObject().put("type", "button").putObject("action");
        action.put("type", "uri")
                .put("label", Shortened.to(BUTTON, link.title()))
                .put("uri", link.url());
    }
}
