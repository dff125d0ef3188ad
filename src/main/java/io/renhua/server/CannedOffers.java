package io.renhua.server;

import io.renhua.conversation.ReplyRules;
import io.renhua.handoff.CannedReplies;
import io.renhua.handoff.CannedReply;
import io.renhua.handoff.CannedReply.Fits;
import io.renhua.message.ConversationId;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What somebody can take where they write in a conversation, its gaps filled as far as anything is known there. */
@Singleton
final class CannedOffers {
    private final CannedReplies canned;
    private final ReplyRules rules;
    private final DeskTeams teams;
    private final Transcripts transcripts;
    private final Discretion discretion;

    CannedOffers(
            CannedReplies canned,
            ReplyRules rules,
            DeskTeams teams,
            Transcripts transcripts,
            Discretion discretion) {
        this.canned = canned;
        this.rules = rules;
        this.teams = teams;
        this.transcripts = transcripts;
        this.discretion = discretion;
    }

    /** @param text as it is put into the field */
    record Offer(String id, String shortcut, String title, String text, String scope) {}

    /** The most used first. */
    List<Offer> in(ConversationId conversation, StaffMember me) {
        var speaking = rules.in(conversation);
        var here = new Fits(speaking.locale(), conversation.channel());
        var persona = speaking.live().persona().id();
        var sight = discretion.of(me, conversation);
        var known = known(conversation, me);
        return canned.offered(me.login(), teams.of(conversation, me), persona, here).stream()
                .map(reply -> offer(reply, sight.over(speaking.fill(reply.words(), known))))
                .toList();
    }

    private static Offer offer(CannedReply reply, String text) {
        var scope = reply.whose().scope().word();
        return new Offer(reply.id(), reply.shortcut(), reply.title(), text, scope);
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
