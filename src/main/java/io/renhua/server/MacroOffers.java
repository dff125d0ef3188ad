package io.renhua.server;

import io.renhua.conversation.ReplyRules;
import io.renhua.handoff.Macro;
import io.renhua.handoff.Macros;
import io.renhua.message.ConversationId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The macros that somebody can do with a conversation. */
@Singleton
final class MacroOffers {
    private final Macros macros;
    private final ReplyRules rules;
    private final DeskTeams teams;

    MacroOffers(Macros macros, ReplyRules rules, DeskTeams teams) {
        this.macros = macros;
        this.rules = rules;
        this.teams = teams;
    }

    /** @param scope whose it is, by its word */
    record Offer(String id, String title, String scope) {}

    /** The most used first. */
    List<Offer> in(ConversationId conversation, StaffMember me) {
        return offered(conversation, me).stream()
                .map(macro -> new Offer(
                        macro.id(), macro.title(), macro.whose().scope().word()))
                .toList();
    }

    /** Empty where it is not offered there, or not any more. */
    Optional<Macro> named(String id, ConversationId conversation, StaffMember me) {
        return offered(conversation, me).stream()
                .filter(macro -> macro.id().equals(id))
                .findFirst();
    }

    private List<Macro> offered(ConversationId conversation, StaffMember me) {
        var persona = rules.in(conversation).live().persona().id();
        return macros.offered(me.login(), teams.of(conversation, me), persona);
    }

    /** It was done. */
    void used(String id) {
        macros.used(id);
    }
}
