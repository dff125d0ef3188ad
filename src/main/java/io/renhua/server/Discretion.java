package io.renhua.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Closed;
import io.renhua.handoff.Ownership.Hold;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Offered;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Ownership.Transfer;
import io.renhua.handoff.Ownership.Wrap;
import io.renhua.lint.Veil;
import io.renhua.message.ConversationId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What somebody at the desk reads of a conversation: their own whole, others' with what is personal masked. */
@Singleton
final class Discretion {
    private static final int CHARACTERS = 8_000_000;

    private final Desk desk;
    private final Veils veils;
    private final DeskPrivacy privacy;
    /** Words never change, so that each is masked once and lists of thousands cost nothing. */
    private final Cache<Words, String> masked = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS)
            .weigher((Words words, String shown) -> 64 + words.text().length() + shown.length())
            .build();

    Discretion(Desk desk, Veils veils, DeskPrivacy privacy) {
        this.desk = desk;
        this.veils = veils;
        this.privacy = privacy;
    }

    private record Words(Veil veil, String text) {}

    Sight of(StaffMember me, ConversationId conversation) {
        return of(me, conversation, desk.ownerOf(conversation));
    }

    Sight of(StaffMember me, ConversationId conversation, Ownership owner) {
        boolean whole = !privacy.masked() || isTheirs(owner, me.login());
        return whole
                ? Sight.WHOLE
                : new Sight(
                        false,
                        privacy.letsReveal(me),
                        words -> over(conversation, words),
                        veils.in(conversation)::over);
    }

    /** By what they have themselves: one look for as many as a page shows. */
    Map<ConversationId, Sight> of(StaffMember me, Collection<ConversationId> conversations) {
        return conversations.stream().distinct().collect(Collectors.toMap(conversation -> conversation, ofAny(me)));
    }

    /** The same for conversations that are not known yet. */
    Function<ConversationId, Sight> ofAny(StaffMember me) {
        var theirs = desk.of(me.login()).stream().collect(Collectors.toMap(Desk.Held::conversation, Desk.Held::owner));
        return conversation -> of(me, conversation, theirs.getOrDefault(conversation, Bot.FIRST));
    }

    private String over(ConversationId conversation, String words) {
        var veil = veils.in(conversation);
        return masked.get(new Words(veil, words), key -> veil.over(words));
    }

    /** Whether they have it, are asked to take it, or put it off. A question to a team is nobody's yet. */
    private static boolean isTheirs(Ownership owner, String login) {
        return switch (owner) {
            case Human human -> human.agent().equals(login);
            case Wrap wrap -> wrap.agent().equals(login);
            case Offered offered -> offered.agent().equals(login);
            case Transfer transfer ->
                transfer.agent().equals(login) || login.equals(transfer.to().agent());
            case Hold hold -> login.equals(hold.agent());
            case Bot bot -> false;
            case Queued queued -> false;
            case Closed closed -> false;
            case Ownership.Outside outside -> false;
        };
    }
}
