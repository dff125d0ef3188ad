package io.renhua.exchange;

import io.renhua.persona.Condition;
import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import io.renhua.persona.Variant;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A persona on its way into another form: what goes along of its lines, and what stays at home and is told. */
final class Leaving {
    private final Persona persona;
    private final Map<Wording, TreeSet<String>> left = new LinkedHashMap<>();

    Leaving(Persona persona) {
        this.persona = persona;
    }

    Persona persona() {
        return persona;
    }

    /** Lines that say something by themselves. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        persona.lines().values().stream().map(this::firstTime).forEach(line -> {
            if (line.says().isEmpty()) {
                stays(Wording.of("lines without words of their own"), line.id());
            } else {
                lines.add(line);
            }
        });
        return lines;
    }

    /** Other forms answer the same every time: as the first time here. */
    private Line firstTime(Line line) {
        if (line.steps().isEmpty()) {
            return line;
        }
        var first = line.step(1).says();
        stays(Wording.of("what comes the second time and later (steps)"), line.id());
        return new Line(
                line.id(),
                line.topic(),
                line.lock(),
                line.asks(),
                line.not(),
                line.form(),
                first == null ? List.of() : List.of(first),
                line.sets(),
                line.step(1).handsOff());
    }

    /**
     * The variants that may be said without asking when: those that the form can hold with their condition, and those that
     * have none. Where there is no such one, the last, which says it to whoever is left.
     *
     * @param fits whether the form can say when
     */
    List<Variant> variants(Line line, Predicate<Variant> fits) {
        var variants = line.says().stream()
                .filter(variant -> isUsual(variant) || fits.test(variant))
                .toList();
        if (variants.size() < line.says().size()) {
            stays(Wording.of("variants with conditions (if, channel)"), line.id());
        }
        return variants.isEmpty() ? List.of(line.says().getLast()) : variants;
    }

    /** Notes what does not fit. */
    void stays(CharSequence what, String where) {
        left.computeIfAbsent(Wording.of(what), ignored -> new TreeSet<>()).add(where);
    }

    /** Notes of a line what only a script can hold. */
    void note(Line line) {
        noteIf(!line.not().values().stream().allMatch(List::isEmpty), "not", line);
        noteIf(line.form() != null, "forms", line);
        noteIf(!line.sets().isEmpty(), "sets", line);
        noteIf(line.handsOff() != null, "hands_off", line);
        noteIf(line.says().stream().anyMatch(variant -> variant.shorter() != null), "short", line);
        noteIf(line.says().stream().anyMatch(variant -> variant.card() != null), "card", line);
        noteIf(line.says().stream().anyMatch(variant -> variant.mood() != null), "mood", line);
        noteIf(line.says().stream().anyMatch(variant -> variant.humour() > 0), "humour", line);
        noteIf(line.says().stream().anyMatch(variant -> variant.claim() != null), "claim, proof", line);
    }

    /** The same, for a form that holds words alone. */
    void noteAll(Line line) {
        note(line);
        noteIf(line.says().stream().anyMatch(variant -> !variant.quick().isEmpty()), "quick", line);
        noteIf(line.says().stream().anyMatch(variant -> variant.media() != null), "media", line);
    }

    private void noteIf(boolean holds, String what, Line line) {
        if (holds) {
            stays(what, line.id());
        }
    }

    /** What stayed at home, and where to find it. */
    List<Wording> remarks() {
        List<Wording> remarks = new ArrayList<>();
        left.forEach((what, where) ->
                remarks.add(Wording.of("Does not fit, and stays at home: %s, of %s.", what, String.join(", ", where))));
        remarks.add(Wording.of("Stays at home, for it has no place there: scans and menu, tone, feelings, handoff,"
                + " disclosure, privacy, campaigns, tests and tables."));
        return remarks;
    }

    static boolean isUsual(Variant variant) {
        return variant.when().equals(Condition.ALWAYS) && variant.platforms().isEmpty();
    }
}
