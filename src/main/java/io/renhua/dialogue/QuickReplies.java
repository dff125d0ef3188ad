package io.renhua.dialogue;

import io.renhua.message.Choice;
import io.renhua.message.Limits;
import io.renhua.nlu.Band;
import io.renhua.nlu.Candidate;
import io.renhua.persona.EntityKind;
import io.renhua.persona.Form;
import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import io.renhua.text.Measure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What can be pressed under our words. */
final class QuickReplies {
    static final String BEST_GUESS = "best-guess";

    private QuickReplies() {}

    /** The script's quick replies with guesses put in, as many and as long as the channel shows. */
    static List<Choice> of(Turn turn, List<String> quick) {
        var guesses = new ArrayList<>(guesses(turn, Set.copyOf(quick)));
        var keys = new LinkedHashSet<String>();
        for (var key : quick) {
            if (!key.equals(BEST_GUESS)) {
                keys.add(key);
            } else if (!guesses.isEmpty()) {
                keys.add(guesses.removeFirst());
            }
        }
        return shown(
                turn.heard().limits(),
                keys.stream().flatMap(key -> choice(turn, key).stream()).toList());
    }

    /** The values offered for a question. */
    static List<Choice> of(Turn turn, Form.Slot slot) {
        return shown(
                turn.heard().limits(),
                slot.quick().stream()
                        .map(value ->
                                new Choice(Pressed.VALUE + slot.name() + "." + value, called(turn, slot.name(), value)))
                        .toList());
    }

    private static String called(Turn turn, String entity, String value) {
        return turn.persona().entities().get(entity) instanceof EntityKind.Values(var values, var called)
                        && called.containsKey(value)
                ? called.get(value).in(turn.locale())
                : value;
    }

    /** What they may have meant, best first; then what we would have offered anyway, besides what is offered here. */
    private static List<String> guesses(Turn turn, Set<String> besides) {
        var welcome = turn.persona().welcome();
        var ranked = turn.heard().ranking().candidates().stream()
                .map(Candidate::intent)
                .filter(intent -> guessable(turn, intent))
                .filter(intent -> likely(turn) || !besides.contains(intent));
        var usual = Stream.concat(welcome.follow().quick().stream(), welcome.menu().stream())
                .filter(key -> !besides.contains(key));
        return Stream.concat(ranked, usual)
                .filter(key -> choice(turn, key).isPresent())
                .distinct()
                .toList();
    }

    private static boolean likely(Turn turn) {
        return turn.heard().ranking().band() != Band.NO;
    }

    /** Nobody is asked whether they meant a sorrow; small talk without a name is only guessed when it comes first. */
    private static boolean guessable(Turn turn, String intent) {
        var persona = turn.persona();
        var line = persona.lines().get(intent);
        boolean first = likely(turn)
                && turn.heard().ranking().candidates().getFirst().intent().equals(intent);
        return persona.labels().containsKey(intent)
                || (line != null
                        && (line.topic() == Line.Topic.LINE || (first && line.topic() == Line.Topic.SMALL_TALK)));
    }

    private static Optional<Choice> choice(Turn turn, String key) {
        if (key.startsWith(Campaigns.PREFIX) && !Campaigns.offered(turn, key)) {
            return Optional.empty();
        }
        return label(turn, key).map(label -> new Choice(key, label));
    }

    private static Optional<String> label(Turn turn, String key) {
        var persona = turn.persona();
        return Optional.ofNullable(persona.labels().get(key))
                .map(label -> label.in(turn.locale()))
                .or(() -> Optional.ofNullable(persona.lines().get(key)).flatMap(line -> example(turn, line)))
                .or(() -> byForm(persona, key).flatMap(line -> example(turn, line)));
    }

    private static Optional<Line> byForm(Persona persona, String key) {
        var form = Pressed.after(Pressed.FORM, key);
        return persona.lines().values().stream()
                .filter(line -> !form.isEmpty() && form.equals(line.form()))
                .findFirst();
    }

    /** The first sentence that can be said as it stands, or with a value that was just named. */
    private static Optional<String> example(Turn turn, Line line) {
        var values = Values.of(turn);
        return line.asks().getOrDefault(turn.locale(), List.of()).stream()
                .filter(example -> Placeholders.complete(example, values::of))
                .map(example -> Placeholders.fill(example, values::of))
                .findFirst();
    }

    private static List<Choice> shown(Limits limits, List<Choice> choices) {
        return choices.stream()
                .map(choice -> new Choice(choice.key(), Measure.wordsWithin(choice.label(), limits.labelLength())))
                .filter(choice -> !choice.label().isEmpty())
                .limit(limits.choices() == 0 ? choices.size() : limits.choices())
                .toList();
    }
}
