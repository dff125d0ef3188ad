package io.renhua.dialogue;

import io.renhua.persona.Handoff;
import io.renhua.persona.Line;
import io.renhua.persona.Occasion;
import io.renhua.persona.Persona;
import io.renhua.text.Wording;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a persona's tests have shown of it so far, and what they have not. Not safe to share. */
public final class Coverage {
    private final Persona persona;
    private final Set<Wording> shown = new LinkedHashSet<>();
    private final Set<Wording> reasons = new LinkedHashSet<>();

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
                    shown.add(Wording.of(say.source()));
                }
                case Move.HandOff(var queue, var why, var precedence, var opens, var routing, var elsewhere) ->
                    reasons.add(Wording.of(why));
                case Move.Perform perform -> {}
                case Move.Pause pause -> {}
                case Move.Withdraw withdraw -> {}
                case Move.Forget forget -> {}
            }
        }
    }

    /**
     * A kind of thing that tests can show.
     *
     * @param all how many there are
     * @param missing those that no test shows, as the script names them
     */
    public record Share(String of, int all, List<Wording> missing) {
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
                                .map(Line::id)
                                .map(Wording::of),
                        shown),
                share("ways of saying them", lines.stream().flatMap(Coverage::variants), shown),
                share("reasons for a person", reasons().map(Wording::of), reasons),
                share(
                        "locked items",
                        lines.stream()
                                .filter(line -> line.lock() != null)
                                .map(Line::id)
                                .map(Wording::of),
                        shown));
    }

    /** Those that somebody can be handed over for: a tag only says to whom. */
    private Stream<String> reasons() {
        return persona.handoff().reasons().values().stream()
                .filter(reason -> !(reason.occasion() instanceof Occasion.Tagged))
                .map(Handoff.Reason::id);
    }

    private static Share share(String of, Stream<Wording> all, Set<Wording> shown) {
        var names = all.toList();
        return new Share(
                of,
                names.size(),
                names.stream().filter(name -> !shown.contains(name)).toList());
    }

    private static Stream<Wording> variants(Line line) {
        var steps = IntStream.rangeClosed(1, line.steps().size())
                .filter(time -> line.step(time).says() != null)
                .mapToObj(time -> step(line.id(), time));
        return Stream.concat(
                IntStream.range(0, line.says().size()).mapToObj(place -> variant(line.id(), place)), steps);
    }

    private static Wording step(String line, int time) {
        return Wording.of("%s the %s. time", line, time);
    }

    private static Wording variant(String line, int place) {
        return Wording.of("%s says %s", line, place + 1);
    }
}
