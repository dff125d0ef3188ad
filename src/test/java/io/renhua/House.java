package io.renhua;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.server.EmbeddedServer;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.message.ConversationId;
import io.renhua.store.StoreSettings;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The whole server as it is wired, with the small persona 小墨 on four platforms that are one stand-in. */
public final class House implements AutoCloseable {
    /** A Monday noon at the bookshop, so that people are in. */
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    public final WireMockServer platforms =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().maxRequestJournalEntries(10_000));
    static final String SCRAPE_TOKEN = "what-a-collector-shows";

    private final Map<String, Object> settings;
    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    private House(Path data, Map<String, String> own) {
        platforms.start();
        takeEverything();
        settings = settings(data);
        context = ApplicationContext.builder()
                .overrideConfigLocations("file:config/")
                .deduceEnvironment(false)
                .properties(settings)
                .properties(Map.copyOf(own))
                .start();
        server = Serving.openDoors(context);
    }

    /** With everything at work. */
    public static House open(Path data) {
        return new House(data, Map.of());
    }

    /** The same with what happens kept in another place. */
    static House open(Path data, StoreSettings store) {
        return new House(data, Map.of("renhua.store.url", store.url(), "renhua.store.password", store.password()));
    }

    /** The same with settings of its own. */
    static House open(Path data, Map<String, String> own) {
        return new House(data, own);
    }

    private Map<String, Object> settings(Path data) {
        var settings = new HashMap<String, Object>();
        settings.put("spec.name", "house");
        settings.put("micronaut.server.port", -1);
        settings.put("renhua.metrics.token", SCRAPE_TOKEN);
        settings.put("renhua.data", data.toString());
        settings.put("renhua.personas", "src/test/resources/personas");
        settings.put("renhua.gather.pause", "0s"); // an answer to each bubble, at once
        settings.put("renhua.gather.sentence", "0s");
        settings.put("renhua.desk.attendance", "hours"); // nobody sits at these desks
        channel(settings, "line", Map.of("channel-secret", Knocks.SECRET, "channel-access-token", "line-token"));
        channel(settings, "telegram", Map.of("bot-token", "7000000001:AAinvented", "webhook-secret", Knocks.SECRET));
        channel(settings, "slack", Map.of("signing-secret", Knocks.SECRET, "bot-token", "xoxb-invented"));
        channel(
                settings,
                "wechat",
                Map.of(
                        "app-id",
                        "wx00000000000000aa",
                        "app-secret",
                        "an-app-secret",
                        "token",
                        Knocks.WECHAT_TOKEN,
                        "mode",
                        "plaintext"));
        return settings;
    }

    private void channel(Map<String, Object> settings, String platform, Map<String, String> own) {
        var place = "renhua.channels.mo-" + platform + ".";
        settings.put(place + "platform", platform);
        settings.put(place + "persona", "mo");
        settings.put(place + "api-base", platforms.baseUrl() + "/" + platform);
        own.forEach((key, value) -> settings.put(place + key, value));
    }

    /** The platforms take whatever they are given. */
    public void takeEverything() {
        platforms.stubFor(any(urlMatching("/line/.*")).willReturn(okJson("{\"sentMessages\":[{\"id\":\"1\"}]}")));
        platforms.stubFor(
                any(urlMatching("/telegram/.*")).willReturn(okJson("{\"ok\":true,\"result\":{\"message_id\":1}}")));
        platforms.stubFor(any(urlMatching("/slack/.*")).willReturn(okJson("{\"ok\":true,\"ts\":\"1.1\"}")));
        platforms.stubFor(any(urlMatching("/wechat/.*"))
                .willReturn(okJson("{\"errcode\":0,\"access_token\":\"a\",\"expires_in\":7200}")));
    }

    /** What it is configured with. */
    Map<String, Object> settings() {
        return Map.copyOf(settings);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public Clock clock() {
        return get(Clock.class);
    }

    public String address() {
        return "http://localhost:" + server.getPort();
    }

    /** A platform, or somebody who says so, knocks at the door. */
    public HttpResponse<String> send(Knock knock) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.getPort() + knock.path()))
                .method(knock.method(), HttpRequest.BodyPublishers.ofByteArray(knock.body()))
                .expectContinue(knock.body().length > 500_000) // else the refusal comes while we still write
                .timeout(Duration.ofSeconds(30));
        knock.headers().forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything that happened in a conversation. */
    public List<Happening> happened(ConversationId conversation) {
        return get(Journal.class).after(conversation, 0, 1000).stream()
                .map(JournalEntry::happening)
                .toList();
    }

    /** What happened of one kind. */
    public <T extends Happening> List<T> happened(ConversationId conversation, Class<T> kind) {
        return happened(conversation).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Our words in a conversation, as they were said. */
    public List<String> said(ConversationId conversation) {
        return happened(conversation, Happening.Said.class).stream()
                .map(said -> said.content().asText())
                .toList();
    }

    /** The bodies a platform got for an address in it, in the order of their coming. */
    public List<String> taken(String platform, String words) {
        return platforms.getAllServeEvents().reversed().stream()
                .map(event -> event.getRequest())
                .filter(request -> request.getUrl().startsWith("/" + platform + "/"))
                .map(request -> new String(request.getBody(), UTF_8))
                .filter(body -> body.contains(words))
                .toList();
    }

    @Override
    public void close() {
        Serving.closeDoors(context);
        http.close();
        platforms.stop();
    }

    /** Puts the house at noon; from there its time goes on as ours does. */
    @Factory
    @Requires(property = "spec.name", value = "house")
    static final class Noon {
        @Singleton
        @Replaces(value = Clock.class, factory = Wiring.class)
        Clock clock() {
            return Clock.offset(
                    Clock.systemUTC(), Duration.between(Clock.systemUTC().instant(), NOON));
        }
    }
}
