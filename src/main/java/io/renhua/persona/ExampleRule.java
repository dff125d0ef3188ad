package io.renhua.persona;

import io.renhua.persona.Problem.Severity;
import io.renhua.text.Fold;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** U3, U5: enough example sentences to learn from, and none twice. */
final class ExampleRule implements LintRule {
    private static final int ENOUGH = 5;

    @Override
    public void judge(Persona persona, Findings findings) {
        var offered = offered(persona);
        for (var line : persona.lines().values()) {
            boolean byButton =
                    offered.contains(line.id()) && line.asks().values().stream().allMatch(List::isEmpty);
            if (!byButton) {
                count(Utterance.path(line) + ".asks", line.asks(), persona, findings);
            }
        }
        count("handoff.explicit.asks", persona.handoff().explicit(), persona, findings);
        new Doubles(findings).check(persona);
    }

    private static void count(String path, Map<String, List<String>> asks, Persona persona, Findings findings) {
        for (var locale : persona.locales().offered()) {
            int count = asks.getOrDefault(locale, List.of()).size();
            var said = new Utterance(path, "asks", locale, "");
            if (count == 0) {
                findings.error(said, "U3", "nobody can say this in " + locale, ENOUGH + " examples or more");
            } else if (count < ENOUGH) {
                var why = "too few examples in " + locale + ": " + count;
                findings.warn(said, "U3", why, (ENOUGH - count) + " more");
            }
        }
    }

    /** Lines that a button leads to need no examples. */
    private static Set<String> offered(Persona persona) {
        var offered = new HashSet<>(persona.welcome().menu());
        offered.addAll(persona.welcome().follow().quick());
        persona.welcome().scans().forEach(scan -> offered.addAll(scan.says().quick()));
        persona.lines().values().forEach(line -> line.says().forEach(variant -> offered.addAll(variant.quick())));
        return offered;
    }

    /** Finds examples that say the same, but for punctuation, width, case or script. */
    private static final class Doubles {
        private final Findings findings;
        private final Map<String, String> firstByKey = new HashMap<>();
        private final Set<String> told = new HashSet<>();

        Doubles(Findings findings) {
            this.findings = findings;
        }

        void check(Persona persona) {
            for (var locale : persona.locales().offered()) {
                firstByKey.clear();
                persona.lines().values().forEach(line -> check(line, locale));
            }
        }

        private void check(Line line, String locale) {
            var asks = line.asks().getOrDefault(locale, List.of());
            for (int i = 0; i < asks.size(); i++) {
                var key = Fold.key(asks.get(i));
                var first = firstByKey.putIfAbsent(key, line.id());
                // what is converted from another locale doubles in both, and is told once
                if (first != null && told.add(first + "/" + line.id() + "/" + key)) {
                    var why = "\"" + asks.get(i) + "\" is an example of " + first + " already";
                    var path = Utterance.path(line) + ".asks";
                    findings.example(path, i, locale, Severity.WARNING, "U5", why, "another sentence, or none");
                }
            }
        }
    }
}
