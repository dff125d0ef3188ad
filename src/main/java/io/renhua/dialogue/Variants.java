package io.renhua.dialogue;

import io.renhua.dialogue.Choosing.Hindrance;
import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import io.renhua.persona.Sympathy;
import io.renhua.persona.Variant;
import io.renhua.persona.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Chooses among the ways of saying one thing. What may be said here and now; of it what was written for this very matter,
 * such as a look-up's result; of that what was not heard lately, then what was written for this person and place, then
 * what was heard longest ago.
 */
enum Variants {
    /** Where several are left, people differ and days differ, and every replay is the same. */
    BY_PERSON_AND_DAY,
    /** Where several are left, the first of the script, as its author expects who tests it. */
    IN_SCRIPT_ORDER;

    private static final int LATELY = 6;

    Optional<Selection.Chosen> choose(Turn turn, Line line) {
        var facts = Facts.of(turn, line.id());
        var values = Values.of(turn);
        var persona = turn.persona();
        var memory = turn.state().memory();
        long now = turn.state().turns();
        int humour = humourNow(turn, line, facts);
        ToLongFunction<Variant> said = variant -> memory.saidIn(key(persona, variant.text()));

        var selection = new Selection(line.says());
        selection.only(
                variant -> variant.platforms().isEmpty()
                        || variant.platforms().contains(turn.heard().platform()),
                variant -> new Hindrance.Elsewhere());
        selection.only(
                variant -> variant.when().holds(facts),
                variant -> new Hindrance.Condition(Facts.unmet(variant.when(), facts)));
        selection.most(variant -> -Math.max(0, variant.humour() - humour), new Hindrance.Humour(humour));
        selection.prefer(
                variant -> Placeholders.complete(variant.text().in(turn.locale()), values::of),
                variant -> new Hindrance.Incomplete());
        selection.most(variant -> Facts.ofTheMatter(variant.when()), new Hindrance.LessToThePoint());
        selection.prefer(
                variant -> said.applyAsLong(variant) < now - LATELY,
                variant -> new Hindrance.SaidLately(now - said.applyAsLong(variant)));
        selection.most(Variants::madeFor, new Hindrance.LessPersonal());
        return selection.first(
                longestAgo(turn, line.id(), facts),
                variant -> said.applyAsLong(variant) < 0
                        ? new Hindrance.Turns()
                        : new Hindrance.SaidSince(now - said.applyAsLong(variant)),
                Facts.lookedAt(line, facts));
    }

    /** Which one was said; empty where it was none of a line's. */
    static Optional<Variant> said(Persona persona, Move.Say say) {
        var line = persona.lines().get(say.source());
        var choosing = say.trace().choosing();
        return line == null || choosing == null
                ? Optional.empty()
                : Optional.of(line.says().get(choosing.taken()));
    }

    /** A text's name in the memory, the same in every locale. */
    static String key(Persona persona, Words text) {
        return text.in(persona.locales().standard());
    }

    private static int madeFor(Variant variant) {
        return Facts.ofTheMoment(variant.when()) + (variant.platforms().isEmpty() ? 0 : 1);
    }

    private static int humourNow(Turn turn, Line line, Map<String, Set<String>> facts) {
        var persona = turn.persona();
        var off = persona.tone().humourOffWhen();
        boolean sensitive = line.topic() == Line.Topic.SENSITIVE && off.contains("sensitive");
        boolean leaves = line.handsOff() != null && off.contains("handoff");
        boolean felt = facts.getOrDefault("feeling", Set.of()).stream().anyMatch(off::contains);
        boolean serious = Sympathies.felt(turn).filter(Sympathy::serious).isPresent();
        return sensitive || leaves || felt || serious ? 0 : persona.tone().humour();
    }

    private Comparator<Variant> longestAgo(Turn turn, String line, Map<String, Set<String>> facts) {
        var persona = turn.persona();
        var byTime = Comparator.<Variant>comparingLong(
                variant -> turn.state().memory().saidIn(key(persona, variant.text())));
        if (this == IN_SCRIPT_ORDER) {
            return byTime;
        }
        var day = LocalDate.ofInstant(turn.at(), persona.handoff().hours().zone());
        int person = new TreeMap<>(turn.heard().facts())
                .keySet().stream().map(fact -> fact + facts.get(fact)).toList().hashCode();
        return byTime.thenComparingInt(variant -> spread(
                person,
                day.hashCode(),
                line.hashCode(),
                key(persona, variant.text()).hashCode()));
    }

    private static int spread(int... parts) {
        int mixed = 17;
        for (int part : parts) {
            mixed = (mixed ^ part) * 0x9E3779B1;
            mixed ^= mixed >>> 15;
        }
        return mixed;
    }
}
