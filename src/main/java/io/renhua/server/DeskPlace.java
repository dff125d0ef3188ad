package io.renhua.server;

import io.renhua.handoff.Desk.Tally;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Closed;
import io.renhua.handoff.Ownership.Hold;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Offered;
import io.renhua.handoff.Ownership.Outside;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Ownership.Transfer;
import io.renhua.handoff.Ownership.Wrap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The list in which an agent looks for a conversation. */
enum DeskPlace {
    OFFERED,
    MINE,
    QUEUE,
    HOLD,
    COLLEAGUES,
    BOT;

    /** As pages call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it holds no more than one agent can have in hand. */
    boolean isOwn() {
        return this == OFFERED || this == MINE;
    }

    /** Where somebody finds a conversation that is so. */
    static DeskPlace of(Ownership owner, String login) {
        return switch (owner) {
            case Queued queued -> QUEUE;
            case Offered offered -> offered(offered.agent(), login);
            case Human human -> own(human.agent(), login);
            case Transfer transfer -> transfer(transfer.agent(), transfer.to().agent(), login);
            case Wrap wrap -> own(wrap.agent(), login);
            case Hold hold -> HOLD;
            case Bot bot -> BOT;
            case Closed closed -> BOT;
            case Outside outside -> COLLEAGUES;
        };
    }

    /** The same for many that are alike. */
    static DeskPlace of(Tally tally, String login) {
        return switch (tally.owner()) {
            case "queued" -> QUEUE;
            case "offered" -> offered(tally.agent(), login);
            case "transfer" -> transfer(tally.agent(), tally.receiver(), login);
            case "hold" -> HOLD;
            default -> own(tally.agent(), login);
        };
    }

    private static DeskPlace offered(@Nullable String agent, String login) {
        return login.equals(agent) ? OFFERED : QUEUE;
    }

    /** What goes to a team is asked of everybody but whoever passes it on. */
    private static DeskPlace transfer(@Nullable String agent, @Nullable String receiver, String login) {
        boolean isAsked = receiver == null ? !login.equals(agent) : receiver.equals(login);
        return isAsked ? OFFERED : own(agent, login);
    }

    private static DeskPlace own(@Nullable String agent, String login) {
        return login.equals(agent) ? MINE : COLLEAGUES;
    }
}
