package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.renhua.connector.Connector;
import io.renhua.connector.Identity;
import io.renhua.connector.SignedIn;
import io.renhua.connector.Visitor;
import io.renhua.conversation.Channels;
import io.renhua.people.SignIns;
import io.renhua.store.Json;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signs somebody in on a chat page by what the site's own server signed, and out again. */
@Controller("/c/{persona}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ChatSignInController {
    private final Channels channels;
    private final ChatGuard guard;
    private final ChatCookies cookies;
    private final ChatCallers callers;
    private final ChatTrials trials;
    private final SignIns signIns;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ChatSignInController(
            Channels channels,
            ChatGuard guard,
            ChatCookies cookies,
            ChatCallers callers,
            ChatTrials trials,
            SignIns signIns,
            Clock clock) {
        this.channels = channels;
        this.guard = guard;
        this.cookies = cookies;
        this.callers = callers;
        this.trials = trials;
        this.signIns = signIns;
        this.clock = clock;
    }

    /** Takes {@code {"token": "…"}}; whoever is refused is a guest: who was signed in here before may be somebody else. */
    @Post("/identify")
    @Consumes(MediaType.ALL)
    HttpResponse<?> identify(String persona, HttpRequest<?> request, @Body byte @Nullable [] body) {
        var bytes = body == null ? new byte[0] : body;
        return guard.refusal(request, bytes.length)
                .or(() -> connector(request, persona).map(connector -> identify(connector, persona, request, bytes)))
                .orElseGet(ChatSignInController::nobody);
    }

    private HttpResponse<?> identify(Connector connector, String persona, HttpRequest<?> request, byte[] body) {
        var token = token(body);
        return switch (connector.identify(token)) {
            case SignedIn.Refused(var why) ->
                HttpResponse.status(HttpStatus.FORBIDDEN)
                        .contentType(MediaType.APPLICATION_JSON_TYPE)
                        .cookie(cookies.endingSigned(request, persona))
                        .body(Map.of("problem", why.sentence(), "why", why.word()));
            case SignedIn.Known(var identity) -> known(connector, persona, request, identity, token);
        };
    }

    /** What the guest said before stays in the guest's own thread, which nobody finds here any more. */
    private HttpResponse<?> known(
            Connector connector, String persona, HttpRequest<?> request, Identity identity, String token) {
        callers.guest(request, persona).ifPresent(guest -> signIns.came(guest.conversation(), identity.facts()));
        signIns.told(identity.on(connector.channel().name()), identity.facts());
        var lasts = Duration.between(clock.instant(), identity.until());
        return HttpResponse.noContent()
                .cookie(cookies.keepingSigned(request, persona, token, lasts))
                .cookie(cookies.keeping(request, persona, Visitor.newcomer(random)));
    }

    private record Posted(@Nullable String token) {}

    /** What is no such thing is told so as any other token that is none. */
    private static String token(byte[] body) {
        try {
            var token = Json.read(new String(body, StandardCharsets.UTF_8), Posted.class)
                    .token();
            return token == null ? "" : token;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Whoever uses the browser next does not see what was said. */
    @Post("/sign-out")
    @Consumes(MediaType.ALL)
    HttpResponse<?> signOut(String persona, HttpRequest<?> request, @Body byte @Nullable [] body) {
        return guard.refusal(request, body == null ? 0 : body.length)
                .or(() -> connector(request, persona)
                        .map(_ -> HttpResponse.noContent().cookie(cookies.endingSigned(request, persona))))
                .orElseGet(ChatSignInController::nobody);
    }

    private Optional<Connector> connector(HttpRequest<?> request, String persona) {
        return trials.mayHear(request, persona) ? channels.named(ChatPage.channelOf(persona)) : Optional.empty();
    }

    private static HttpResponse<?> nobody() {
        return ChatGuard.problem(HttpStatus.NOT_FOUND, "there is nobody here to chat with");
    }
}
