package io.renhua.lint;

import com.google.re2j.Pattern;
import io.renhua.persona.EntityKind;
import io.renhua.persona.EntityKind.BuiltIn;
import io.renhua.persona.Form;
import io.renhua.persona.Persona;
import io.renhua.persona.Words;
import io.renhua.text.Wording;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** L10: a question for something personal says why; papers of identity, cards and accounts are never asked for. */
final class PersonalSlotRule implements LintRule {
    private static final Set<String> PERSONAL = Set.of("phone", "email", "person");
    private static final Pattern PAPER =
            Pattern.compile("(?i)(^|_)(id_?card|id_?number|passport|bank|card|iban|cvv|account)");

    private static final String ASKS = "this asks for an identity card or a bank number";
    private static final String ELSEWHERE = "then: handoff.stuck, and a person who takes it elsewhere";

    /** An identity card of China, one of Taiwan, a bank card; none of them anybody's. */
    private static final List<String> PAPERS = List.of("11010519491231002X", "A123456789", "4111111111111111");

    @Override
    public void judge(Persona persona, Findings findings) {
        for (var form : persona.forms().values()) {
            for (int i = 0; i < form.slots().size(); i++) {
                var path = "forms." + form.id() + ".slots[" + i + "]";
                judge(form.slots().get(i), path, persona, findings);
                words(path + ".ask", form.slots().get(i).ask(), findings);
                words(path + ".retry", form.slots().get(i).retry(), findings);
            }
        }
        texts(persona, findings);
    }

    /** Elsewhere than in a form. */
    private static void texts(Persona persona, Findings findings) {
        Utterance.of(persona).stream()
                .filter(said -> said.isSaid() && !said.path().matches("forms\\..*\\.(ask|retry|why)"))
                .filter(said -> PaperWish.isIn(said.text()))
                .forEach(said -> findings.error(said, Rule.L10, ASKS, ELSEWHERE));
    }

    private static void words(String path, Words words, Findings findings) {
        words.byLocale().forEach((locale, text) -> {
            if (PaperWish.isNamedIn(text)) {
                findings.error(new Utterance(path, "forms", locale, text), Rule.L10, ASKS, ELSEWHERE);
            }
        });
    }

    private static void judge(Form.Slot slot, String path, Persona persona, Findings findings) {
        var kind = persona.entities().get(slot.name());
        if (PAPER.matcher(slot.name()).find() || takesPapers(kind)) {
            var why = Wording.of("%s may hold an identity card or a bank number", slot.name());
            findings.error(path, Rule.L10, why, ELSEWHERE);
        } else if (slot.why() == null && isPersonal(slot.name(), kind, persona)) {
            findings.warn(
                    path,
                    Rule.L10,
                    Wording.of("%s is personal, and nobody says why it is asked", slot.name()),
                    "why: …");
        }
    }

    private static boolean takesPapers(@Nullable EntityKind kind) {
        return kind instanceof EntityKind.Pattern(var regex, var _)
                && PAPERS.stream().anyMatch(paper -> Pattern.matches(regex, paper));
    }

    private static boolean isPersonal(String name, @Nullable EntityKind kind, Persona persona) {
        return persona.privacy().personal().contains(name)
                || (kind instanceof BuiltIn(var builtIn) && PERSONAL.contains(builtIn));
    }
}
