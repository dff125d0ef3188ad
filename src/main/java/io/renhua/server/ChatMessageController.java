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
import io.renhua.connector.Visitor;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookRequest;
import io.renhua.conversation.Channels;
import io.renhua.conversation.Inbox;
import io.renhua.conversation.InboxAway;
import io.renhua.message.ConversationId;
import io.renhua.store.StoreAway;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a chat page sends and is told: a visitor's words in, and what happens in their conversation out, live. */
@Controller("/c/{persona}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class ChatMessageController {
    private static final Logger LOG = LoggerFactory.getLogger(ChatMessageController.class);

    private final Channels channels;
    private final Inbox inbox;
    private final Events events;
    private final ChatCookies cookies;
    private final ChatTrials trials;
    private final ChatGuard guard;
    private final Draining draining;
    private final SecureRandom random = new SecureRandom();

    ChatMessageController(
            Channels channels,
            Inbox inbox,
            Events events,
            ChatCookies cookies,
            ChatTrials trials,
            ChatGuard guard,
            Draining draining) {
        this.channels = channels;
        this.inbox = inbox;
        this.events = events;
        this.cookies = cookies;
        this.trials = trials;
        this.guard = guard;
        this.draining = draining;
    }

    /** Takes what the visitor said; 202 once it is durable. */
    @Post("/messages")
    @Consumes(MediaType.ALL)
    HttpResponse<?> said(String persona, HttpRequest<?> request, @Body byte @Nullable [] body) {
        var bytes = body == null ? new byte[0] : body;
        return guard.refusal(request, bytes.length)
                .or(() -> channel(request, persona).map(connector -> receive(connector, persona, request, bytes)))
                .orElseGet(ChatMessageController::nobody);
    }

    private HttpResponse<?> receive(Connector connector, String persona, HttpRequest<?> request, byte[] body) {
        var bearer = cookies.visitor(request, persona)
                .map(visitor -> Map.of("authorization", List.of("Bearer " + visitor.token())))
                .orElseGet(Map::of);
        return switch (connector.receive(new WebhookRequest("POST", bearer, Map.of(), body))) {
            case Webhook.Messages messages -> accept(connector, messages);
            case Webhook.Forged(var why) -> ChatGuard.problem(HttpStatus.FORBIDDEN, why);
            case Webhook.Malformed(var why) -> ChatGuard.problem(HttpStatus.BAD_REQUEST, why);
            case Webhook.Challenge challenge -> nobody(); // our own page asks nothing of the kind
        };
    }

    private HttpResponse<?> accept(Connector connector, Webhook.Messages messages) {
        if (draining.begun()) {
            return notKept();
        }
        try {
            inbox.accept(messages.messages());
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

    /** Forgets the chat on this device: whoever comes next is somebody new. */
    @Post("/clear")
    @Consumes(MediaType.ALL)
    HttpResponse<?> clear(String persona, HttpRequest<?> request, @Body byte @Nullable [] body) {
        return guard.refusal(request, body == null ? 0 : body.length)
                .or(() -> channel(request, persona)
                        .map(connector -> HttpResponse.noContent().cookie(afresh(request, persona))))
                .orElseGet(ChatMessageController::nobody);
    }

    private Cookie afresh(HttpRequest<?> request, String persona) {
        return trials.again(request, persona)
                .orElseGet(() -> cookies.keeping(request, persona, Visitor.newcomer(random)));
    }

    /** The visitor's conversation: from the beginning, or from where the page lost the line. */
    @Get("/events")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    HttpResponse<Publisher<Event<String>>> events(
            String persona,
            HttpRequest<?> request,
            @Nullable @QueryValue Long after,
            @Nullable @Header("Last-Event-ID") Long lastEventId) {
        var visitor = cookies.visitor(request, persona);
        if (channel(request, persona).isEmpty() || visitor.isEmpty()) {
            return HttpResponse.notFound();
        }
        if (events.full()) {
            return HttpResponse.<Publisher<Event<String>>>status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, "10");
        }
        var channel = channelOf(persona);
        var conversation = new ConversationId(channel, visitor.get().thread(channel));
        long from = lastEventId != null ? lastEventId : after != null ? after : 0;
        return HttpResponse.ok(events.of(conversation, from))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Accel-Buffering", "no");
    }

    private Optional<Connector> channel(HttpRequest<?> request, String persona) {
        return trials.mayHear(request, persona) ? channels.named(channelOf(persona)) : Optional.empty();
    }

    private static String channelOf(String persona) {
        return "web-" + persona;
    }

    private static HttpResponse<?> nobody() {
        return ChatGuard.problem(HttpStatus.NOT_FOUND, "there is nobody here to chat with");
    }
}
