package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.renhua.connector.Visitor;
import io.renhua.conversation.Personas;
import io.renhua.dialogue.LivePersona;
import io.renhua.message.ConversationId;
import io.renhua.persona.Persona;
import io.renhua.publishing.Kept;
import io.renhua.publishing.StorePublications;
import io.renhua.publishing.Trials;
import io.renhua.publishing.Trials.Trial;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Colleagues who try a version on the chat page before others hear it, as whoever they are only for that. */
@Singleton
class ChatTrials {
    /** Instead of a link's own words: back to what everybody hears. */
    private static final String LEAVE = "no";

    private final Trials trials;
    private final StorePublications publications;
    private final Personas personas;
    private final ChatCookies cookies;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ChatTrials(Trials trials, StorePublications publications, Personas personas, ChatCookies cookies, Clock clock) {
        this.trials = trials;
        this.publications = publications;
        this.personas = personas;
        this.cookies = cookies;
        this.clock = clock;
    }

    /** @param persona as the version has it that is tried */
    record Going(Persona persona, Instant until) {}

    /** What is tried on the page that asks. */
    Optional<Going> in(HttpRequest<?> request, String persona) {
        return conversation(request, persona)
                .flatMap(conversation -> trials.in(conversation)
                        .flatMap(trial ->
                                tried(conversation, persona, trial).map(tried -> new Going(tried, trial.until()))));
    }

    /** Also where nothing of it speaks yet. */
    private Optional<Persona> tried(ConversationId conversation, String persona, Trial trial) {
        personas.rehearse(persona, trial.version());
        return personas.channels().contains(conversation.channel())
                ? personas.tried(conversation).map(LivePersona::persona)
                : Optional.empty();
    }

    /** Whether who asks may chat with it: everybody where it speaks, before that who tries it. */
    boolean mayHear(HttpRequest<?> request, String persona) {
        return personas.named(persona).isPresent() || in(request, persona).isPresent();
    }

    /** Opens a link, or leaves; empty when the link is over, or none of ours. */
    Optional<HttpResponse<?>> begin(HttpRequest<?> request, String persona, String link) {
        if (link.equals(LEAVE)) {
            return Optional.of(page(persona, cookies.endingTrial(request, persona)));
        }
        return trials.read(persona, link)
                .flatMap(trial -> publications
                        .kept(persona, trial.version())
                        .map(version -> page(persona, begin(request, version, trial.until()))));
    }

    /** Somebody who opens the link again goes on. */
    private Cookie begin(HttpRequest<?> request, Kept version, Instant until) {
        var persona = version.persona();
        var going = cookies.trying(request, persona)
                .filter(visitor -> trials.in(conversation(visitor, persona))
                        .filter(trial -> trial.version().equals(version.name()))
                        .isPresent());
        return going.map(visitor -> keeping(request, persona, visitor, until))
                .orElseGet(() -> admitted(request, persona, new Trial(version.name(), until)));
    }

    /** Somebody who has cleared their chat begins afresh, with the same version. */
    Optional<Cookie> again(HttpRequest<?> request, String persona) {
        return conversation(request, persona).flatMap(trials::in).map(trial -> admitted(request, persona, trial));
    }

    private Cookie admitted(HttpRequest<?> request, String persona, Trial trial) {
        var visitor = Visitor.newcomer(random);
        trials.admit(conversation(visitor, persona), trial);
        return keeping(request, persona, visitor, trial.until());
    }

    private Cookie keeping(HttpRequest<?> request, String persona, Visitor visitor, Instant until) {
        return cookies.keepingTrial(request, persona, visitor, Duration.between(clock.instant(), until));
    }

    private Optional<ConversationId> conversation(HttpRequest<?> request, String persona) {
        return cookies.trying(request, persona).map(visitor -> conversation(visitor, persona));
    }

    private static ConversationId conversation(Visitor visitor, String persona) {
        var channel = ChatPage.channelOf(persona);
        return new ConversationId(channel, visitor.thread(channel));
    }

    /** Without the link's words, so that nobody passes them on by accident. */
    private static HttpResponse<?> page(String persona, Cookie cookie) {
        return HttpResponse.seeOther(URI.create("/c/" + persona)).cookie(cookie);
    }
}
