package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.store.Queries;
import io.renhua.store.Transaction;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/** Which node has which conversation, as the database knows it; conversations can be taken away at any moment. */
final class LaneTable {
    private final Map<ConversationId, Integer> holders = new ConcurrentHashMap<>();
    private final Map<ConversationId, Integer> losses = new ConcurrentHashMap<>();
    private final Set<Integer> silent = ConcurrentHashMap.newKeySet();
    private final ObjIntConsumer<ConversationId> bell;
    private final boolean checks;
    private Runnable beforeCertainty = () -> {};

    /** @param bell wakes a conversation on a node */
    LaneTable(ObjIntConsumer<ConversationId> bell, boolean checks) {
        this.bell = bell;
        this.checks = checks;
    }

    /** What may happen between the commit that says "sending" and the sending itself. */
    void beforeCertainty(Runnable happening) {
        beforeCertainty = happening;
    }

    /** Another node has it from now on; the one that had it has not shown itself for long, and knows that. */
    void move(ConversationId conversation, int node) {
        var before = holders.put(conversation, node);
        if (before != null && before != node) {
            silent.add(before);
            losses.merge(conversation, 1, Integer::sum);
        }
        bell.accept(conversation, node);
    }

    /** Gives a node what nobody has. */
    void takeOver(int node, Iterable<ConversationId> wanting) {
        wanting.forEach(conversation -> {
            if (holders.putIfAbsent(conversation, node) == null) {
                bell.accept(conversation, node);
            }
        });
    }

    void clear() {
        holders.clear();
        losses.clear();
        silent.clear();
    }

    void crashed(int node) {
        holders.forEach((conversation, holder) -> {
            if (holder == node) {
                losses.merge(conversation, 1, Integer::sum);
            }
        });
        holders.values().removeIf(holder -> holder == node);
        silent.remove(node);
    }

    /** How often a conversation was lost by a node that had not let it go. */
    int losses(ConversationId conversation) {
        return losses.getOrDefault(conversation, 0);
    }

    /** A node shows itself, and is certain again of what it has. */
    void beat(int node) {
        silent.remove(node);
    }

    Leases of(int node) {
        return new Held(node);
    }

    private final class Held implements Leases {
        private final int node;

        Held(int node) {
            this.node = node;
        }

        @Override
        public boolean claim(Transaction transaction, ConversationId conversation) {
            var before = holders.putIfAbsent(conversation, node);
            if (before == null) {
                transaction.afterwards(() -> bell.accept(conversation, node)); // there may be more to do than this
            } else if (before != node) {
                transaction.afterwards(() -> bell.accept(conversation, before));
            }
            return before == null || before == node;
        }

        @Override
        public void check(Queries queries, ConversationId conversation) {
            if (checks && !Integer.valueOf(node).equals(holders.get(conversation))) {
                throw new LeaseLost();
            }
        }

        @Override
        public boolean certain() {
            beforeCertainty.run();
            return !checks || !silent.contains(node);
        }

        @Override
        public int nodes() {
            return 2;
        }

        @Override
        public void start(Consumer<ConversationId> listener) {}

        @Override
        public void close() {}
    }
}
