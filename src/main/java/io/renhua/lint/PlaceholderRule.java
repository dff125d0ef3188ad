package io.renhua.lint;

import io.renhua.persona.Action;
import io.renhua.persona.Line;
import io.renhua.persona.LookUp;
import io.renhua.persona.Nearest;
import io.renhua.persona.Persona;
import io.renhua.persona.Placeholder;
import io.renhua.persona.Problem;
import io.renhua.text.Wording;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** S2, S3: what a text counts on must exist, and be there whenever the text is said. */
final class PlaceholderRule implements LintRule {
    private static final Set<String> STANDING = Set.of("nickname", "brand", "retain", "hotline");
    private static final Map<String, Set<String>> BY_PATH = Map.of(
            "handoff.say.queued", Set.of("ahead", "wait"),
            "handoff.say.joined", Set.of("agent"),
            "handoff.say.closed", Set.of("opens"),
            "handoff.say.back", Set.of("agent"));

    @Override
    public void judge(Persona persona, Findings findings) {
        var known = known(persona);
        for (var said : Utterance.of(persona)) {
            var sure = new HashSet<>(STANDING);
            persona.links().keySet().forEach(link -> sure.add("link." + link));
            sure.addAll(BY_PATH.getOrDefault(said.path(), Set.of()));
            if (said.path().matches("campaigns\\.\\w+\\.coupon\\.say")) {
                sure.add("code");
            }
            sure.addAll(SureFacts.at(persona, said.path()));
            check(said, known, sure, findings);
        }
        persona.lines()
                .values()
                .forEach(line -> examples(line, persona.entities().keySet(), findings));
    }

    private static void check(Utterance said, Set<String> known, Set<String> sure, Findings findings) {
        for (var each : Placeholder.in(said.text())) {
            var name = each.name();
            if (!known.contains(name)) {
                unknown(said, each, known, findings);
            } else if (each.otherwise() == null && !sure.contains(name)) {
                findings.error(said, Rule.S3, Wording.of("{%s} may be empty here", name), "{" + name + "|…}");
            }
        }
    }

    /** A profile may know what the script does not; with a default that does no harm. */
    private static void unknown(Utterance said, Placeholder gap, Set<String> known, Findings findings) {
        var why = Wording.of("nothing is called {%s}%s", gap.name(), Nearest.question(gap.name(), known));
        var instead =
                Nearest.to(gap.name(), known).map(name -> "{" + name + "}").orElse("the words themselves");
        if (gap.otherwise() == null) {
            findings.error(said, Rule.S2, why, instead);
        } else {
            findings.warn(said, Rule.S2, why, instead);
        }
    }

    private static void examples(Line line, Set<String> entities, Findings findings) {
        line.asks().forEach((locale, asks) -> {
            for (int i = 0; i < asks.size(); i++) {
                for (var each : Placeholder.in(asks.get(i))) {
                    if (!entities.contains(each.name())) {
                        var why = Wording.of(
                                "there is no entity {%s}%s", each.name(), Nearest.question(each.name(), entities));
                        var instead = Nearest.advice(each.name(), entities);
                        var path = Utterance.path(line) + ".asks";
                        findings.example(path, i, locale, Problem.Severity.ERROR, Rule.S2, why, instead);
                    }
                }
            }
        });
    }

    private static Set<String> known(Persona persona) {
        var known = new HashSet<>(STANDING);
        known.addAll(List.of(TitleRule.TITLE, "agent", "ahead", "wait", "opens", "scene.1", "code", "last_topic"));
        known.addAll(SureFacts.OF_HELP);
        persona.links().keySet().forEach(link -> known.add("link." + link));
        known.addAll(persona.entities().keySet());
        persona.forms().values().forEach(form -> form.slots().forEach(slot -> known.add(slot.name())));
        known.addAll(LookUp.columns(persona.lookUps()));
        known.addAll(Action.values(persona.actions()));
        persona.lines().values().forEach(line -> known.addAll(line.sets().keySet()));
        persona.welcome().scans().forEach(scan -> known.addAll(scan.sets().keySet()));
        return known;
    }
}
