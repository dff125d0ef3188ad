package io.renhua.lint;

import io.renhua.persona.Audience;
import io.renhua.persona.Condition;
import io.renhua.persona.Condition.Is;
import io.renhua.persona.Persona;
import io.renhua.persona.Variant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** S7: whatever the facts are, a line has something to say. */
final class AlwaysSomethingToSayRule implements LintRule {

    @Override
    public void judge(Persona persona, Findings findings) {
        for (var line : persona.lines().values()) {
            var serious = line.says().stream()
                    .filter(variant -> variant.platforms().isEmpty() && variant.humour() == 0)
                    .toList();
            if (!line.says().isEmpty() && !alwaysOne(serious, persona)) {
                var why = "line " + line.id() + " has nothing to say when no condition holds";
                findings.error(
                        Utterance.path(line) + ".says", Rule.S7, why, "one more variant without if, channel, humour");
            }
        }
    }

    private static boolean alwaysOne(List<Variant> variants, Persona persona) {
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
                || coversAudiences(covered.getOrDefault("audience", Set.of()), persona.audiences());
    }

    private static boolean coversAudiences(Set<String> covered, List<Audience> audiences) {
        return audiences.stream().anyMatch(audience -> audience.when().equals(Condition.ALWAYS))
                && covered.containsAll(audiences.stream().map(Audience::id).toList());
    }
}
