package io.renhua.message;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one bubble holds, in or out. Open at the end: what we do not know yet arrives as {@link Unsupported}. */
public sealed interface Content {

    record Text(String body) implements Content {}

    /** A text with quick replies under it. */
    record Choices(String prompt, List<Choice> choices) implements Content {
        public Choices {
            choices = List.copyOf(choices);
        }
    }

    /** A quick reply or menu entry that was pressed, where the platform gives its key back. */
    record Chosen(String key, String label) implements Content {}

    /**
     * An image, voice message, video or file.
     *
     * @param location an URL, or the platform's media id in the form {@code platform:id}
     * @param description what it shows or says; a transcript where the platform recognised speech; may be empty
     */
    record Media(Kind kind, String location, String description) implements Content {
        public enum Kind {
            IMAGE,
            VOICE,
            VIDEO,
            FILE
        }
    }

    /** A picture with a title and at most one button. */
    record Card(
            String title,
            String text,
            @Nullable String image,
            @Nullable Link button) implements Content {}

    record Link(String title, String description, String url) implements Content {}

    record Place(double latitude, double longitude, String label) implements Content {}

    /** Somebody came in or left; said by the platform, not by them. */
    record Entered(Entry entry) implements Content {}

    /** A kind of content or event that this version does not know; kept by name, never answered. */
    record Unsupported(String kind) implements Content {}

    /** The content as words: what a channel without the richer form shows, and what the log searches. */
    default String asText() {
        return switch (this) {
            case Text(var body) -> body;
            case Choices(var prompt, var choices) ->
                prompt + choices.stream().map(choice -> "\n- " + choice.label()).collect(Collectors.joining());
            case Chosen(var key, var label) -> label.isEmpty() ? key : label;
            case Media(var kind, var location, var description) ->
                description.isEmpty()
                        ? location
                        : location.contains("://") ? description + " " + location : description;
            case Card(var title, var text, var image, var button) ->
                title + (text.isEmpty() ? "" : "\n" + text) + (button == null ? "" : "\n" + button.asText());
            case Link(var title, var description, var url) -> title + " " + url;
            case Place(var latitude, var longitude, var label) -> label.isEmpty() ? latitude + "," + longitude : label;
            case Entered(var entry) ->
                switch (entry) {
                    case Entry.Followed() -> "[followed]";
                    case Entry.Scanned(var scene) -> "[scanned " + scene + "]";
                    case Entry.Opened() -> "[opened]";
                    case Entry.Left() -> "[left]";
                    case Entry.Returned() -> "[returned]";
                };
            case Unsupported(var kind) -> "[" + kind + "]";
        };
    }
}
