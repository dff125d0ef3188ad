package io.renhua.server;

import io.renhua.handoff.Macro;
import io.renhua.handoff.Macro.Step;
import io.renhua.handoff.Tags;
import io.renhua.message.ConversationId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Does what a macro says, each step as somebody would by hand, and stops where one is refused. */
@Singleton
final class MacroHand {
    private final MacroOffers macros;
    private final MacroForesight foresight;
    private final CannedOffers replies;
    private final HandoverController single;
    private final PriorityController priority;
    private final Tags tags;

    MacroHand(
            MacroOffers macros,
            MacroForesight foresight,
            CannedOffers replies,
            HandoverController single,
            PriorityController priority,
            Tags tags) {
        this.macros = macros;
        this.foresight = foresight;
        this.replies = replies;
        this.single = single;
        this.priority = priority;
        this.tags = tags;
    }

    /**
     * What a page shows before anything is done.
     *
     * @param able whether no step would be refused
     * @param as which foresight this is: named again when it is done
     */
    record Foreseen(String conversation, boolean able, String as, MacroCame macro) {
        Foreseen(ConversationId conversation, MacroCame macro) {
            this(conversation.toString(), !macro.isRefused(), macro.print(), macro);
        }
    }

    Foreseen foresee(StaffMember me, ConversationId conversation, String id) {
        var seen = macros.named(id, conversation, me)
                .map(macro -> MacroCame.of(foresight.of(me, conversation, macro)))
                .orElse(MacroCame.GONE);
        return new Foreseen(conversation, seen);
    }

    /** Does it. Where a step would be refused, or would now do something else than was shown, nothing is done. */
    DeskAnswer make(StaffMember me, ConversationId conversation, MacroAct act) {
        return macros.named(act.name(), conversation, me)
                .map(macro -> make(new Press(me, conversation, macro, act)))
                .orElseGet(() -> DeskAnswer.plain(false).after(MacroCame.GONE));
    }

    /** Somebody wants a macro done. */
    private record Press(StaffMember me, ConversationId conversation, Macro macro, MacroAct act) {}

    private DeskAnswer make(Press press) {
        var foreseen = MacroCame.of(foresight.of(press.me(), press.conversation(), press.macro()));
        if (foreseen.isRefused()) {
            return DeskAnswer.plain(false).after(foreseen);
        }
        if (!press.act().showed(press.conversation(), foreseen.print())) {
            return DeskAnswer.plain(false).after(new MacroCame("changed", foreseen.steps()));
        }
        var answer = stepByStep(press, foreseen.steps());
        macros.used(press.macro().id());
        return answer;
    }

    private DeskAnswer stepByStep(Press press, List<MacroStep> foreseen) {
        var came = new ArrayList<MacroStep>();
        var answer = DeskAnswer.plain(true);
        for (int i = 0; i < foreseen.size(); i++) {
            var step = foreseen.get(i);
            if (!answer.done()) {
                came.add(step.being(MacroStep.State.LEFT));
            } else if (step.state() == MacroStep.State.ALREADY) {
                came.add(step);
            } else {
                answer = make(press, press.macro().steps().get(i), step);
                came.add(answer.done() ? step.being(MacroStep.State.DONE) : step.refused(answer));
            }
        }
        return answer.after(MacroCame.of(came));
    }

    private DeskAnswer make(Press press, Step step, MacroStep foreseen) {
        var me = press.me();
        var conversation = press.conversation();
        return switch (step) {
            case Step.Say(var shortcut) -> say(press, shortcut, foreseen);
            case Step.Tag(var tag) -> DeskAnswer.plain(tags.give(conversation, tag, me.login()));
            case Step.Untag(var tag) -> {
                tags.remove(conversation, tag, me.login());
                yield DeskAnswer.plain(true);
            }
            case Step.Urgent(var urgent) ->
                priority.set(me, new PriorityController.Change(conversation.toString(), urgent));
            case Step.Note(var words) -> single.note(me, DeskAct.noting(conversation, words));
            case Step.Pass(var team) -> single.transfer(me, DeskAct.passing(conversation, team));
            case Step.Hold hold -> single.hold(me, DeskAct.holding(conversation, foreseen.until()));
            case Step.Resolve(var topic) -> single.resolve(me, DeskAct.resolving(conversation, topic));
            case Step.Release release -> single.release(me, DeskAct.plain(conversation));
        };
    }

    private DeskAnswer say(Press press, String shortcut, MacroStep foreseen) {
        var act = press.act();
        var words = Objects.requireNonNullElse(foreseen.words(), "");
        var along = foreseen.enclosed() == null ? null : foreseen.enclosed().told();
        var said = DeskAct.saying(press.conversation(), words, act.messageId(), act.seen(), along);
        var answer = single.reply(press.me(), said);
        if (answer.done()) {
            replies.taken(shortcut, press.macro().whose(), press.conversation(), press.me());
        }
        return answer;
    }
}
