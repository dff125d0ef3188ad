package io.renhua.dialogue;

import io.renhua.message.Choice;
import io.renhua.message.Content;
import io.renhua.persona.EntityKind;
import io.renhua.persona.Variant;
import io.renhua.persona.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns the script's words into bubbles: filled in, fitted to the channel, with what can be pressed under the last. */
final class Phrasing {
    private Phrasing() {}

    static Move.Say say(Turn turn, String source, Words words) {
        return say(turn, source, words, List.of());
    }

    static Move.Say say(Turn turn, String source, Words words, List<Choice> choices) {
        var texts = filled(Values.of(turn), turn.locale(), words);
        return say(turn, source, fitted(turn, texts, List.of(), choices), List.of(), null);
    }

    static Move.Say say(Turn turn, String source, Variant variant, List<Choice> choices) {
        var values = Values.of(turn);
        var shorter = variant.shorter();
        var fitted = fitted(
                turn,
                filled(values, turn.locale(), variant.text()),
                shorter == null ? List.of() : filled(values, turn.locale(), shorter),
                choices);
        return say(turn, source, fitted, shown(turn, variant), variant.mood());
    }

    /** What there was no room for before. It was filled in then, and is not read as a script again. */
    static Move.Say goOn(Turn turn, String source, List<String> texts) {
        return say(turn, source, fitted(turn, texts, List.of(), List.of()), List.of(), null);
    }

    private static Move.Say say(Turn turn, String source, Offered offered, List<Content> shown, @Nullable String mood) {
        var fitted = offered.texts();
        if (!fitted.rest().isEmpty()) {
            turn.change(state -> state.keepingBack(fitted.rest()));
        }
        var bubbles = new ArrayList<>(withChoices(fitted.texts(), offered.choices()));
        bubbles.addAll(offered.choices().isEmpty() || bubbles.isEmpty() ? bubbles.size() : bubbles.size() - 1, shown);
        return new Move.Say(source, bubbles, mood, Trace.of(turn, fitted.cut()));
    }

    /** Words that fit, and what can be pressed under them. */
    private record Offered(Shortening.Fitted texts, List<Choice> choices) {}

    /** Something that is shown and has no words beside it. */
    static Move.Say showing(Turn turn, String source, List<Content> shown) {
        return new Move.Say(source, shown, null, Trace.of(turn, null));
    }

    /** Words for nobody's turn: what is said when a person comes or goes. */
    static Move.Say say(Values values, String locale, String source, Words words, Reason reason) {
        var bubbles = withChoices(filled(values, locale, words), List.of());
        return new Move.Say(source, bubbles, null, Trace.unasked(reason, locale));
    }

    private static Offered fitted(Turn turn, List<String> text, List<String> shorter, List<Choice> choices) {
        var fitted = shortening(turn, choices).fit(text, shorter);
        if (fitted.rest().isEmpty()) {
            return new Offered(fitted, choices);
        }
        var more = More.before(turn, choices);
        return new Offered(shortening(turn, more).fit(text, shorter), more);
    }

    private static Shortening shortening(Turn turn, List<Choice> choices) {
        var limits = turn.heard().limits();
        int folded = limits.choices() > 0
                ? 0
                : choices.stream()
                        .mapToInt(choice -> choice.label().length() + "\n- ".length())
                        .sum();
        return Shortening.on(
                turn.heard().platform(), limits, folded, turn.persona().tone().lengths());
    }

    private static List<String> filled(Values values, String locale, Words words) {
        return words.bubbles(locale).stream()
                .map(bubble -> Placeholders.fill(bubble, values::of))
                .filter(bubble -> !bubble.isEmpty())
                .toList();
    }

    private static List<Content> withChoices(List<String> texts, List<Choice> choices) {
        var bubbles = new ArrayList<Content>();
        for (var text : texts) {
            boolean last = bubbles.size() == texts.size() - 1;
            bubbles.add(last && !choices.isEmpty() ? new Content.Choices(text, choices) : new Content.Text(text));
        }
        return bubbles;
    }

    private static List<Content> shown(Turn turn, Variant variant) {
        var shown = new ArrayList<Content>();
        var locale = turn.locale();
        if (variant.media() instanceof Variant.Picture(var kind, var path, var alt)) {
            shown.add(
                    new Content.Media(Content.Media.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), path, alt.in(locale)));
        }
        if (variant.card() instanceof Variant.CardWords(var title, var image, var button)) {
            var link = button == null ? null : new Content.Link(button.label().in(locale), "", button.open());
            shown.add(new Content.Card(title(turn, title.in(locale)), "", image, link));
        }
        return shown;
    }

    /** {@code flavour.osmanthus} is what that value is called. */
    private static String title(Turn turn, String title) {
        var name = title.split("\\.", 2);
        return name.length == 2
                        && turn.persona().entities().get(name[0]) instanceof EntityKind.Values(var values, var called)
                        && called.containsKey(name[1])
                ? called.get(name[1]).in(turn.locale())
                : Placeholders.fill(title, Values.of(turn)::of);
    }
}
