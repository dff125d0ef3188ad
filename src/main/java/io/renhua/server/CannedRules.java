package io.renhua.server;

import io.renhua.conversation.Personas;
import io.renhua.dialogue.LivePersona;
import io.renhua.handoff.CannedReply;
import io.renhua.handoff.Whose.Scope;
import io.renhua.persona.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** What a canned reply is held to when it is written: the rules of its persona, or of every persona of the desk. */
@Singleton
final class CannedRules {
    private final Personas personas;

    CannedRules(Personas personas) {
        this.personas = personas;
    }

    /** Gaps in it are no fault: they are filled when it is taken, and asked about when it is sent. */
    List<Problem> judge(CannedReply reply) {
        return heldBy(reply)
                .flatMap(live -> said(reply).flatMap(words -> live.guard().judge(locale(live, reply), words).stream()))
                .distinct()
                .toList();
    }

    private static Stream<String> said(CannedReply reply) {
        var enclosure = reply.enclosure();
        return Stream.of(reply.words(), enclosure.title(), enclosure.button()).filter(words -> !words.isEmpty());
    }

    private Stream<LivePersona> heldBy(CannedReply reply) {
        return reply.whose().scope() == Scope.PERSONA
                ? personas.named(reply.whose().name()).stream()
                : personas.all().stream()
                        .filter(live -> speaks(live, reply.fits().locale()));
    }

    private static boolean speaks(LivePersona live, String locale) {
        return locale.isEmpty() || live.persona().locales().offered().contains(locale);
    }

    private static String locale(LivePersona live, CannedReply reply) {
        var locale = reply.fits().locale();
        return live.persona().locales().pick(locale.isEmpty() ? null : locale);
    }
}
