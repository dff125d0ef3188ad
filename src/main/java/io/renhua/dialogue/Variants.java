package io.renhua.dialogue;

import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import io.renhua.persona.Variant;
import io.renhua.persona.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Chooses among the ways of saying one thing: what may be said here and now; of it what fits best, which is what the
 * script wrote for this case before what it wrote for every case; of that what this person has not heard for longest.
 */
final class Variants {
    private Variants() {}

    static Optional<Variant> choose(Turn turn, Line line) {
        var facts = Facts.of(turn, line.id());
        var values = Values.of(turn);
        int humour = humourNow(turn.persona(), line, facts);
        var fitting = line.says().stream()
                .filter(variant -> variant.platforms().isEmpty()
                        || variant.platforms().contains(turn.heard().platform()))
                .filter(variant -> variant.when().holds(facts))
                .toList();
        var apt = preferring(fitting, variant -> variant.humour() <= humour);
        var whole =
                preferring(apt, variant -> Placeholders.complete(variant.text().in(turn.locale()), values::of));
        var meantForThis = preferring(whole, Variants::conditioned);
        var meantForHere =
                preferring(meantForThis, variant -> !variant.platforms().isEmpty());
        return meantForHere.stream().min(longestAgo(turn, line.id(), facts));
    }

    /** A text's name in the memory, the same in every locale. */
    static String key(Persona persona, Words text) {
        return text.in(persona.locales().standard());
    }

    private static List<Variant> preferring(List<Variant> variants, Predicate<Variant> better) {
        var left = variants.stream().filter(better).toList();
        return left.isEmpty() ? variants : left;
    }

    private static boolean conditioned(Variant variant) {
        return !(variant.when() instanceof io.renhua.persona.Condition.All(var conditions) && conditions.isEmpty());
    }

    private static int humourNow(Persona persona, Line line, Map<String, Set<String>> facts) {
        var off = persona.tone().humourOffWhen();
        boolean sensitive = line.topic() == Line.Topic.SENSITIVE && off.contains("sensitive");
        boolean felt = facts.getOrDefault("feeling", Set.of()).stream().anyMatch(off::contains);
        return sensitive || felt ? 0 : persona.tone().humour();
    }

    /** Never heard first; ties go by person and day, the same at every replay. */
    private static Comparator<Variant> longestAgo(Turn turn, String line, Map<String, Set<String>> facts) {
        var persona = turn.persona();
        var day =
                LocalDate.ofInstant(turn.heard().at(), persona.handoff().hours().zone());
        int person = (turn.heard().facts().isEmpty() ? "" : facts.toString()).hashCode();
        return Comparator.<Variant>comparingLong(
                        variant -> turn.state().memory().saidIn(key(persona, variant.text())))
                .thenComparingInt(variant -> spread(
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
