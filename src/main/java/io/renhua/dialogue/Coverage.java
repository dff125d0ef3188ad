package io.renhua.dialogue;

import io.renhua.persona.Handoff;
import io.renhua.persona.Line;
import io.renhua.persona.Occasion;
import io.renhua.persona.Persona;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a persona's tests have shown of it so far, and what they have not. Not safe to share. */
public final class Coverage {
    private final Persona persona;
    private final Set<String> shown = new LinkedHashSet<>();
    private final Set<String> reasons = new LinkedHashSet<>();

    Coverage(Persona persona) {
        this.persona = persona;
    }

    void add(Step step) {
        for (var move : step.moves()) {
            switch (move) {
                case Move.Say say -> {
                    var choosing = say.trace().choosing();
                    shown.add(
                            say.trace().reason() instanceof Reason.Again(var time)
                                    ? step(say.source(), time)
                                    : variant(say.source(), choosing == null ? 0 : choosing.taken()));
                    shown.add(say.source());
                }
                case Move.HandOff(var queue, var why, var precedence, var opens, var routing, var elsewhere) ->
                    reasons.add(why);
                case Move.Perform perform -> {}
                case Move.Pause pause -> {}
                case Move.Withdraw withdraw -> {}
            }
        }
    }

    /**
     * A kind of thing that tests can show.
     *
     * @param all how many there are
     * @param missing those that no test shows, as the script names them
     */
    public record Share(String of, int all, List<String> missing) {
        public int shown() {
            return all - missing.size();
        }
    }

    /** Lines, the ways of saying them, reasons for a person, and what every persona must be able to say. */
    public List<Share> shares() {
        var lines = persona.lines().values();
        return List.of(
                share(
                        "lines",
                        lines.stream()
                                .filter(line -> variants(line).findAny().isPresent())
                                .map(Line::id),
                        shown),
                share("ways of saying them", lines.stream().flatMap(Coverage::variants), shown),
                share("reasons for a person", reasons(), reasons),
                share(
                        "locked items",
                        lines.stream().filter(line -> line.lock() != null).map(Line::id),
                        shown));
    }

    /** Those that somebody can be handed over for: a tag only says to whom. */
    private Stream<String> reasons() {
        return persona.handoff().reasons().values().stream()
                .filter(reason -> !(reason.occasion() instanceof Occasion.Tagged))
                .map(Handoff.Reason::id);
    }

    private static Share share(String of, Stream<String> all, Set<String> shown) {
        var names = all.toList();
        return new Share(
                of,
                names.size(),
                names.stream().filter(name -> !shown.contains(name)).toList());
    }

    private static Stream<String> variants(Line line) {
        var steps = IntStream.rangeClosed(1, line.steps().size())
                .filter(time -> line.step(time).says() != null)
                .mapToObj(time -> step(line.id(), time));
        return Stream.concat(
                IntStream.range(0, line.says().size()).mapToObj(place -> variant(line.id(), place)), steps);
    }

    private static String step(String line, int time) {
        return line + " the " + time + ". time";
    }

    private static String variant(String line, int place) {
        return line + " says " + (place + 1);
    }
}
