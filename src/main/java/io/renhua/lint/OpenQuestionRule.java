package io.renhua.lint;

import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import io.renhua.persona.Variant;
import io.renhua.text.Wording;
import java.util.List;
import java.util.Optional;

/**
 * C6: a question that ends a text has something that takes its answer. Whatever people answer to an open question is
 * understood or not like anything else they say; a yes is understood only where something is done with it, and a choice
 * where each of its ends is something that people can say.
 */
final class OpenQuestionRule implements LintRule {

    @Override
    public void judge(Persona persona, Findings findings) {
        var answers = new Answers(persona);
        var handsOff = persona.lines().values().stream()
                .filter(line -> line.handsOff() != null)
                .map(line -> Utterance.path(line) + ".")
                .toList();
        for (var each : Placed.of(persona)) {
            if (!isTaken(each.variant()) && handsOff.stream().noneMatch(each.path()::startsWith)) {
                unanswered(each.variant(), persona, answers).ifPresent(locale -> {
                    var said = new Utterance(
                            each.path() + ".text",
                            "lines",
                            locale,
                            each.variant().text().in(locale));
                    findings.warn(said, Rule.C6, "nothing takes the answer to this", instead(said));
                });
            }
        }
    }

    /** The first language in which nothing takes the answer; the others hardly ask anything else. */
    private static Optional<String> unanswered(Variant variant, Persona persona, Answers answers) {
        return persona.locales().offered().stream()
                .filter(locale -> OpenQuestion.ending(variant.text().in(locale))
                        .filter(question -> !answers.take(question))
                        .isPresent())
                .findFirst();
    }

    private static boolean isTaken(Variant variant) {
        return !variant.quick().isEmpty()
                || (variant.card() != null && variant.card().button() != null);
    }

    private static Wording instead(Utterance said) {
        return Wording.of(
                "quick: […], or %s",
                Redraft.without(OpenQuestion::asks, said.text())
                        .map(Wording::of)
                        .orElse(Wording.of("no question")));
    }

    /** What people can say to this persona. */
    private record Answers(Persona persona) {

        boolean take(OpenQuestion question) {
            return switch (question) {
                case OpenQuestion.Anything() -> true;
                case OpenQuestion.Yes() -> persona.lines().values().stream().anyMatch(Answers::acts);
                case OpenQuestion.Choice(var ends) -> ends.stream().allMatch(this::isSaid);
            };
        }

        /** A line that only nods takes no yes: whoever said it waits for what they said yes to. */
        private static boolean acts(Line line) {
            boolean nods = line.asks().values().stream().flatMap(List::stream).anyMatch(OpenQuestion::isYes);
            return nods
                    && (line.form() != null
                            || line.handsOff() != null
                            || line.says().stream().anyMatch(OpenQuestionRule::isTaken));
        }

        private boolean isSaid(String end) {
            return Sample.of(persona).stream().anyMatch(sample -> OpenQuestion.names(end, sample.words()));
        }
    }
}
