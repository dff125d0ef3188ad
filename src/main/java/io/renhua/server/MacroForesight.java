package io.renhua.server;

import io.renhua.conversation.ReplyRules;
import io.renhua.handoff.Later;
import io.renhua.handoff.Macro;
import io.renhua.handoff.Macro.Step;
import io.renhua.handoff.Tags;
import io.renhua.handoff.Whose;
import io.renhua.message.ConversationId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What a macro would do in a conversation, step by step, by the rules of each act. Nothing is done by looking. */
@Singleton
final class MacroForesight {
    private final MacroScenes scenes;
    private final CannedOffers replies;
    private final ReplyRules rules;
    private final Checklists checklists;
    private final DeskChoices choices;
    private final Clock clock;

    MacroForesight(
            MacroScenes scenes,
            CannedOffers replies,
            ReplyRules rules,
            Checklists checklists,
            DeskChoices choices,
            Clock clock) {
        this.scenes = scenes;
        this.replies = replies;
        this.rules = rules;
        this.checklists = checklists;
        this.choices = choices;
        this.clock = clock;
    }

    List<MacroStep> of(StaffMember me, ConversationId conversation, Macro macro) {
        var scene = scenes.of(me, conversation);
        return macro.steps().stream()
                .map(step -> step(step, macro.whose(), scene))
                .toList();
    }

    private MacroStep step(Step step, Whose macro, MacroScene scene) {
        var told = MacroStep.of(step);
        return switch (step) {
            case Step.Say(var shortcut) -> say(told, shortcut, macro, scene);
            case Step.Tag(var tag) -> tag(told, tag, scene);
            case Step.Untag(var tag) -> scene.tags().remove(tag) ? told : told.already();
            case Step.Urgent(var urgent) -> urgent(told, urgent, scene);
            case Step.Note note -> told;
            case Step.Pass(var team) ->
                choices.teams().contains(team) ? where(scene.has(), told, scene) : told.refused("team");
            case Step.Hold(var until) -> where(scene.has(), told.until(moment(until)), scene);
            case Step.Resolve(var topic) ->
                checklists.open(scene.me(), scene.conversation(), topic).isEmpty()
                        ? where(scene.has(), told, scene)
                        : told.refused("checklist");
            case Step.Release release -> where(scene.mayRelease(), told, scene);
        };
    }

    private Instant moment(Later until) {
        return until.from(clock.instant(), clock.getZone());
    }

    private static MacroStep where(boolean may, MacroStep told, MacroScene scene) {
        return may ? told : told.refused(scene.stand());
    }

    private MacroStep say(MacroStep told, String shortcut, Whose macro, MacroScene scene) {
        var reply = replies.called(shortcut, macro, scene.conversation(), scene.me());
        if (reply.isEmpty()) {
            return told.refused("reply");
        }
        var text = reply.get().text();
        var said = where(scene.speaks(), told.saying(text, reply.get().enclosed()), scene);
        var forbidden = DeskAnswer.Remark.of(rules.judge(scene.conversation(), text)).stream()
                .filter(DeskAnswer.Remark::forbids)
                .toList();
        return said.isRefused() || forbidden.isEmpty() ? said : said.refused(forbidden);
    }

    private static MacroStep tag(MacroStep told, String tag, MacroScene scene) {
        if (scene.tags().contains(tag)) {
            return told.already();
        }
        if (scene.tags().size() >= Tags.MOST) {
            return told.refused("tags");
        }
        scene.tags().add(tag);
        return told;
    }

    private static MacroStep urgent(MacroStep told, boolean wanted, MacroScene scene) {
        return scene.urgent()
                .map(urgent -> urgent == wanted ? told.already() : told)
                .orElseGet(() -> told.refused(scene.stand()));
    }
}
