package io.renhua.lint;

import com.google.re2j.Pattern;
import io.renhua.persona.EntityKind;
import io.renhua.persona.EntityKind.Values;
import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import io.renhua.persona.Placeholder;
import io.renhua.text.Fold;
import io.renhua.text.Wording;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** U6: a value that two entities of one line could take. */
final class ClaimedValueRule implements LintRule {

    @Override
    public void judge(Persona persona, Findings findings) {
        persona.lines().values().forEach(line -> judge(line, persona, findings));
    }

    private static void judge(Line line, Persona persona, Findings findings) {
        var named = List.copyOf(entities(line, persona));
        for (int i = 0; i < named.size(); i++) {
            for (int j = i + 1; j < named.size(); j++) {
                both(named.get(i), named.get(j), persona).ifPresent(both -> {
                    var why = Wording.of("%s is a value of %s and of %s", both.value(), both.one(), both.other());
                    findings.error(Utterance.path(line), Rule.U6, why, "it in one of them only");
                });
            }
        }
    }

    private record Both(String value, String one, String other) {}

    /** The first value that either could take. */
    private static Optional<Both> both(String one, String other, Persona persona) {
        return Stream.concat(
                        examples(one, persona).filter(value -> takes(other, value, persona)),
                        examples(other, persona).filter(value -> takes(one, value, persona)))
                .findFirst()
                .map(value -> new Both(value, one, other));
    }

    /** What the script shows of its values: names of one list, an example of a pattern. */
    private static Stream<String> examples(String entity, Persona persona) {
        return switch (persona.entities().get(entity)) {
            case Values(var values, var _) ->
                values.values().stream().flatMap(List::stream).map(Fold::key);
            case EntityKind.Pattern(var _, var example) -> Stream.of(example);
            case EntityKind.BuiltIn _ -> Stream.empty();
            case null -> Stream.empty();
        };
    }

    private static boolean takes(String entity, String value, Persona persona) {
        return switch (persona.entities().get(entity)) {
            case Values(var values, var _) ->
                values.values().stream().flatMap(List::stream).map(Fold::key).anyMatch(Fold.key(value)::equals);
            case EntityKind.Pattern(var regex, var _) ->
                Pattern.compile(regex, Pattern.CASE_INSENSITIVE).matches(value);
            case EntityKind.BuiltIn _ -> false;
            case null -> false;
        };
    }

    private static Set<String> entities(Line line, Persona persona) {
        var entities = new TreeSet<String>();
        line.asks().values().stream()
                .flatMap(Collection::stream)
                .forEach(ask -> Placeholder.in(ask).forEach(gap -> entities.add(gap.name())));
        var form = persona.forms().get(line.form() == null ? "" : line.form());
        if (form != null) {
            form.slots().forEach(slot -> entities.add(slot.name()));
        }
        return entities;
    }
}
