package io.renhua.conversation;

import io.renhua.dialogue.Move;
import io.renhua.message.Content;
import io.renhua.persona.Guard;
import io.renhua.persona.Persona;
import io.renhua.persona.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at what is about to be said once more: names, slots and tables may have brought words into it that no script was
 * judged for. What may not be said gives way to words that are always right; what only sounds wrong is counted.
 */
final class LastLook {
    private static final Logger LOG = LoggerFactory.getLogger(LastLook.class);

    private volatile BiConsumer<String, Problem> listener = (persona, found) -> {};

    /** Whom to tell of everything found, by the persona's id; must be quick. */
    void onFound(BiConsumer<String, Problem> listener) {
        this.listener = listener;
    }

    /**
     * What may be said of it.
     *
     * @param held takes why something was held back, a sentence each
     */
    Move.Say at(Voice.Speech speech, Move.Say say, List<String> held) {
        var persona = speech.live().persona();
        if (isLocked(persona, say.source())) {
            return say; // what must be said in any case was judged when it was published
        }
        var bubbles = new ArrayList<Content>();
        var rules = new ArrayList<String>();
        boolean excused = false;
        for (var bubble : say.bubbles()) {
            var pressed = pressed(speech, bubble);
            var why = hindrances(speech, words(bubble)).stream()
                    .filter(each -> !isOfAPerson(say.source(), each))
                    .toList();
            Stream.concat(pressed.hindered().stream(), why.stream()).forEach(each -> {
                held.add(say.source() + ": " + each.why());
                rules.add(each.rule());
            });
            if (why.isEmpty()) {
                bubbles.add(pressed.left());
            } else if (!excused) {
                bubbles.add(instead(pressed.left(), speech.locale()));
                excused = true;
            }
        }
        return new Move.Say(say.source(), bubbles, say.mood(), say.trace().holding(rules));
    }

    /**
     * A bubble without the buttons that may not be shown.
     *
     * @param hindered why they may not
     */
    private record Pressed(Content left, List<Found> hindered) {}

    private Pressed pressed(Voice.Speech speech, Content bubble) {
        var hindered = new ArrayList<Found>();
        var left = switch (bubble) {
            case Content.Choices(var prompt, var choices) -> {
                var fine = choices.stream()
                        .filter(choice -> fits(speech, choice.label(), hindered))
                        .toList();
                yield fine.isEmpty() ? new Content.Text(prompt) : new Content.Choices(prompt, fine);
            }
            case Content.Card(var title, var text, var image, var button)
            when button != null && !fits(speech, button.title(), hindered) ->
                new Content.Card(title, text, image, null);
            case Content other -> other;
        };
        return new Pressed(left, hindered);
    }

    private boolean fits(Voice.Speech speech, String label, List<Found> hindered) {
        var found = hindrances(speech, label);
        hindered.addAll(found);
        return found.isEmpty();
    }

    /** What is said of the handover speaks of a person, and truly so. */
    private static boolean isOfAPerson(String source, Found found) {
        return source.startsWith("handoff.") && found.rule().equals(Guard.PASSES_FOR_A_PERSON);
    }

    private static boolean isLocked(Persona persona, String source) {
        var line = persona.lines().get(source);
        return line != null && line.lock() != null;
    }

    /** @param rule its code; nothing is judged by none */
    private record Found(String rule, String why) {}

    private List<Found> hindrances(Voice.Speech speech, String words) {
        var persona = speech.live().persona();
        try {
            var found = speech.live().guard().judge(speech.locale(), words);
            found.forEach(each -> listener.accept(persona.id(), each));
            return found.stream()
                    .filter(Guard::forbids)
                    .map(each -> new Found(each.code(), each.code() + " " + each.why()))
                    .toList();
        } catch (RuntimeException e) {
            LOG.error("what {} is about to say cannot be judged", persona.id(), e);
            return List.of(
                    new Found("", "it could not be judged: " + e.getClass().getSimpleName()));
        }
    }

    private static String words(Content bubble) {
        return switch (bubble) {
            case Content.Text(var body) -> body;
            case Content.Choices(var prompt, var choices) -> prompt;
            case Content.Card card -> card.title() + "\n" + card.text();
            case Content.Media media -> media.description();
            case Content other -> "";
        };
    }

    /** What can be pressed still can be. */
    private static Content instead(Content bubble, String locale) {
        var words = safe(locale);
        return bubble instanceof Content.Choices(var prompt, var choices)
                ? new Content.Choices(words, choices)
                : new Content.Text(words);
    }

    /** Right in every voice: no way of addressing anybody, no promise, and a way to a person. */
    static String safe(String locale) {
        if (locale.startsWith("zh-Hans")) {
            return "这个要先确认一下。说“真人”，就有人来。";
        }
        return locale.startsWith("zh")
                ? "這個要先確認一下。說「真人」，就有人來。"
                : "Let me check that first. Say 'person' and someone will come.";
    }
}
