package io.renhua.server;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.renhua.connector.Connector;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookAnswer;
import io.renhua.connector.WebhookRequest;
import io.renhua.conversation.Channels;
import io.renhua.conversation.Inbox;
import io.renhua.conversation.InboxAway;
import io.renhua.server.WebhookCounts.Answer;
import io.renhua.store.StoreAway;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where platforms knock: each channel at its own address, answered only when what came is safely kept. */
@Controller("/webhooks/{channel}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class WebhookController {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookController.class);

    private final Channels channels;
    private final Inbox inbox;
    private final Draining draining;
    private final WebhookCounts counts;

    WebhookController(Channels channels, Inbox inbox, Draining draining, WebhookCounts counts) {
        this.channels = channels;
        this.inbox = inbox;
        this.draining = draining;
        this.counts = counts;
    }

    @Get
    HttpResponse<?> get(String channel, HttpRequest<?> request) {
        return receive(channel, request, new byte[0]);
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> post(String channel, HttpRequest<?> request, @Body byte @Nullable [] body) {
        return receive(channel, request, body == null ? new byte[0] : body);
    }

    private HttpResponse<?> receive(String channel, HttpRequest<?> request, byte[] body) {
        return channels.named(channel)
                .<HttpResponse<?>>map(connector -> receive(connector, asWebhook(request, body)))
                .orElseGet(HttpResponse::notFound);
    }

    private HttpResponse<?> receive(Connector connector, WebhookRequest request) {
        var channel = connector.channel().name();
        if (draining.begun()) {
            return turnedAway(channel);
        }
        return switch (connector.receive(request)) {
            case Webhook.Messages messages -> accept(channel, messages);
            case Webhook.Challenge(var answer) -> answer(answer);
            case Webhook.Forged(var why) -> {
                LOG.warn("refused a webhook call on {} as not proven: {}", channel, why);
                counts.count(channel, Answer.FORGED);
                yield HttpResponse.status(HttpStatus.UNAUTHORIZED);
            }
            case Webhook.Malformed(var why) -> {
                LOG.warn("refused a webhook call on {} as not readable: {}", channel, why);
                counts.count(channel, Answer.MALFORMED);
                yield HttpResponse.badRequest();
            }
        };
    }

    private HttpResponse<?> accept(String channel, Webhook.Messages messages) {
        try {
            inbox.accept(messages.messages());
        } catch (StoreAway | InboxAway e) {
            LOG.error("turned a webhook call on {} away, it could not be kept: {}", channel, e.getMessage());
            return turnedAway(channel);
        }
        counts.count(channel, Answer.ACKNOWLEDGED);
        return answer(messages.answer().get());
    }

    private HttpResponse<?> turnedAway(String channel) {
        counts.count(channel, Answer.TURNED_AWAY);
        return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "1");
    }

    private static MutableHttpResponse<byte[]> answer(WebhookAnswer answer) {
        return HttpResponse.<byte[]>status(HttpStatus.valueOf(answer.status()))
                .header(HttpHeaders.CONTENT_TYPE, answer.contentType())
                .body(answer.body());
    }

    private static WebhookRequest asWebhook(HttpRequest<?> request, byte[] body) {
        Map<String, List<String>> headers = new HashMap<>();
        request.getHeaders()
                .forEach((name, values) -> headers.computeIfAbsent(
                                name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                        .addAll(values));
        return new WebhookRequest(
                request.getMethodName(), headers, request.getParameters().asMap(), body);
    }
}
