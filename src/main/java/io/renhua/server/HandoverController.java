package io.renhua.server;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.conversation.LiveDesk;
import io.renhua.conversation.LiveDesk.Outcome;
import io.renhua.conversation.Replies;
import io.renhua.conversation.Turnaways;
import java.time.Clock;
import java.util.List;

/** What people do with conversations at the desk. Who may: whoever has one; a supervisor with everybody's. */
@Controller("/desk")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class HandoverController {
    private final LiveDesk desk;
    private final Replies replies;
    private final Turnaways turnaways;
    private final Enclosures enclosures;
    private final Checklists checklists;
    private final DeskNames names;
    private final Clock clock;

    HandoverController(
            LiveDesk desk,
            Replies replies,
            Turnaways turnaways,
            Enclosures enclosures,
            Checklists checklists,
            DeskNames names,
            Clock clock) {
        this.desk = desk;
        this.replies = replies;
        this.turnaways = turnaways;
        this.enclosures = enclosures;
        this.checklists = checklists;
        this.names = names;
        this.clock = clock;
    }

    @Post("/claim")
    DeskAnswer claim(StaffMember me, @Body DeskAct act) {
        return answer(desk.claim(act.with(), me.login(), me.name()));
    }

    /** Does not take what was offered, or what a colleague asks to take over. */
    @Post("/decline")
    DeskAnswer decline(StaffMember me, @Body DeskAct act) {
        return answer(desk.decline(act.with(), me.login()));
    }

    @Post("/reply")
    DeskAnswer reply(StaffMember me, @Body DeskAct act) {
        var contents = enclosures.along(act.with(), act.needed(), act.enclosed());
        var wrong = enclosures.wrong(act.with(), act.enclosed());
        return wrong.isEmpty()
                ? answer(replies.reply(act.with(), me.login(), me.name(), act.id(), contents, act.upTo()))
                : answer(new Outcome.Forbidden(wrong));
    }

    /** Words for colleagues alone. */
    @Post("/note")
    DeskAnswer note(StaffMember me, @Body DeskAct act) {
        replies.note(act.with(), me.login(), act.needed());
        return answer(new Outcome.Done());
    }

    /** Asks a colleague, or a team, to take it over; what they should know goes along as a note. */
    @Post("/transfer")
    DeskAnswer transfer(StaffMember me, @Body DeskAct act) {
        var outcome = desk.transfer(act.with(), me.login(), act.receiver());
        if (outcome instanceof Outcome.Done && !act.words().isEmpty()) {
            replies.note(act.with(), me.login(), act.needed());
        }
        return answer(outcome);
    }

    /** Keeps what colleagues were asked to take over. */
    @Post("/keep")
    DeskAnswer keep(StaffMember me, @Body DeskAct act) {
        return answer(desk.keep(act.with(), me.login()));
    }

    @Post("/hold")
    DeskAnswer hold(StaffMember me, @Body DeskAct act) {
        return answer(desk.hold(act.with(), me.login(), act.later(clock)));
    }

    @Post("/release")
    DeskAnswer release(StaffMember me, @Body DeskAct act) {
        return answer(desk.release(act.with(), me.login(), me.name(), act.openQuestions()));
    }

    /** Where points of the checklist are open, it is asked once whether it is meant. */
    @Post("/resolve")
    DeskAnswer resolve(StaffMember me, @Body DeskAct act) {
        var open = act.isAnyway() ? List.<String>of() : checklists.open(me, act.with(), act.topicNeeded());
        return open.isEmpty() ? resolved(me, act) : DeskAnswer.stillOpen(open);
    }

    private DeskAnswer resolved(StaffMember me, DeskAct act) {
        return answer(desk.resolve(act.with(), me.login(), act.topicNeeded()));
    }

    @Post("/undo")
    DeskAnswer undo(StaffMember me, @Body DeskAct act) {
        return answer(turnaways
                .undoSpam(act.with(), me.login())
                .orElseGet(() -> desk.undo(act.with(), me.login(), me.name())));
    }

    /** A supervisor gives a conversation to somebody, from whoever has it. */
    @Post("/assign")
    @Secured({"owner", "operator"})
    HttpResponse<DeskAnswer> assign(StaffMember me, @Body DeskAct act) {
        var to = act.receiver().agent();
        if (to == null || !names.works(to)) {
            return HttpResponse.badRequest();
        }
        var outcome = desk.assign(act.with(), me.login(), to, names.staff(to), act.whyNeeded());
        return HttpResponse.ok(answer(outcome));
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> cannotBeDone() {
        return HttpResponse.badRequest();
    }

    private DeskAnswer answer(Outcome outcome) {
        return DeskAnswer.of(outcome, names, clock.instant());
    }
}
