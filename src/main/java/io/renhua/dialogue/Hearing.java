package io.renhua.dialogue;

import io.renhua.persona.Persona;
import io.renhua.persona.TakenNames;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is kept with a message beside what it was taken for, in the script's names and in numbers, and in nobody's words.
 *
 * @param reading how near the lines came, where none was meant; else null
 * @param around what was not as usual around it; null where everything was
 */
public record Hearing(
        Trace.@Nullable Reading reading, @Nullable Circumstances around) {

    /**
     * What may make a persona say something else.
     *
     * @param attended whether anybody was at the desk
     * @param facts of the person: {@code helped}, {@code helped_until}, {@code tag}, and what a company knows of them
     */
    public record Circumstances(boolean attended, Map<String, Set<String>> facts) {
        /** Somebody is there, and nothing is known of whoever writes. */
        public static final Circumstances USUAL = new Circumstances(true, Map.of());

        /** What a person at the desk wrote freely is not among them. */
        private static final Set<String> KEPT = Set.of(Helped.FACT, Helped.UNTIL, "tag");

        public Circumstances {
            facts = Map.copyOf(facts);
        }

        /** The same with values of the person shown as a reader may see them: by name and value. */
        public Circumstances seen(BinaryOperator<String> shown) {
            var seen = new TreeMap<String, Set<String>>();
            facts.forEach((name, values) -> seen.put(
                    name,
                    KEPT.contains(name)
                            ? values
                            : values.stream()
                                    .map(value -> shown.apply(name, value))
                                    .collect(Collectors.toSet())));
            return new Circumstances(attended, seen);
        }

        /** Of what a company knows only that stays which decides who somebody is to the persona, and is nothing to mask. */
        static Circumstances of(Persona persona, Heard heard) {
            var facts = new TreeMap<>(heard.facts());
            var masked = persona.privacy().mask();
            facts.keySet()
                    .removeIf(name -> !KEPT.contains(name)
                            && (TakenNames.has(name) || masked.contains(name) || !persona.asksOf(name)));
            return new Circumstances(heard.outlook().attended(), facts);
        }
    }

    /** Empty where it was understood, and everything was as usual. */
    public static Optional<Hearing> of(Persona persona, Heard heard, Step step) {
        var around = Circumstances.of(persona, heard);
        var hearing = new Hearing(
                step.intent() == null
                        ? Trace.Reading.of(heard, step.state().felt().feeling())
                        : null,
                around.equals(Circumstances.USUAL) ? null : around);
        return hearing.reading() == null && hearing.around() == null ? Optional.empty() : Optional.of(hearing);
    }
}
