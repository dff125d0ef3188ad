package io.renhua.server;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.message.ConversationId;
import io.renhua.people.Profile;
import io.renhua.people.Profiles;
import io.renhua.people.Unions;
import io.renhua.store.Json;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a company's own systems know of whoever writes in a conversation: told here, and read again. */
@Controller("/api/v1/conversations/{channel}/{thread}/person")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(ApiScope.MAY_ANSWER)
final class ApiPersonController {
    private final Profiles profiles;
    private final ApiConversations conversations;
    private final Unions unions;
    private final Veils veils;

    ApiPersonController(Profiles profiles, ApiConversations conversations, Unions unions, Veils veils) {
        this.profiles = profiles;
        this.conversations = conversations;
        this.unions = unions;
        this.veils = veils;
    }

    @Get
    @Secured(ApiScope.MAY_READ)
    String read(ApiToken me, String channel, String thread, @QueryValue(defaultValue = "masked") String personal) {
        boolean whole = ApiReadController.isWhole(me, personal);
        var conversation = ApiReadController.conversation(channel, thread);
        if (!conversations.isThere(conversation)) {
            throw ApiReadController.noConversation(conversation);
        }
        var facts = new TreeMap<>(profiles.of(conversation).facts());
        if (!whole) {
            facts.replaceAll(veils.in(conversation)::over);
        }
        return answer(conversation, facts);
    }

    /** In the place of all that was told before. */
    @Put
    String replace(ApiToken me, String channel, String thread, @Nullable @Body String sent) {
        var facts = ApiFacts.of(ApiBody.of(sent));
        return tell(me, channel, thread, before -> facts.changing(Profile.NOTHING));
    }

    /** Besides what was told before; a null takes away. */
    @Patch
    String change(ApiToken me, String channel, String thread, @Nullable @Body String sent) {
        var facts = ApiFacts.of(ApiBody.of(sent));
        return tell(me, channel, thread, facts::changing);
    }

    private String tell(ApiToken me, String channel, String thread, UnaryOperator<Profile> change) {
        var conversation = ApiReadController.conversation(channel, thread);
        return profiles.tell(conversation, change, me.agent())
                .map(profile -> answer(conversation, profile.facts()))
                .orElseThrow(() -> ApiReadController.noConversation(conversation));
    }

    /** With where else they talk with us, where somebody at the desk said that it is them. */
    private String answer(ConversationId conversation, Map<String, String> facts) {
        var same = unions.elsewhere(conversation).stream()
                .map(ConversationId::toString)
                .toList();
        return Json.write(same.isEmpty() ? Map.of("facts", facts) : Map.of("facts", facts, "same", same));
    }
}
