package io.renhua.dialogue;

import io.renhua.message.Content;
import io.renhua.text.Fold;

/** The words in a message, where it has any. */
final class Utterance {
    private Utterance() {}

    /** What was said, with a voice message's transcript and a picture's caption; empty where there are no words. */
    static String of(Content content) {
        var said = switch (content) {
            case Content.Text(var body) -> body;
            case Content.Choices(var prompt, var choices) -> prompt;
            case Content.Chosen(var key, var label) -> label;
            case Content.Media(var kind, var location, var description) -> description;
            case Content.Card card -> "";
            case Content.Link link -> "";
            case Content.Place place -> "";
            case Content.Entered entered -> "";
            case Content.Unsupported unsupported -> "";
        };
        return Fold.key(said).codePoints().anyMatch(Character::isLetterOrDigit) ? said.strip() : "";
    }
}
