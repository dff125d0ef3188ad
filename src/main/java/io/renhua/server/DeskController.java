package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.conversation.LiveDesk;
import io.renhua.conversation.LiveDesk.Outcome;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Human;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.persona.Guard;
import io.renhua.persona.Problem;
import io.renhua.store.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The agents' desk: the page, what stands on it, and what can be done there. */
@Controller("/desk")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class DeskController {
    private static final int LONGEST_REPLY = 4_000;

    private final DeskLists lists;
    private final DeskNames names;
    private final DeskWords words;
    private final DeskPages pages;
    private final Transcripts transcripts;
    private final LiveDesk desk;
    private final Clock clock;

    DeskController(
            DeskLists lists,
            DeskNames names,
            DeskWords words,
            DeskPages pages,
            Transcripts transcripts,
            LiveDesk desk,
            Clock clock) {
        this.lists = lists;
        this.names = names;
        this.words = words;
        this.pages = pages;
        this.transcripts = transcripts;
        this.desk = desk;
        this.clock = clock;
    }

    @Get(produces = MediaType.TEXT_HTML)
    HttpResponse<?> page(HttpRequest<?> request) {
        return pages.page(request, HttpStatus.OK, "desk", Map.of());
    }

    @Get(value = "/lists", produces = MediaType.APPLICATION_JSON)
    String lists(HttpRequest<?> request, StaffMember me) {
        return Json.write(lists.of(me.login(), words.languageOf(request), clock.instant()));
    }

    /** What is new or changed in a conversation since a place in the journal. */
    @Get(value = "/conversation", produces = MediaType.APPLICATION_JSON)
    String conversation(
            HttpRequest<?> request, @QueryValue ConversationId id, @QueryValue(defaultValue = "0") long after) {
        var card = lists.card(
                id, words.languageOf(request)); // first: what comes meanwhile is told again, and not passed over
        var lines = transcripts.thread(id, after).stream()
                .map(line -> DeskLine.of(line, names))
                .toList();
        return Json.write(new Talk(card.seq(), clock.instant(), card, lines));
    }

    /** @param seq to ask from next time */
    record Talk(long seq, Instant now, DeskCard card, List<DeskLine> lines) {}

    @Post("/claim")
    Answer claim(StaffMember me, @Body Act act) {
        return answer(desk.claim(act.with(), me.login(), me.name()));
    }

    @Post("/reply")
    HttpResponse<Answer> reply(StaffMember me, @Body Act act) {
        var text = act.text() == null ? "" : act.text().strip();
        var id = act.messageId();
        if (text.isEmpty() || text.length() > LONGEST_REPLY || id == null || id.isEmpty() || id.length() > 80) {
            return HttpResponse.badRequest();
        }
        return HttpResponse.ok(answer(desk.reply(act.with(), me.login(), me.name(), id, new Content.Text(text))));
    }

    /** What is wrong with words before they are sent. */
    @Post("/judge")
    List<Remark> judge(@Body Act act) {
        var text = act.text() == null ? "" : act.text().strip();
        return text.length() > LONGEST_REPLY ? List.of() : Remark.of(desk.judge(act.with(), text));
    }

    /**
     * Something that a rule finds.
     *
     * @param forbids whether the words cannot be sent as they are
     * @param instead what to write instead; may be empty
     */
    record Remark(String rule, boolean forbids, String why, String instead) {
        static List<Remark> of(List<Problem> found) {
            return found.stream()
                    .map(each -> new Remark(each.code(), Guard.forbids(each), each.why(), each.instead()))
                    .toList();
        }
    }

    @Post("/release")
    Answer release(StaffMember me, @Body Act act) {
        return answer(desk.release(act.with(), me.login(), me.name()));
    }

    @Post("/close")
    Answer close(StaffMember me, @Body Act act) {
        return answer(desk.close(act.with(), me.login()));
    }

    /**
     * What an agent does.
     *
     * @param messageId the page's own id of a reply: sent twice, it is said once
     */
    record Act(
            @Nullable String conversation,
            @Nullable String text,
            @Nullable String messageId) {

        ConversationId with() {
            return ConversationId.parse(conversation == null ? "" : conversation);
        }
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> notAConversation() {
        return HttpResponse.badRequest();
    }

    /**
     * What came of it.
     *
     * @param owner who has the conversation, where it was too late
     * @param ahead by how many milliseconds they were faster
     * @param remarks why the words may not be said
     */
    record Answer(
            boolean done,
            @Nullable String owner,
            @Nullable String agentName,
            @Nullable Long ahead,
            @Nullable List<Remark> remarks) {}

    private Answer answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done() -> new Answer(true, null, null, null, null);
            case Outcome.Forbidden(var why) -> new Answer(false, null, null, null, Remark.of(why));
            case Outcome.TooLate(var now) -> tooLate(now);
        };
    }

    private Answer tooLate(Ownership now) {
        var since = DeskLists.since(now);
        var ahead =
                since == null ? null : Duration.between(since, clock.instant()).toMillis();
        return new Answer(
                false,
                DeskLists.nameOf(now),
                now instanceof Human human ? names.staff(human.agent()) : null,
                ahead,
                null);
    }
}
