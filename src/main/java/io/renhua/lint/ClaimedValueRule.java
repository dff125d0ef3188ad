package io.renhua.lint;

import io.renhua.persona.EntityKind.Values;
import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import io.renhua.persona.Placeholder;
import io.renhua.text.Fold;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** U6: a value that two entities of one line could take. */
final class ClaimedValueRule implements LintRule {

    @Override
    public void judge(Persona persona, Findings findings) {
        persona.lines().values().forEach(line -> judge(line, persona, findings));
    }

    private static void judge(Line line, Persona persona, Findings findings) {
        var owners = new TreeMap<String, Set<String>>();
        for (var entity : entities(line, persona)) {
            if (persona.entities().get(entity) instanceof Values(var values, var _)) {
                values.values().stream()
                        .flatMap(List::stream)
                        .forEach(name -> owners.computeIfAbsent(Fold.key(name), _ -> new TreeSet<>())
                                .add(entity));
            }
        }
        owners.forEach((value, both) -> {
            if (both.size() > 1) {
                var why = value + " is a value of " + String.join(" and of ", both);
                findings.error(Utterance.path(line), Rule.U6, why, "it in one of them only");
            }
        });
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
