package io.renhua.server;

import io.renhua.conversation.ReplyRules;
import io.renhua.handoff.CannedReplies;
import io.renhua.handoff.CannedReply;
import io.renhua.handoff.CannedReply.Fits;
import io.renhua.handoff.Whose;
import io.renhua.handoff.Whose.Scope;
import io.renhua.message.ConversationId;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody can take where they write in a conversation, its gaps filled as far as anything is known there. */
@Singleton
final class CannedOffers {
    private final CannedReplies canned;
    private final ReplyRules rules;
    private final Enclosures enclosures;
    private final DeskTeams teams;
    private final Transcripts transcripts;
    private final Discretion discretion;

    CannedOffers(
            CannedReplies canned,
            ReplyRules rules,
            Enclosures enclosures,
            DeskTeams teams,
            Transcripts transcripts,
            Discretion discretion) {
        this.canned = canned;
        this.rules = rules;
        this.enclosures = enclosures;
        this.teams = teams;
        this.transcripts = transcripts;
        this.discretion = discretion;
    }

    /**
     * @param text as it is put into the field
     * @param enclosed what goes along with it; null for nothing
     */
    record Offer(
            String id, String shortcut, String title, String text, String scope, Enclosures.@Nullable Shown enclosed) {}

    /** The most used first. */
    List<Offer> in(ConversationId conversation, StaffMember me) {
        return offered(conversation, me).map(filled(conversation, me)).toList();
    }

    /**
     * The one that a macro says there: of several with its shortcut one of the macro's own owner, and of those the one that is
     * meant most closely for that language and channel. What others share says nothing that only one of them has.
     */
    Optional<Offer> called(String shortcut, Whose macro, ConversationId conversation, StaffMember me) {
        var personal = macro.scope() == Scope.PERSONAL;
        return offered(conversation, me)
                .filter(reply -> reply.shortcut().equalsIgnoreCase(shortcut))
                .filter(reply -> personal || reply.whose().scope() != Scope.PERSONAL)
                .max(Comparator.comparing((CannedReply reply) -> reply.whose().equals(macro))
                        .thenComparingInt(reply -> closeness(reply.fits())))
                .map(filled(conversation, me));
    }

    /** It was said by a macro. */
    void taken(String shortcut, Whose macro, ConversationId conversation, StaffMember me) {
        called(shortcut, macro, conversation, me).ifPresent(offer -> canned.used(offer.id()));
    }

    private static int closeness(Fits fits) {
        return (fits.locale().isEmpty() ? 0 : 2) + (fits.channel().isEmpty() ? 0 : 1);
    }

    private Stream<CannedReply> offered(ConversationId conversation, StaffMember me) {
        var speaking = rules.in(conversation);
        var here = new Fits(speaking.locale(), conversation.channel());
        var persona = speaking.live().persona().id();
        return canned.offered(me.login(), teams.of(conversation, me), persona, here).stream();
    }

    private Function<CannedReply, Offer> filled(ConversationId conversation, StaffMember me) {
        var speaking = rules.in(conversation);
        var sight = discretion.of(me, conversation);
        var known = known(conversation, me);
        UnaryOperator<String> filling = words -> sight.over(speaking.fill(words, known));
        return reply -> new Offer(
                reply.id(),
                reply.shortcut(),
                reply.title(),
                filling.apply(reply.words()),
                reply.whose().scope().word(),
                enclosures.shown(conversation, reply.enclosure(), filling));
    }

    /** Who writes, and to whom. */
    private Map<String, String> known(ConversationId conversation, StaffMember me) {
        var known = new HashMap<>(Map.of("agent", me.name()));
        var summary = transcripts.of(List.of(conversation)).get(conversation);
        var person = summary == null ? null : summary.person();
        if (person != null && person.name() != null) {
            known.put("name", person.name());
        }
        return known;
    }
}
