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
import io.renhua.conversation.Merges;
import io.renhua.conversation.Merges.Outcome;
import io.renhua.message.ConversationId;
import io.renhua.people.Unions;
import io.renhua.store.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One person of two, as a program says: by the rules, and with the record, of the desk's page. */
@Controller("/api/v1/conversations/{channel}/{thread}/person")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(ApiScope.MAY_ANSWER)
final class ApiMergeController {
    private static final int LONGEST_ID = 400;
    private static final int LONGEST_WHY = 100;
    private static final String EXAMPLE = "\"other\": \"pao-line/U1f\"";

    private final Merges merges;
    private final DeskMerging merging;
    private final Unions unions;
    private final ApiConversations conversations;

    ApiMergeController(Merges merges, DeskMerging merging, Unions unions, ApiConversations conversations) {
        this.merges = merges;
        this.merging = merging;
        this.unions = unions;
        this.conversations = conversations;
    }

    /**
     * What stands now.
     *
     * @param merged whether they are one; else somebody who may is asked
     * @param same where else they talk with us; told to whoever may read
     */
    record Stand(boolean merged, @Nullable List<String> same) {}

    /** A token that may not decide asks for it. */
    @Post("/merge")
    String merge(ApiToken me, String channel, String thread, @Nullable @Body String sent) {
        var body = ApiBody.of(sent);
        var other = other(body);
        var why = body.needed("why", LONGEST_WHY);
        var conversation = there(channel, thread);
        return answer(
                me,
                conversation,
                other,
                merging.lets(me)
                        ? merges.merge(conversation, other, me.agent(), why)
                        : merges.ask(conversation, other, me.agent(), why));
    }

    /** What the same program said of the two a moment ago is taken back; what was said before stands again. */
    @Post("/undo")
    String undo(ApiToken me, String channel, String thread, @Nullable @Body String sent) {
        var other = other(ApiBody.of(sent));
        var conversation = there(channel, thread);
        return answer(me, conversation, other, merges.undo(conversation, other, me.agent()));
    }

    private static ConversationId other(ApiBody body) {
        var other = body.needed("other", LONGEST_ID);
        try {
            return ConversationId.parse(other);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.wrong("other", other + " is no conversation: a channel, / and a thread.", EXAMPLE);
        }
    }

    private ConversationId there(String channel, String thread) {
        var conversation = ApiReadController.conversation(channel, thread);
        if (!conversations.isThere(conversation)) {
            throw ApiReadController.noConversation(conversation);
        }
        return conversation;
    }

    private String answer(ApiToken me, ConversationId conversation, ConversationId other, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done() -> stand(me, conversation, other);
            case Outcome.Impossible() ->
                throw ApiProblem.wrong(
                        "other",
                        "These two cannot be one person: another persona speaks there, several write there, or nobody does.",
                        EXAMPLE);
            case Outcome.TooMany(var most) ->
                throw conflict(
                        "They would be one with more than " + most + " others.", "Look whether all of them are.");
            case Outcome.TooLate() ->
                throw conflict(
                        "The moment for taking it back is over, or somebody else has said something of them since.",
                        "Somebody at the desk can separate them.");
            case Outcome.Asked(), Outcome.Decided() ->
                throw conflict("Somebody at the desk has decided it meanwhile.", "Read them again.");
        };
    }

    private String stand(ApiToken me, ConversationId conversation, ConversationId other) {
        var same = unions.elsewhere(conversation);
        return Json.write(new Stand(
                same.contains(other),
                me.may(ApiScope.READ)
                        ? same.stream().map(ConversationId::toString).toList()
                        : null));
    }

    private static ApiProblem conflict(String detail, String instead) {
        return new ApiProblem(409, "It stays as it is", detail, null, instead, Map.of());
    }
}
