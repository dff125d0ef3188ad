package io.renhua.lint;

import io.renhua.persona.Audience;
import io.renhua.persona.Condition;
import io.renhua.persona.Condition.Is;
import io.renhua.persona.Escalation;
import io.renhua.persona.Form;
import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import io.renhua.persona.Variant;
import io.renhua.text.Wording;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** S7: whatever the facts are, a line has something to say, and so has somebody when a form is full. */
final class AlwaysSomethingToSayRule implements LintRule {

    @Override
    public void judge(Persona persona, Findings findings) {
        for (var line : persona.lines().values()) {
            speechless(line, persona, Wording.of("line %s", line.id()), findings);
            if (!line.steps().isEmpty() && isMute(line.step(1))) {
                var why = Wording.of("line %s falls silent the first time, and nobody knows why", line.id());
                findings.error(Utterance.path(line) + ".steps[0]", Rule.S7, why, "text: beside do: pause");
            }
        }
        persona.actions()
                .values()
                .forEach(action -> speechless(
                        action.failed(), persona, Wording.of("action %s that failed", action.name()), findings));
        forms(persona, findings);
        alone(persona, findings);
    }

    /** Where a text stands alone, a greeting or a tier, nothing else could be said to whoever is in no mood for it. */
    private static void alone(Persona persona, Findings findings) {
        Placed.of(persona).stream()
                .filter(each -> each.variant().humour() > 0 && !each.path().contains(".says["))
                .forEach(each -> findings.warn(
                        each.path(),
                        Rule.S7,
                        "this text stands alone and is said in every mood, so that humour does nothing here",
                        Wording.of("no humour, and the joke in a line that has another way of saying it")));
    }

    private static void speechless(Line line, Persona persona, Wording who, Findings findings) {
        var everywhere = line.says().stream()
                .filter(variant -> variant.platforms().isEmpty())
                .toList();
        var serious =
                everywhere.stream().filter(variant -> variant.humour() == 0).toList();
        var path = Utterance.path(line) + ".says";
        if (!line.says().isEmpty() && !alwaysOne(everywhere, persona, line.form())) {
            var why = Wording.of("%s has nothing to say when no condition holds", who);
            findings.error(path, Rule.S7, why, "one more variant without if, channel, humour");
        } else if (!line.says().isEmpty() && !alwaysOne(serious, persona, line.form())) {
            var why = Wording.of("%s has nothing but jokes for whoever hears them where none is made", who);
            findings.warn(path, Rule.S7, why, "one more variant without humour");
        }
    }

    /** Who has answered its questions wants to hear what it was for. */
    private static void forms(Persona persona, Findings findings) {
        for (var form : persona.forms().values()) {
            boolean finds = form.lookUp() != null || form.action() != null;
            if (finds
                    && persona.lines().values().stream()
                            .noneMatch(line -> form.id().equals(line.form())
                                    && !line.says().isEmpty())) {
                var why = Wording.of("no line says what the form %s came to", form.id());
                findings.error(
                        "forms." + form.id(), Rule.S7, why, Wording.of("form: %s in the line that says it", form.id()));
            }
        }
    }

    private static boolean isMute(Escalation step) {
        return step.says() == null && step.handsOff() == null;
    }

    private static boolean alwaysOne(List<Variant> variants, Persona persona, @Nullable String form) {
        Map<String, Set<String>> covered = new HashMap<>();
        for (var variant : variants) {
            if (variant.when().equals(Condition.ALWAYS)) {
                return true;
            }
            if (variant.when() instanceof Is(var fact, var value)) {
                covered.computeIfAbsent(fact, ignored -> new HashSet<>()).add(value);
            }
        }
        return covered.getOrDefault("time", Set.of()).containsAll(Set.of("open", "closed"))
                || covered.getOrDefault("locale", Set.of())
                        .containsAll(persona.locales().offered())
                || coversAudiences(covered.getOrDefault("audience", Set.of()), persona.audiences())
                || coversResults(covered.getOrDefault("result", Set.of()), persona, form);
    }

    /** What else an action may come to has words of its own. */
    private static boolean coversResults(Set<String> covered, Persona persona, @Nullable String form) {
        return Optional.ofNullable(form)
                .map(persona.forms()::get)
                .map(Form::action)
                .map(persona.actions()::get)
                .filter(action -> covered.containsAll(action.returns().keySet()))
                .isPresent();
    }

    private static boolean coversAudiences(Set<String> covered, List<Audience> audiences) {
        return audiences.stream().anyMatch(audience -> audience.when().equals(Condition.ALWAYS))
                && covered.containsAll(audiences.stream().map(Audience::id).toList());
    }
}
