package io.renhua.lint;

import io.renhua.nlu.FeelingReader;
import io.renhua.persona.Form;
import io.renhua.persona.Handoff;
import io.renhua.persona.Line;
import io.renhua.persona.Occasion;
import io.renhua.persona.Persona;
import io.renhua.persona.ScriptTest;
import io.renhua.persona.ScriptTest.They;
import io.renhua.persona.ScriptTest.We;
import io.renhua.persona.Sympathy;
import io.renhua.text.Wording;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** C8: each form, each reason for a person that the script gives, each locked item and each campaign has a test. */
final class UntestedRule implements LintRule {

    private static final FeelingReader FEELINGS = new FeelingReader();

    @Override
    public void judge(Persona persona, Findings findings) {
        var tests = new Tests(persona);
        persona.forms().values().stream()
                .filter(form -> !tests.ask(form))
                .forEach(form -> untested("forms." + form.id(), Wording.of("the form %s", form.id()), findings));
        persona.lines().values().stream()
                .filter(line -> line.lock() != null && !tests.answer(line))
                .forEach(line -> untested(Utterance.path(line), Wording.of("the locked %s", line.id()), findings));
        persona.outreach().campaigns().keySet().stream()
                .map(id -> "campaigns." + id)
                .filter(campaign -> !tests.name(campaign))
                .forEach(campaign -> untested(campaign, Wording.of("when %s is not sent", campaign), findings));
        persona.handoff().reasons().values().stream()
                .filter(reason -> !tests.reach(reason))
                .forEach(reason -> untested(
                        "handoff.reasons." + reason.id(), Wording.of("a handoff for %s", reason.id()), findings));
    }

    private static void untested(String path, CharSequence what, Findings findings) {
        findings.warn(path, Rule.C8, Wording.of("no test shows %s", what), "tests: and a chat that leads there");
    }

    /** What the script's own chats touch. */
    private record Tests(Persona persona) {

        boolean ask(Form form) {
            return ours().anyMatch(we ->
                            form.slots().stream().anyMatch(slot -> slot.name().equals(we.asks())))
                    || persona.tests().stream()
                            .anyMatch(test -> form.id().equals(test.then().form()));
        }

        boolean name(String campaign) {
            return persona.tests().stream()
                    .flatMap(test -> test.then().notSent().stream())
                    .anyMatch(named -> named.equals(campaign) || named.startsWith(campaign + "."));
        }

        boolean answer(Line line) {
            return ours().map(We::line)
                    .filter(Objects::nonNull)
                    .anyMatch(named -> line.id().equals(named) || line.id().endsWith("." + named));
        }

        boolean reach(Handoff.Reason reason) {
            return switch (reason.id()) {
                case "explicit" -> handsOff().anyMatch(test -> saysHandoff(test) && !says(test, "unknown"));
                case "fallback" -> handsOff().anyMatch(test -> says(test, "unknown"));
                case "stuck" -> handsOff().anyMatch(Tests::asksAForm);
                default -> ends(reason.id()) || !needed(reason) || happens(reason);
            };
        }

        /** A reason that nothing gives needs no test. */
        private boolean needed(Handoff.Reason reason) {
            return !(reason.occasion() instanceof Occasion.None)
                    || ending(reason.id()).findAny().isPresent()
                    || forms(reason.id()).findAny().isPresent()
                    || sympathies(reason.id()).findAny().isPresent();
        }

        /** Whether a tested line or form ends in a person for that reason. */
        private boolean ends(String reason) {
            return ending(reason).anyMatch(this::answer) || forms(reason).anyMatch(this::ask);
        }

        private Stream<Line> ending(String reason) {
            return persona.lines().values().stream()
                    .filter(line -> reason.equals(line.handsOff())
                            || line.steps().stream().anyMatch(step -> reason.equals(step.handsOff())));
        }

        private Stream<Form> forms(String reason) {
            return persona.forms().values().stream().filter(form -> reason.equals(form.handsOff()));
        }

        private Stream<Sympathy> sympathies(String reason) {
            return persona.feelings().values().stream().filter(sympathy -> reason.equals(sympathy.handsOff()));
        }

        /** Whether a tested chat ends in a person where what asks for one by itself was so. */
        private boolean happens(Handoff.Reason reason) {
            boolean shown = switch (reason.occasion()) {
                case Occasion.None() -> false;
                case Occasion.Missed _ -> handsOff().anyMatch(test -> says(test, "unknown"));
                case Occasion.FormTries _ -> handsOff().anyMatch(Tests::asksAForm);
                case Occasion.Tagged(var tag) -> handsOff().anyMatch(test -> isGiven(test, "tag", tag));
                case Occasion.Felt(var feeling, var _) -> handsOff().anyMatch(test -> isFelt(test, feeling));
            };
            return shown
                    || sympathies(reason.id())
                            .anyMatch(sympathy -> handsOff().anyMatch(test -> isFelt(test, sympathy.feeling())));
        }

        private static boolean isGiven(ScriptTest test, String fact, String value) {
            return value.equals(test.given().facts().get(fact));
        }

        /** It is given, by its name or as a score, or it is heard. */
        private boolean isFelt(ScriptTest test, String feeling) {
            return isGiven(test, "feeling", feeling)
                    || isCovered(test.given().facts().getOrDefault("feeling", ""), feeling)
                    || (feeling.equals("angry") && test.then().afterAnger() != null)
                    || test.chat().stream()
                            .anyMatch(beat -> beat instanceof They(var say, var _)
                                    && FEELINGS.read(say).mood().name().equalsIgnoreCase(feeling));
        }

        private boolean isCovered(String score, String feeling) {
            return score.matches("-?[0-9.]+")
                    && persona.feelings()
                            .getOrDefault(feeling, Sympathy.standing(feeling))
                            .covers(Double.parseDouble(score));
        }

        private Stream<ScriptTest> handsOff() {
            return persona.tests().stream()
                    .filter(test -> "QUEUED".equals(test.then().state()) || saysHandoff(test));
        }

        private static boolean asksAForm(ScriptTest test) {
            return ours(test).anyMatch(we -> we.asks() != null);
        }

        private static boolean saysHandoff(ScriptTest test) {
            return says(test, "handoff.queued") || says(test, "handoff.closed");
        }

        private static boolean says(ScriptTest test, String source) {
            return ours(test)
                    .anyMatch(we ->
                            Optional.ofNullable(we.say()).filter(source::equals).isPresent());
        }

        private Stream<We> ours() {
            return persona.tests().stream().flatMap(Tests::ours);
        }

        private static Stream<We> ours(ScriptTest test) {
            return test.chat().stream().filter(We.class::isInstance).map(We.class::cast);
        }
    }
}
