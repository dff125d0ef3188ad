package io.renhua.dialogue;

import io.renhua.message.Content;
import io.renhua.persona.Problem;
import io.renhua.persona.ScriptTest.Then;
import io.renhua.text.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a rehearsed chat ended, held against what its author expects of it.
 *
 * @param steps everything that the persona did, in order
 * @param waiting whether somebody waits for a person
 * @param brief what an agent would be told
 * @param afterAnger the owner once they say the last again and are angry
 */
record Ending(
        LivePersona live,
        DialogueState state,
        List<Step> steps,
        boolean waiting,
        Brief brief,
        Supplier<String> afterAnger) {

    /** The first expectation that is not met, in words. */
    Optional<Wording> missing(Then then) {
        return Stream.of(
                        unless(then.state() == null || then.state().equals(owner()), "then the state %s", then.state()),
                        unless(then.form() == null || then.form().equals(form()), "then the form %s", then.form()),
                        unless(
                                slots().entrySet().containsAll(then.slots().entrySet()),
                                "then the slots %s",
                                then.slots()),
                        unless(then.team() == null || then.team().equals(team()), "then the team %s", then.team()),
                        then.notSent().stream()
                                .filter(this::sent)
                                .map(each -> Wording.of("then nothing of %s", each))
                                .findFirst(),
                        then.briefHas().stream()
                                .filter(part -> !brief.has(part))
                                .map(part -> Wording.of("then an agent told of %s, not %s", part, brief.lines()))
                                .findFirst(),
                        unless(
                                then.afterAnger() == null || then.afterAnger().equals(afterAnger.get()),
                                "then the state %s after one more angry message",
                                then.afterAnger()),
                        then.clean()
                                ? finding().map(found -> Wording.of("then nothing for the lint: %s", found))
                                : none())
                .flatMap(Optional::stream)
                .findFirst();
    }

    Wording came() {
        var slots = new TreeMap<>(slots());
        var form = form() == null ? "none" : form();
        return team() == null
                ? Wording.of("the state is %s, the form %s, the slots %s", owner(), form, slots)
                : Wording.of("the state is %s, the form %s, the slots %s, the team %s", owner(), form, slots, team());
    }

    private static Optional<Wording> unless(boolean met, String format, @Nullable Object value) {
        return met ? none() : Optional.of(Reply.expectation(format, value));
    }

    private static Optional<Wording> none() {
        return Optional.empty();
    }

    private String owner() {
        return owner(waiting);
    }

    static String owner(boolean waiting) {
        return waiting ? "QUEUED" : "BOT";
    }

    /** What a person was asked for last. */
    static @Nullable String reason(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.moves().stream())
                .filter(Move.HandOff.class::isInstance)
                .map(move -> ((Move.HandOff) move).why())
                .reduce((first, last) -> last)
                .orElse(null);
    }

    private @Nullable String form() {
        return state.form() == null ? null : state.form().id();
    }

    private Map<String, String> slots() {
        var slots = new HashMap<String, String>();
        Optional.ofNullable(state.done()).ifPresent(done -> slots.putAll(done.slots()));
        state.forms().forEach(open -> slots.putAll(open.slots()));
        return slots;
    }

    private @Nullable String team() {
        return steps.stream()
                .flatMap(step -> step.moves().stream())
                .filter(Move.HandOff.class::isInstance)
                .map(move -> ((Move.HandOff) move).queue())
                .reduce((first, last) -> last)
                .orElse(null);
    }

    /** Whether it was said, or could be pressed. */
    private boolean sent(String name) {
        return steps.stream()
                .flatMap(Ending::says)
                .anyMatch(say ->
                        isOf(say.source(), name) || say.bubbles().stream().anyMatch(bubble -> offers(bubble, name)));
    }

    private static boolean offers(Content bubble, String name) {
        return bubble instanceof Content.Choices(var _, var choices)
                && choices.stream().anyMatch(choice -> isOf(choice.key(), name));
    }

    private static boolean isOf(String source, String name) {
        return source.equals(name) || source.startsWith(name + ".");
    }

    /** What the rules for single texts find first in what was said; the disclosure comes before whatever is tested. */
    private Optional<Wording> finding() {
        return steps.stream()
                .flatMap(step -> says(step)
                        .filter(say -> !say.source().equals(Disclosures.SOURCE))
                        .flatMap(say -> findings(step.locale(), say)))
                .map(found -> Wording.of("%s %s", found.code(), found.wrong()))
                .findFirst();
    }

    private Stream<Problem> findings(String locale, Move.Say say) {
        return say.bubbles().stream().flatMap(bubble -> live.guard().judge(locale, Reply.words(bubble)).stream());
    }

    private static Stream<Move.Say> says(Step step) {
        return step.moves().stream().filter(Move.Say.class::isInstance).map(Move.Say.class::cast);
    }
}
