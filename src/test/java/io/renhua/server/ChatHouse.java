package io.renhua.server;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.server.EmbeddedServer;
import io.renhua.connector.web.WebPlatform;
import io.renhua.conversation.Channels;
import io.renhua.conversation.Personas;
import io.renhua.conversation.SoleNode;
import io.renhua.conversation.StoreInbox;
import io.renhua.dialogue.LivePersona;
import io.renhua.journal.Journal;
import io.renhua.nlu.Ranking;
import io.renhua.store.Store;
import io.renhua.store.StoreSettings;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small house with the chat page and two personas in it, and somebody simple to answer. */
@Factory
@Requires(property = "spec.name", value = "chat")
class ChatHouse {
    static EmbeddedServer open() {
        return ApplicationContext.run(
                EmbeddedServer.class,
                Map.of(
                        "spec.name", "chat",
                        "micronaut.server.port", "-1",
                        "micronaut.server.read-idle-timeout", "2s",
                        "renhua.public-url", "https://chat.example"));
    }

    @Singleton
    @Replaces(Clock.class)
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    @Bean(preDestroy = "close")
    @Replaces(Store.class)
    Store store() {
        return Store.open(StoreSettings.inMemory("chat-" + UUID.randomUUID()));
    }

    @Singleton
    @Replaces(Journal.class)
    Journal journal(Store store) {
        return new Journal(store);
    }

    @Singleton
    @Replaces(StoreInbox.class)
    StoreInbox inbox(Store store, Journal journal, Clock clock) {
        return new StoreInbox(store, journal, new SoleNode(store), clock);
    }

    @Singleton
    @Replaces(Personas.class)
    Personas personas() {
        return new Personas(
                Stream.of(ChatFaces.pao(), ChatFaces.orvanne())
                        .map(persona ->
                                new LivePersona(persona, utterance -> Ranking.NOTHING, (utterance, now) -> List.of()))
                        .collect(Collectors.toMap(live -> live.persona().id(), live -> live)),
                Map.of("web-pao", "pao", "web-orvanne", "orvanne"));
    }

    @Singleton
    @Replaces(Channels.class)
    Channels channels(Clock clock) {
        return new Channels(Stream.of("pao", "orvanne")
                .map(persona -> new WebPlatform().open(WebPlatform.channelOf(persona), clock))
                .toList());
    }

    @Singleton
    @Named("personas")
    @Replaces(value = Path.class, named = "personas")
    Path pictures() {
        return Path.of(System.getProperty("chat.personas", "src/test/resources/chat/personas"));
    }

    @Context
    @Bean(preDestroy = "close")
    ChatEcho echo(Store store, Journal journal, Clock clock) {
        return new ChatEcho(store, journal, clock);
    }
}
