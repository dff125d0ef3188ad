package io.renhua.server;

import io.renhua.handoff.Macro.Step;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A step of a macro as a page is told of it: what it would do in a conversation, or what came of it.
 *
 * @param value what it is done with: the shortcut, the tag, the team, the topic, the moment by its word
 * @param words that are said or noted, as they would be read
 * @param enclosed what goes along with words that are said
 * @param until when what is put off comes back
 * @param problem why it cannot be done, by name, where neither the stand nor the remarks say it
 * @param stand who has the conversation, where that is why it cannot be done
 * @param remarks why the words cannot be said
 */
record MacroStep(
        String act,
        String value,
        @Nullable String words,
        Enclosures.@Nullable Shown enclosed,
        @Nullable Instant until,
        State state,
        @Nullable String problem,
        @Nullable DeskStand stand,
        @Nullable List<DeskAnswer.Remark> remarks) {

    /** How far it is. */
    enum State {
        WILL,
        /** It is so without it. */
        ALREADY,
        DONE,
        REFUSED,
        /** One before it was refused. */
        LEFT
    }

    static MacroStep of(Step step) {
        return new MacroStep(act(step), value(step), note(step), null, null, State.WILL, null, null, null);
    }

    private static String act(Step step) {
        return step instanceof Step.Urgent(var urgent) && !urgent
                ? "not_urgent"
                : step.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String value(Step step) {
        return switch (step) {
            case Step.Say(var shortcut) -> shortcut;
            case Step.Tag(var tag) -> tag;
            case Step.Untag(var tag) -> tag;
            case Step.Pass(var team) -> team;
            case Step.Hold(var until) -> until.word();
            case Step.Resolve(var topic) -> topic;
            case Step.Urgent urgent -> "";
            case Step.Note note -> "";
            case Step.Release release -> "";
        };
    }

    private static @Nullable String note(Step step) {
        return step instanceof Step.Note(var words) ? words : null;
    }

    boolean isRefused() {
        return state == State.REFUSED;
    }

    MacroStep saying(String text, Enclosures.@Nullable Shown along) {
        return new MacroStep(act, value, text, along, until, state, problem, stand, remarks);
    }

    MacroStep until(Instant moment) {
        return new MacroStep(act, value, words, enclosed, moment, state, problem, stand, remarks);
    }

    MacroStep already() {
        return being(State.ALREADY);
    }

    MacroStep being(State now) {
        return new MacroStep(act, value, words, enclosed, until, now, problem, stand, remarks);
    }

    MacroStep refused(String why) {
        return new MacroStep(act, value, words, enclosed, until, State.REFUSED, why, null, null);
    }

    MacroStep refused(DeskStand has) {
        return new MacroStep(act, value, words, enclosed, until, State.REFUSED, null, has, null);
    }

    MacroStep refused(List<DeskAnswer.Remark> found) {
        return new MacroStep(act, value, words, enclosed, until, State.REFUSED, null, null, found);
    }

    /** As the single act was, when it was its turn. */
    MacroStep refused(DeskAnswer answer) {
        var why = answer.meanwhile() != null ? "meanwhile" : answer.open() != null ? "checklist" : null;
        return new MacroStep(act, value, words, enclosed, until, State.REFUSED, why, answer.stand(), answer.remarks());
    }
}
