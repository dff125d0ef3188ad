package io.renhua.server;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.conversation.AgentWatch;
import io.renhua.handoff.Agent;
import io.renhua.handoff.Agent.Presence;
import io.renhua.handoff.Agents;
import io.renhua.store.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether anybody is at a desk elsewhere, so that whoever asks for a person here can be told that one comes. */
@Controller("/api/v1/presence")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(ApiScope.MAY_ANSWER)
final class ApiPresenceController {
    private static final List<String> WORDS = List.of("busy", "online", "break", "offline");
    private static final int LONGEST_REASON = 60;
    private static final int LONGEST = (int) Duration.ofDays(1).toSeconds();

    private final Agents agents;
    private final AgentWatch watch;
    private final Clock clock;

    ApiPresenceController(Agents agents, AgentWatch watch, Clock clock) {
        this.agents = agents;
        this.watch = watch;
        this.clock = clock;
    }

    @Put
    String present(ApiToken me, @Nullable @Body String sent) {
        var body = ApiBody.of(sent);
        body.needed("presence", LONGEST_REASON);
        var presence = body.word("presence", WORDS);
        var reason = body.text("reason", LONGEST_REASON).orElse(null);
        int seconds = body.number("seconds", (int) Agent.GRACE.toSeconds(), LONGEST);
        var until = clock.instant().plusSeconds(seconds);
        var chosen = Presence.valueOf(presence.toUpperCase(Locale.ROOT));
        agents.present(me.agent(), chosen, reason, until);
        if (chosen == Presence.OFFLINE) {
            watch.letGo(me.agent());
        }
        var told = new LinkedHashMap<String, Object>();
        told.put("agent", me.agent());
        told.put("name", me.name());
        told.put("presence", presence);
        told.put("until", until);
        return Json.write(told);
    }
}
