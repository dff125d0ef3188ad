package io.renhua.conversation;

import io.renhua.connector.Delivery.Postponed;
import io.renhua.connector.Grant;
import io.renhua.connector.Grant.Denied;
import io.renhua.connector.Grant.Granted;
import io.renhua.connector.Tokens;
import io.renhua.store.Store;
import io.renhua.store.StoreAway;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tokens that are kept in the store: one node asks for them at a time, and what one was refused, no other uses for long. */
public final class SharedTokens implements Tokens {
    /** Long enough for all who waited for one failing call to share its failure. */
    private static final Duration DENIAL = Duration.ofSeconds(1);

    /** For so long a message waits here for another node's call; then it comes back later. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration LOOKS_EVERY = Duration.ofMillis(50);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Supplier<Store> store;
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    /** @param store opened by the time that somebody asks */
    public SharedTokens(Supplier<Store> store) {
        this.store = store;
    }

    @Override
    public Grant of(String account, Supplier<Grant> ask) {
        return account(account).current(ask);
    }

    @Override
    public void refused(String account, Granted token) {
        account(account).refused(token);
    }

    private Account account(String name) {
        return accounts.computeIfAbsent(name, each -> new Account(each, new TokenRows(store.get())));
    }

    /** @param until by our own clock that only goes forward */
    private record Kept(Grant grant, long until) {
        static Kept of(Granted granted) {
            return new Kept(granted, System.nanoTime() + granted.life().toNanos());
        }

        static Kept of(Denied denied) {
            return new Kept(denied, System.nanoTime() + DENIAL.toNanos());
        }

        boolean isFresh() {
            return System.nanoTime() < until;
        }
    }

    /** One account, asked about by one thread at a time. */
    private static final class Account {
        private final String name;
        private final TokenRows rows;
        private final ReentrantLock turn = new ReentrantLock();
        private volatile @Nullable Kept kept;

        Account(String name, TokenRows rows) {
            this.name = name;
            this.rows = rows;
        }

        Grant current(Supplier<Grant> ask) {
            var known = kept;
            if (known != null && known.isFresh()) {
                return known.grant();
            }
            turn.lock();
            try {
                known = kept;
                if (known == null || !known.isFresh()) {
                    known = find(ask);
                    kept = known;
                }
                return known.grant();
            } finally {
                turn.unlock();
            }
        }

        private Kept find(Supplier<Grant> ask) {
            try {
                return awaited(ask);
            } catch (StoreAway e) {
                return denied("no access token: " + e.getMessage());
            }
        }

        private Kept awaited(Supplier<Grant> ask) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                var found = rows.find(name);
                if (found.isPresent()) {
                    return Kept.of(found.get());
                }
                if (rows.take(name)) {
                    var asked = asked(ask);
                    if (asked != null) {
                        return asked;
                    }
                } else {
                    LockSupport.parkNanos(LOOKS_EVERY.toNanos());
                }
            }
            return denied("no access token: another node asks for it and is not answered");
        }

        /** Null when the answer came so late that another asks by now: what it got is the one that counts. */
        private @Nullable Kept asked(Supplier<Grant> ask) {
            Grant grant = new Denied(new Postponed(SOON, "no access token"));
            try {
                grant = ask.get();
            } finally {
                if (!(grant instanceof Granted)) {
                    rows.leave(name);
                }
            }
            return switch (grant) {
                case Denied denied -> Kept.of(denied);
                case Granted granted -> rows.keep(name, granted) ? Kept.of(granted) : null;
            };
        }

        private static Kept denied(String why) {
            return Kept.of(new Denied(new Postponed(SOON, why)));
        }

        void refused(Granted token) {
            turn.lock();
            try {
                var known = kept;
                if (known != null
                        && known.grant() instanceof Granted ours
                        && ours.token().equals(token.token())) {
                    kept = null;
                }
                rows.refuse(name, token.token());
            } catch (StoreAway e) {
                kept = denied("no access token: " + e.getMessage()); // the one in the store is no good
            } finally {
                turn.unlock();
            }
        }
    }
}
