package io.renhua.server;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.conversation.AgentWatch;
import io.renhua.handoff.Agent.Presence;
import io.renhua.handoff.Agent.Skills;
import io.renhua.handoff.Agents;
import io.renhua.message.ConversationId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who is at the desk, and what they can take. */
@Controller("/desk/presence")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class PresenceController {
    private static final int LONGEST_REASON = 60;

    private final Agents agents;
    private final AgentWatch watch;
    private final DeskNames names;

    PresenceController(Agents agents, AgentWatch watch, DeskNames names) {
        this.agents = agents;
        this.watch = watch;
        this.names = names;
    }

    /** What somebody says of themselves. */
    record Said(@Nullable String presence, @Nullable String reason) {}

    @Post
    HttpResponse<?> present(StaffMember me, @Body Said said) {
        var presence = said.presence();
        var reason = said.reason();
        if (presence == null || (reason != null && reason.length() > LONGEST_REASON)) {
            return HttpResponse.badRequest();
        }
        var chosen = Presence.valueOf(presence.toUpperCase(Locale.ROOT));
        agents.present(me.login(), chosen, reason);
        if (chosen == Presence.OFFLINE) {
            watch.letGo(me.login());
        }
        return HttpResponse.ok(said);
    }

    /** Who is first in the queue if they leave now. */
    @Get(value = "/waiting", produces = MediaType.APPLICATION_JSON)
    List<String> waiting(StaffMember me) {
        return watch.waitingFor(me.login()).stream()
                .map(ConversationId::toString)
                .toList();
    }

    /** What a supervisor lets somebody take; an empty list is everything. */
    record Equipment(
            @Nullable String login,
            int capacity,
            @Nullable List<String> teams,
            @Nullable List<String> personas,
            @Nullable List<String> locales,
            @Nullable List<String> channels) {

        Skills skills() {
            return new Skills(all(teams), all(personas), all(locales), all(channels));
        }

        private static List<String> all(@Nullable List<String> said) {
            return said == null ? List.of() : said;
        }
    }

    @Post("/skills")
    @Secured({"owner", "operator"})
    HttpResponse<?> equip(@Body Equipment set) {
        var login = set.login();
        if (login == null || !names.works(login)) {
            return HttpResponse.badRequest();
        }
        agents.equip(login, set.capacity(), set.skills());
        return HttpResponse.ok(set);
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> cannotBe() {
        return HttpResponse.badRequest();
    }
}
