package io.renhua.server;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.renhua.connector.Connector;
import io.renhua.connector.Identity;
import io.renhua.connector.Visitor;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookRequest;
import io.renhua.conversation.Channels;
import io.renhua.conversation.Inbox;
import io.renhua.conversation.InboxAway;
import io.renhua.message.Content;
import io.renhua.people.SignIns;
import io.renhua.server.ChatCallers.Caller;
import io.renhua.store.StoreAway;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** What a chat page sends and is told: a visitor's words in, and what happens in their conversation out, live. */
@Controller("/c/{persona}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class ChatMessageController {
    private static final Logger LOG = LoggerFactory.getLogger(ChatMessageController.class);

    private final Channels channels;
    private final Inbox inbox;
    private final Events events;
    private final ChatCallers callers;
    private final SignIns signIns;
    private final ChatCookies cookies;
    private final ChatTrials trials;
    private final ChatGuard guard;
    private final Draining draining;
    private final SecureRandom random = new SecureRandom();

    ChatMessageController(
            Channels channels,
            Inbox inbox,
            Events events,
            ChatCallers callers,
            SignIns signIns,
            ChatCookies cookies,
            ChatTrials trials,
            ChatGuard guard,
            Draining draining) {
        this.channels = channels;
        this.inbox = inbox;
        this.events = events;
        this.callers = callers;
        this.signIns = signIns;
        this.cookies = cookies;
        this.trials = trials;
        this.guard = guard;
        this.draining = draining;
    }

    /**
     * Takes what the visitor said; 202 once it is durable.
     *
     * @param as whose thread the page shows: nobody's words go under another name once somebody signs in or out beside it
     */
    @Post("/messages")
    @Consumes(MediaType.ALL)
    HttpResponse<?> said(
            String persona, HttpRequest<?> request, @Nullable @QueryValue String as, @Body byte @Nullable [] body) {
        var bytes = body == null ? new byte[0] : body;
        return guard.refusal(request, bytes.length)
                .or(() -> channel(request, persona).map(connector -> receive(connector, persona, request, as, bytes)))
                .orElseGet(ChatMessageController::nobody);
    }

    private HttpResponse<?> receive(
            Connector connector, String persona, HttpRequest<?> request, @Nullable String as, byte[] body) {
        var caller = callers.of(request, persona).filter(each -> each.is(as));
        var bearer = caller.map(each -> Map.of("authorization", List.of("Bearer " + each.token())))
                .orElseGet(Map::of);
        return switch (connector.receive(new WebhookRequest("POST", bearer, Map.of(), body))) {
            case Webhook.Messages messages -> accept(connector, caller.map(Caller::identity), messages);
            case Webhook.Forged(var why) -> ChatGuard.problem(HttpStatus.FORBIDDEN, why);
            case Webhook.Malformed(var why) -> ChatGuard.problem(HttpStatus.BAD_REQUEST, why);
            case Webhook.Challenge challenge -> nobody(); // our own page asks nothing of the kind
        };
    }

    private HttpResponse<?> accept(Connector connector, Optional<Identity> identity, Webhook.Messages messages) {
        if (draining.begun()) {
            return notKept();
        }
        try {
            inbox.accept(messages.messages());
            identity.ifPresent(who -> messages.messages().stream()
                    .filter(message -> message.content() instanceof Content.Entered)
                    .forEach(message -> signIns.entered(message.conversation(), who.facts())));
            return HttpResponse.accepted();
        } catch (StoreAway | InboxAway e) {
            LOG.error(
                    "turned a message on {} away, it could not be kept",
                    connector.channel().name(),
                    e);
            return notKept();
        }
    }

    private static HttpResponse<?> notKept() {
        return ChatGuard.problem(HttpStatus.SERVICE_UNAVAILABLE, "this could not be kept; please send it again")
                .header(HttpHeaders.RETRY_AFTER, "1");
    }

    /** Forgets the chat on this device, and who is signed in: whoever comes next is somebody new. */
    @Post("/clear")
    @Consumes(MediaType.ALL)
    HttpResponse<?> clear(String persona, HttpRequest<?> request, @Body byte @Nullable [] body) {
        return guard.refusal(request, body == null ? 0 : body.length)
                .or(() -> channel(request, persona)
                        .map(connector -> HttpResponse.noContent()
                                .cookie(cookies.endingSigned(request, persona))
                                .cookie(afresh(request, persona))))
                .orElseGet(ChatMessageController::nobody);
    }

    private Cookie afresh(HttpRequest<?> request, String persona) {
        return trials.again(request, persona)
                .orElseGet(() -> cookies.keeping(request, persona, Visitor.newcomer(random)));
    }

    /**
     * The visitor's conversation: from the beginning, or from where the page lost the line.
     *
     * @param as whose thread the page shows; it is told to look anew once that is somebody else's
     */
    @Get("/events")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    HttpResponse<Publisher<Event<String>>> events(
            String persona,
            HttpRequest<?> request,
            @Nullable @QueryValue String as,
            @Nullable @QueryValue Long after,
            @Nullable @Header("Last-Event-ID") Long lastEventId) {
        var caller = channel(request, persona).flatMap(_ -> callers.of(request, persona));
        if (caller.isEmpty()) {
            return HttpResponse.notFound();
        }
        if (events.full()) {
            return HttpResponse.<Publisher<Event<String>>>status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, "10");
        }
        long from = lastEventId != null ? lastEventId : after != null ? after : 0;
        var who = caller.get();
        var identity = who.identity();
        return HttpResponse.ok(
                        who.is(as)
                                ? events.of(who.conversation(), from, identity == null ? null : identity.until())
                                : Mono.just(Event.of("{}").name("moved")))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Accel-Buffering", "no");
    }

    private Optional<Connector> channel(HttpRequest<?> request, String persona) {
        return trials.mayHear(request, persona) ? channels.named(ChatPage.channelOf(persona)) : Optional.empty();
    }

    private static HttpResponse<?> nobody() {
        return ChatGuard.problem(HttpStatus.NOT_FOUND, "there is nobody here to chat with");
    }
}
