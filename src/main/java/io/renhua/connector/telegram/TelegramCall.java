package io.renhua.connector.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renhua.connector.JsonBody;
import io.renhua.connector.Shortened;
import io.renhua.message.Choice;
import io.renhua.message.Content;
import io.renhua.message.Content.Media.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One bubble as a method of the Bot API and what it takes. Plain text throughout: with no parse mode there is nothing
 * that a person's words could break.
 */
record TelegramCall(String method, ObjectNode parameters) {
    private static final int CAPTION = 1024;
    private static final int DATA_BYTES = 64;
    private static final Set<String> MUSIC = Set.of("mp3", "m4a");

    static TelegramCall of(Content bubble) {
        return switch (bubble) {
            case Content.Choices(var prompt, var choices) -> choices(prompt, choices);
            case Content.Media(var kind, var location, var description)
            when location.startsWith("https://") -> media(kind, location, description);
            case Content.Place place -> place(place);
            case Content.Card card -> card(card);
            default -> text(bubble.asText());
        };
    }

    private static TelegramCall text(String body) {
        return new TelegramCall("sendMessage", JsonBody.object().put("text", body));
    }

    /** Telegram plays a film and music only in these forms; what it would not play is a link. */
    private static TelegramCall media(Kind kind, String location, String description) {
        var ending = location.substring(location.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (kind) {
            case IMAGE -> photo(location, description);
            case VIDEO ->
                ending.equals("mp4") ? file("sendVideo", "video", location, description) : link(location, description);
            case VOICE ->
                ending.equals("ogg")
                        ? file("sendVoice", "voice", location, description)
                        : MUSIC.contains(ending)
                                ? file("sendAudio", "audio", location, description)
                                : link(location, description);
            case FILE -> link(location, description);
        };
    }

    private static TelegramCall link(String location, String description) {
        return text(new Content.Media(Kind.FILE, location, description).asText());
    }

    private static TelegramCall photo(String location, String caption) {
        return file("sendPhoto", "photo", location, caption);
    }

    private static TelegramCall file(String method, String parameter, String location, String caption) {
        return new TelegramCall(
                method, JsonBody.object().put(parameter, location).put("caption", Shortened.to(CAPTION, caption)));
    }

    private static TelegramCall place(Content.Place place) {
        var parameters = JsonBody.object().put("latitude", place.latitude()).put("longitude", place.longitude());
        return place.label().isBlank()
                ? new TelegramCall("sendLocation", parameters)
                : new TelegramCall(
                        "sendVenue", parameters.put("title", place.label()).put("address", place.label()));
    }

    private static TelegramCall card(Content.Card card) {
        var words = new Content.Card(card.title(), card.text(), null, null).asText();
        var image = card.image();
        var call = image != null && image.startsWith("https://") ? photo(image, words) : text(words);
        var button = card.button();
        if (button != null) {
            var row = call.markup().putArray("inline_keyboard").addArray();
            row.addObject().put("text", button.title()).put("url", button.url());
        }
        return call;
    }

    private static TelegramCall choices(String prompt, List<Choice> choices) {
        var call = text(prompt);
        if (choices.stream().allMatch(TelegramCall::fitsButton)) {
            var rows = call.markup().putArray("inline_keyboard");
            choices.forEach(choice ->
                    rows.addArray().addObject().put("text", label(choice)).put("callback_data", choice.key()));
        } else {
            var keyboard = call.markup().put("one_time_keyboard", true).put("resize_keyboard", true);
            var rows = keyboard.putArray("keyboard");
            choices.forEach(choice -> rows.addArray().addObject().put("text", label(choice)));
        }
        return call;
    }

    /** A longer key cannot come back: then the label does, as if it had been typed. */
    private static boolean fitsButton(Choice choice) {
        return choice.key().getBytes(StandardCharsets.UTF_8).length <= DATA_BYTES;
    }

    private static String label(Choice choice) {
        return Shortened.to(TelegramConnector.LIMITS.labelLength(), choice.label());
    }

    private ObjectNode markup() {
        return parameters.putObject("reply_markup");
    }
}
