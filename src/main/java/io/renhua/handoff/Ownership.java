package io.renhua.handoff;

import java.time.Instant;

/**
 * Who owes a conversation's next word. Every change raises the epoch; words of an earlier epoch come too late. Each
 * state offers only the ways out that exist; {@link Desk#pass} takes them by compare-and-set.
 */
public sealed interface Ownership {

    /** Where every conversation begins. */
    Bot FIRST = new Bot(0);

    long epoch();

    /** The persona answers. */
    record Bot(long epoch) implements Ownership {
        public Queued ask(String queue, String why, Instant now) {
            return new Queued(epoch + 1, queue, why, now);
        }

        public Human takeOver(String agent, Instant now) {
            return new Human(epoch + 1, agent, now);
        }
    }

    /** A person was asked for and nobody has taken it yet. */
    record Queued(long epoch, String queue, String why, Instant since) implements Ownership {
        public Human claim(String agent, Instant now) {
            return new Human(epoch + 1, agent, now);
        }

        /** The same wait, for another team or a graver reason. */
        public Queued moved(String queue, String why) {
            return new Queued(epoch + 1, queue, why, since);
        }

        public Bot withdraw() {
            return new Bot(epoch + 1);
        }
    }

    /** An agent answers, by the login of their account. */
    record Human(long epoch, String agent, Instant since) implements Ownership {
        public Bot release() {
            return new Bot(epoch + 1);
        }
    }
}
