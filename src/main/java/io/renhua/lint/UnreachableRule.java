package io.renhua.lint;

import io.renhua.persona.Condition;
import io.renhua.persona.Condition.Is;
import io.renhua.persona.Persona;
import io.renhua.persona.Variant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;

/** S6: a variant that nobody will ever see. */
final class UnreachableRule implements LintRule {
    private static final Set<String> ONE_AT_A_TIME = Set.of("audience", "channel", "locale", "result", "helped");

    @Override
    public void judge(Persona persona, Findings findings) {
        var nobody = behindTheDefault(persona, findings);
        for (var line : persona.lines().values()) {
            for (int i = 0; i < line.says().size(); i++) {
                var path = Utterance.path(line) + ".says[" + i + "]";
                check(path, line.says().get(i), persona.tone().humour(), nobody, findings);
            }
        }
    }

    private static void check(String path, Variant variant, int humour, Set<String> nobody, Findings findings) {
        if (variant.humour() > humour) {
            var why = "nobody will see this: its humour is " + variant.humour() + ", the tone's is " + humour;
            findings.warn(path, Rule.S6, why, "humour: " + humour);
        }
        var seen = new HashMap<String, String>();
        SureFacts.each(variant.when()).forEach(condition -> {
            if (condition instanceof Is is
                    && ONE_AT_A_TIME.contains(is.fact())
                    && !is.value().endsWith("*")) {
                var other = seen.putIfAbsent(is.fact(), is.value());
                if (other != null && !other.equals(is.value())) {
                    var why = "nobody will see this: " + is.fact() + " is never " + other + " and " + is.value();
                    findings.warn(path, Rule.S6, why, "any: [{…}, {…}]");
                }
                if (is.fact().equals("audience") && nobody.contains(is.value())) {
                    var why = "nobody will see this: the default audience stands before " + is.value();
                    findings.warn(path, Rule.S6, why, "audience " + is.value() + " above the default");
                }
            }
        });
    }

    private static Set<String> behindTheDefault(Persona persona, Findings findings) {
        var behind = new HashSet<String>();
        boolean passed = false;
        for (var audience : persona.audiences()) {
            if (passed) {
                behind.add(audience.id());
                var why = "nobody is ever " + audience.id() + ": the default audience stands before it";
                findings.warn("audiences." + audience.id(), Rule.S6, why, "it above the default");
            }
            passed |= audience.when().equals(Condition.ALWAYS);
        }
        return behind;
    }
}
