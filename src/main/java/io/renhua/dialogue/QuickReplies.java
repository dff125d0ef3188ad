package io.renhua.dialogue;

import io.renhua.message.Choice;
import io.renhua.message.Limits;
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

    /** What they may have meant, best first; then what we would have offered anyway. */
    private static List<String> guesses(Turn turn, Set<String> besides) {
        var persona = turn.persona();
        var ranked = turn.heard().ranking().candidates().stream()
                .map(Candidate::intent)
                .filter(intent -> intent.equals(Meant.PERSON)
                        || Optional.ofNullable(persona.lines().get(intent))
                                .filter(QuickReplies::offers)
                                .isPresent());
        var usual = Stream.concat(persona.welcome().follow().quick().stream(), persona.welcome().menu().stream());
        return Stream.concat(ranked, usual)
                .filter(key -> !besides.contains(key) && choice(turn, key).isPresent())
                .distinct()
                .toList();
    }

    /** Nobody is asked whether they meant a sorrow, or made to press small talk that has no name. */
    private static boolean offers(Line line) {
        return line.topic() != Line.Topic.SENSITIVE;
    }

    private static Optional<Choice> choice(Turn turn, String key) {
        return label(turn, key).map(label -> new Choice(key, label));
    }

    private static Optional<String> label(Turn turn, String key) {
        var persona = turn.persona();
        return Optional.ofNullable(persona.labels().get(key))
                .map(label -> label.in(turn.locale()))
                .or(() -> Optional.ofNullable(persona.lines().get(key)).flatMap(line -> example(line, turn.locale())))
                .or(() -> byForm(persona, key).flatMap(line -> example(line, turn.locale())));
    }

    private static Optional<Line> byForm(Persona persona, String key) {
        var form = Pressed.after(Pressed.FORM, key);
        return persona.lines().values().stream()
                .filter(line -> !form.isEmpty() && form.equals(line.form()))
                .findFirst();
    }

    private static Optional<String> example(Line line, String locale) {
        return line.asks().getOrDefault(locale, List.of()).stream()
                .filter(example -> !example.contains("{"))
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
