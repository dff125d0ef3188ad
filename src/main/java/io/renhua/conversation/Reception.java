package io.renhua.conversation;

import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
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
import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;

/** Lets in whoever writes where nobody expected a word: what was over begins anew, what was put off goes on. */
public final class Reception {
    private final Store store;
    private final Desk desk;
    private final PutOffs putOffs;
    private final Baton baton;
    private final Clock clock;

    public Reception(Store store, Desk desk, PutOffs putOffs, Baton baton, Clock clock) {
        this.store = store;
        this.desk = desk;
        this.putOffs = putOffs;
        this.baton = baton;
        this.clock = clock;
    }

    /** Who has the conversation, before anybody is let in. */
    Ownership ownerOf(ConversationId conversation) {
        return desk.ownerOf(conversation);
    }

    /** Whoever is to answer what was written now. */
    Ownership admit(ConversationId conversation, Ownership owner) {
        return isAtRest(owner)
                ? store.commit(
                        conversation.toString(),
                        transaction -> admit(transaction, conversation, desk.ownerOf(transaction, conversation)))
                : owner;
    }

    private static boolean isAtRest(Ownership owner) {
        return switch (owner) {
            case Wrap wrap -> true;
            case Closed closed -> true;
            case Hold hold -> hold.agent() != null;
            case Bot bot -> false;
            case Queued queued -> false;
            case Offered offered -> false;
            case Human human -> false;
            case Transfer transfer -> false;
            case Outside outside -> false;
        };
    }

    private Ownership admit(Transaction transaction, ConversationId conversation, Ownership owner) {
        return switch (owner) {
            case Wrap wrap ->
                pass(
                        transaction,
                        conversation,
                        wrap,
                        wrap.close(clock.instant()).reopen());
            case Closed closed -> pass(transaction, conversation, closed, closed.reopen());
            case Hold hold -> pass(transaction, conversation, hold, putOffs.after(hold));
            case Bot bot -> bot;
            case Queued queued -> queued;
            case Offered offered -> offered;
            case Human human -> human;
            case Transfer transfer -> transfer;
            case Outside outside -> outside;
        };
    }

    private Ownership pass(Transaction transaction, ConversationId conversation, Ownership from, Ownership to) {
        if (from.epoch() != to.epoch()) {
            baton.pass(transaction, conversation, from, to, Change.because("wrote"));
        }
        return to;
    }
}
