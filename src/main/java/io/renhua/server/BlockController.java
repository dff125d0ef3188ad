package io.renhua.server;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.conversation.LiveDesk.Outcome;
import io.renhua.conversation.Turnaways;
import io.renhua.handoff.Blocks.Term;
import io.renhua.message.ConversationId;
import java.time.Clock;

/** Turns people away: supervisors block whom agents ask them to, and everybody closes spam. */
@Controller("/desk")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class BlockController {
    private static final int LONGEST_WHY = 70;

    private final Turnaways turnaways;
    private final DeskBlocking blocking;
    private final DeskNames names;
    private final Clock clock;

    BlockController(Turnaways turnaways, DeskBlocking blocking, DeskNames names, Clock clock) {
        this.turnaways = turnaways;
        this.blocking = blocking;
        this.names = names;
        this.clock = clock;
    }

    /** @param term {@code hour}, {@code day}, {@code week} or {@code good} */
    record Wanted(
            @Nullable String conversation,
            @Nullable String why,
            @Nullable String term) {
        ConversationId with() {
            return ConversationId.parse(conversation == null ? "" : conversation);
        }

        String reason() {
            var words = why == null ? "" : why.strip();
            if (words.isEmpty() || words.length() > LONGEST_WHY) {
                throw new IllegalArgumentException("1 to " + LONGEST_WHY + " characters are needed");
            }
            return words;
        }

        Term length() {
            return Term.of(term == null ? Term.DAY.word() : term);
        }
    }

    /** Whoever may not asks for it. */
    @Post("/block")
    DeskAnswer block(StaffMember me, @Body Wanted wanted) {
        return answer(
                blocking.lets(me)
                        ? turnaways.block(wanted.with(), me.login(), wanted.reason(), wanted.length())
                        : turnaways.ask(wanted.with(), me.login(), wanted.reason(), wanted.length()));
    }

    /** Lets them in again, or declines what somebody asks for. */
    @Post("/unblock")
    HttpResponse<DeskAnswer> unblock(StaffMember me, @Body DeskAct act) {
        return blocking.lets(me)
                ? HttpResponse.ok(answer(turnaways.lift(act.with(), me.login())))
                : HttpResponse.status(HttpStatus.FORBIDDEN);
    }

    @Post("/spam")
    DeskAnswer spam(StaffMember me, @Body DeskAct act) {
        return answer(turnaways.spam(act.with(), me.login()));
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> cannotBeDone() {
        return HttpResponse.badRequest();
    }

    private DeskAnswer answer(Outcome outcome) {
        return DeskAnswer.of(outcome, names, clock.instant());
    }
}
