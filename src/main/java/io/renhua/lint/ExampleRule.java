package io.renhua.lint;

import io.renhua.persona.Line;
import io.renhua.persona.Line.Topic;
import io.renhua.persona.Persona;
import io.renhua.text.Wording;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** U3: enough example sentences to learn from, and more than one meaning to tell apart. */
final class ExampleRule implements LintRule {
    private static final int ENOUGH = 5;

    @Override
    public void judge(Persona persona, Findings findings) {
        var offered = offered(persona);
        for (var line : persona.lines().values()) {
            boolean otherwise = offered.contains(line.id()) || byWord(persona, line);
            if (!otherwise || !silent(line.asks())) {
                count(Utterance.path(line) + ".asks", line.asks(), persona, findings);
            }
        }
        count("handoff.explicit.asks", persona.handoff().explicit(), persona, findings);
        choice(persona, findings);
    }

    private static void count(String path, Map<String, List<String>> asks, Persona persona, Findings findings) {
        if (silent(asks)) {
            findings.error(
                    path,
                    Rule.U3,
                    "nobody can say this: there is no example",
                    Wording.of("%s examples or more", ENOUGH));
            return;
        }
        for (var locale : persona.locales().offered()) {
            int count = asks.getOrDefault(locale, List.of()).size();
            var said = new Utterance(path, "asks", locale, "");
            if (count == 0) {
                findings.error(
                        said,
                        Rule.U3,
                        Wording.of("nobody can say this in %s", locale),
                        Wording.of("%s examples or more", ENOUGH));
            } else if (count < ENOUGH) {
                var why = Wording.of("too few examples in %s: %s", locale, count);
                findings.warn(said, Rule.U3, why, Wording.of("%s more", ENOUGH - count));
            }
        }
    }

    /** Where all that can be said is one thing, everything sounds like it. */
    private static void choice(Persona persona, Findings findings) {
        var said = persona.lines().values().stream()
                .filter(line -> line.topic() == Topic.LINE && !silent(line.asks()))
                .toList();
        if (said.size() == 1) {
            var path = Utterance.path(said.getFirst());
            var why = "this is the only line that people can say, so that much is taken for it";
            findings.warn(path, Rule.U3, why, "a second line");
        } else if (said.isEmpty()) {
            findings.warn("lines", Rule.U3, "there is no line that people can say", "lines: and two of them under it");
        }
    }

    /** A pack has words of its topic. */
    private static boolean byWord(Persona persona, Line line) {
        return line.topic() == Topic.SENSITIVE
                && persona.sensitivePacks().stream()
                        .anyMatch(pack -> pack.topics().containsKey(line.id().replaceFirst("^sensitive\\.", "")));
    }

    private static boolean silent(Map<String, List<String>> asks) {
        return asks.values().stream().allMatch(Collection::isEmpty);
    }

    /** Lines that a button leads to need no examples. */
    private static Set<String> offered(Persona persona) {
        var offered = new HashSet<>(persona.welcome().menu());
        Placed.of(persona).forEach(each -> offered.addAll(each.variant().quick()));
        return offered;
    }
}
