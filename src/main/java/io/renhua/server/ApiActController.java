package io.renhua.server;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.conversation.LiveDesk;
import io.renhua.conversation.LiveDesk.Outcome;
import io.renhua.conversation.Replies;
import io.renhua.dialogue.OpenQuestions;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Receiver;
import io.renhua.journal.Happening;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.persona.Problem;
import io.renhua.store.Json;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What programs do with conversations: the same as people do at the desk's page, by the same rules. */
@Controller("/api/v1/conversations/{channel}/{thread}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(ApiScope.MAY_ANSWER)
final class ApiActController {
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_TOPIC = 80;
    private static final List<String> QUESTIONS = List.of("facts_stay", "go_on", "forgotten");

    private final LiveDesk desk;
    private final Replies replies;
    private final ApiConversations conversations;
    private final DeskNames names;
    private final Clock clock;

    ApiActController(LiveDesk desk, Replies replies, ApiConversations conversations, DeskNames names, Clock clock) {
        this.desk = desk;
        this.replies = replies;
        this.conversations = conversations;
        this.names = names;
        this.clock = clock;
    }

    @Post("/claim")
    String claim(ApiToken me, String channel, String thread, @Nullable @Body String sent) {
        var body = ApiBody.of(sent);
        var conversation = there(channel, thread);
        return answer(conversation, desk.claim(conversation, me.agent(), alias(me, body)));
    }

    /** Does not take what was offered, or what a colleague asks to take over. */
    @Post("/decline")
    String decline(ApiToken me, String channel, String thread) {
        var conversation = there(channel, thread);
        return answer(conversation, desk.decline(conversation, me.agent()));
    }

    /** Sent twice with the same id, it is said once. */
    @Post("/reply")
    String reply(ApiToken me, String channel, String thread, @Nullable @Body String sent) {
        var body = ApiBody.of(sent);
        var id = body.needed("id", LONGEST_TOPIC);
        var words = new Content.Text(body.needed("text", DeskAct.LONGEST));
        var conversation = there(channel, thread);
        return answer(
                conversation,
                replies.reply(conversation, me.agent(), alias(me, body), id, List.of(words), body.place("seen")));
    }

    /** Words for colleagues alone. */
    @Post("/note")
    String note(ApiToken me, String channel, String thread, @Nullable @Body String sent) {
        var text = ApiBody.of(sent).needed("text", DeskAct.LONGEST);
        var conversation = there(channel, thread);
        replies.note(conversation, me.agent(), text);
        return answer(conversation, new Outcome.Done());
    }

    @Post("/transfer")
    String transfer(ApiToken me, String channel, String thread, @Nullable @Body String sent) {
        var body = ApiBody.of(sent);
        var agent = body.text("agent", LONGEST_TOPIC).orElse(null);
        var team = body.text("team", LONGEST_TOPIC).orElse(null);
        if (agent == null && team == null) {
            throw ApiProblem.wrong("agent", "agent or team is missing: to whom it goes.", "\"team\": \"care\"");
        }
        if (agent != null && !names.works(agent)) {
            throw ApiProblem.wrong("agent", "Nobody here is called " + agent + ".", "One of /api/v1/agents.");
        }
        var note = body.text("note", DeskAct.LONGEST);
        var conversation = there(channel, thread);
        var outcome = desk.transfer(conversation, me.agent(), new Receiver(agent, team));
        if (outcome instanceof Outcome.Done) {
            note.ifPresent(words -> replies.note(conversation, me.agent(), words));
        }
        return answer(conversation, outcome);
    }

    /** Keeps what colleagues were asked to take over. */
    @Post("/keep")
    String keep(ApiToken me, String channel, String thread) {
        var conversation = there(channel, thread);
        return answer(conversation, desk.keep(conversation, me.agent()));
    }

    @Post("/hold")
    String hold(ApiToken me, String channel, String thread, @Nullable @Body String sent) {
        var until = ApiBody.of(sent).later("until", clock);
        var conversation = there(channel, thread);
        return answer(conversation, desk.hold(conversation, me.agent(), until));
    }

    @Post("/release")
    String release(ApiToken me, String channel, String thread, @Nullable @Body String sent) {
        var body = ApiBody.of(sent);
        var questions = OpenQuestions.valueOf(body.word("questions", QUESTIONS).toUpperCase(Locale.ROOT));
        var conversation = there(channel, thread);
        return answer(conversation, desk.release(conversation, me.agent(), alias(me, body), questions));
    }

    @Post("/resolve")
    String resolve(ApiToken me, String channel, String thread, @Nullable @Body String sent) {
        var topic = ApiBody.of(sent).needed("topic", LONGEST_TOPIC);
        var conversation = there(channel, thread);
        return answer(conversation, desk.resolve(conversation, me.agent(), topic));
    }

    /** Takes back what was resolved, put off or given back a moment ago. */
    @Post("/undo")
    String undo(ApiToken me, String channel, String thread, @Nullable @Body String sent) {
        var body = ApiBody.of(sent);
        var conversation = there(channel, thread);
        return answer(conversation, desk.undo(conversation, me.agent(), alias(me, body)));
    }

    /** Gives it to somebody, from whoever has it. */
    @Post("/assign")
    @Secured(ApiScope.MAY_MANAGE)
    String assign(ApiToken me, String channel, String thread, @Nullable @Body String sent) {
        var body = ApiBody.of(sent);
        var agent = body.needed("agent", LONGEST_TOPIC);
        var why = body.needed("why", LONGEST_TOPIC);
        if (!names.works(agent)) {
            throw ApiProblem.wrong("agent", "Nobody here is called " + agent + ".", "One of /api/v1/agents.");
        }
        var conversation = there(channel, thread);
        return answer(conversation, desk.assign(conversation, me.agent(), agent, names.staff(agent), why));
    }

    /** What the consumer reads beside the badge: somebody's name at the other desk, or the token's own. */
    private static String alias(ApiToken me, ApiBody body) {
        return body.text("name", LONGEST_NAME).orElse(me.name());
    }

    private ConversationId there(String channel, String thread) {
        var conversation = ApiReadController.conversation(channel, thread);
        if (!conversations.isThere(conversation)) {
            throw ApiReadController.noConversation(conversation);
        }
        return conversation;
    }

    private String answer(ConversationId conversation, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done() ->
                Json.write(conversations
                        .of(conversation, false)
                        .orElseThrow(() -> ApiReadController.noConversation(conversation)));
            case Outcome.TooLate(var now) -> throw tooLate(now);
            case Outcome.Answered(var meanwhile) -> throw answered(meanwhile);
            case Outcome.Forbidden(var why) -> throw forbidden(why);
        };
    }

    private static ApiProblem tooLate(Ownership now) {
        var stand = ApiStand.of(now);
        var who = stand.get("agent");
        return new ApiProblem(
                409,
                "Somebody else has it",
                who == null
                        ? "The conversation is in the state " + stand.get("state") + "."
                        : "The conversation is in the state " + stand.get("state") + ", with " + who + ".",
                null,
                "Read it again; claim it where nobody has it.",
                Map.of("stand", stand));
    }

    private static ApiProblem answered(List<Happening.Said> meanwhile) {
        var words = meanwhile.stream().map(DeskAnswer.Meanwhile::of).toList();
        return new ApiProblem(
                409,
                "Somebody else has answered since",
                "A colleague said something that you have not seen.",
                null,
                "Read it, and send again with the seq of the last line as seen.",
                Map.of("meanwhile", words));
    }

    private static ApiProblem forbidden(List<Problem> why) {
        var remarks = why.stream()
                .map(each -> Map.of("rule", each.code(), "detail", each.why(), "instead", each.instead()))
                .toList();
        return new ApiProblem(
                422,
                "It may not be said",
                why.getFirst().why(),
                "text",
                why.getFirst().instead().isEmpty()
                        ? "Leave it out."
                        : why.getFirst().instead(),
                Map.of("remarks", remarks));
    }
}
