package io.renhua.handoff;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who owes a conversation's next word. Every change raises the epoch; words of an earlier epoch come too late. Each
 * state offers only the ways out that exist; {@link Desk#pass} takes them by compare-and-set. Agents are named by the login
 * of their account.
 */
public sealed interface Ownership {

    long epoch();

    /** The team it is with, or that is to take it. */
    String team();

    /** Somebody answers outside our desk, whoever has it. */
    default Outside outside(Outside.Where where, @Nullable String by, Instant now, Instant until) {
        return new Outside(epoch() + 1, where, by, team(), now, until);
    }

    /** A supervisor gives it to an agent, whoever has it. */
    default Human assigned(String agent, Instant now) {
        return new Human(epoch() + 1, agent, team(), now);
    }

    /** It ends, whoever has it. */
    default Closed shut(Exit.How how, Instant now) {
        return new Closed(epoch() + 1, keeper().orElse(null), team(), Exit.of(how, now), now);
    }

    /**
     * The persona answers.
     *
     * @param exit how the last person left; null where none was asked for
     */
    record Bot(long epoch, @Nullable Exit exit) implements Ownership {
        /** Where every conversation begins. */
        public static final Bot FIRST = new Bot(0, null);

        @Override
        public String team() {
            return Desk.ANY_TEAM;
        }

        public Queued ask(Request request) {
            return new Queued(epoch + 1, request);
        }

        /** Nobody is there: their words are kept until {@code opens}, and the persona answers what it can. */
        public Hold leaveWord(Request request, Instant opens) {
            return new Hold(epoch + 1, request, null, opens);
        }

        public Human takeOver(String agent, Instant now) {
            return new Human(epoch + 1, agent, team(), now);
        }
    }

    /** A person was asked for and nobody has taken it yet. */
    record Queued(long epoch, Request request) implements Ownership {
        @Override
        public String team() {
            return request.team();
        }

        public Human claim(String agent, Instant now) {
            return new Human(epoch + 1, agent, request.team(), now);
        }

        public Offered offer(String agent, Instant now, Instant until) {
            return new Offered(epoch + 1, request, agent, now, until);
        }

        /** The same request, for another team or a graver reason. */
        public Queued moved(String team, String why, Request.Rank rank) {
            return new Queued(epoch + 1, request.moved(team, why, rank));
        }

        /** They waited too long for one team: another takes them. */
        public Queued fall(String team) {
            return new Queued(epoch + 1, request.fallen(team));
        }

        public Bot withdraw(Exit.How how, Instant now) {
            return new Bot(epoch + 1, Exit.of(how, now));
        }
    }

    /** One agent is asked to take it, until a moment that comes soon. */
    record Offered(long epoch, Request request, String agent, Instant since, Instant until) implements Ownership {
        @Override
        public String team() {
            return request.team();
        }

        public Human accept(Instant now) {
            return new Human(epoch + 1, agent, request.team(), now);
        }

        /** They did not want it, or did not see it. */
        public Queued passOver() {
            return new Queued(epoch + 1, request.first().passedBy(agent));
        }

        /** The same request, for another team or a graver reason. */
        public Queued moved(String team, String why, Request.Rank rank) {
            return new Queued(epoch + 1, request.moved(team, why, rank));
        }

        public Bot withdraw(Exit.How how, Instant now) {
            return new Bot(epoch + 1, Exit.of(how, now));
        }
    }

    /** An agent answers. */
    record Human(long epoch, String agent, String team, Instant since) implements Ownership {
        public Transfer transfer(Receiver to, Instant now, Instant until) {
            return new Transfer(epoch + 1, agent, team, to, now, until);
        }

        /** Puts it off; it comes back to the same agent. */
        public Hold hold(String why, Instant now, Instant until) {
            return new Hold(epoch + 1, Request.again(team, why, now), agent, until);
        }

        public Bot release(Instant now) {
            return new Bot(epoch + 1, Exit.of(Exit.How.RELEASED, now));
        }

        /** Nobody is with them any more, or nobody answers. */
        public Queued leave(String why, Instant now) {
            return new Queued(epoch + 1, Request.again(team, why, now));
        }

        public Wrap resolve(String topic, Instant now, Instant until) {
            return new Wrap(epoch + 1, agent, team, topic, now, until);
        }
    }

    /** An agent wants to pass it on, and has it until the receiver takes it. */
    record Transfer(long epoch, String agent, String team, Receiver to, Instant since, Instant until)
            implements Ownership {

        public Human accept(String receiver, Instant now) {
            return new Human(epoch + 1, receiver, to.team() == null ? team : to.team(), now);
        }

        /** Nobody took it: it stays with whoever has it. */
        public Human decline() {
            return new Human(epoch + 1, agent, team, since);
        }

        /** Nobody took it, and whoever had it has gone. */
        public Queued leave(String why, Instant now) {
            return new Queued(epoch + 1, Request.again(to.team() == null ? team : to.team(), why, now));
        }
    }

    /**
     * Put off: by an agent, to whom it comes back, or because nobody was there.
     *
     * @param agent null when nobody was there; the persona then answers what it can
     */
    record Hold(long epoch, Request request, @Nullable String agent, Instant until) implements Ownership {
        @Override
        public String team() {
            return request.team();
        }

        /** Its time has come, or they wrote, and the agent is there; or somebody takes it before. */
        public Human resume(String agent, Instant now) {
            return new Human(epoch + 1, agent, request.team(), now);
        }

        /** Its time has come, and whoever is there takes it. */
        public Queued wake(Instant now) {
            return new Queued(epoch + 1, request.first().begun(now));
        }

        /** They asked again, or for something graver. */
        public Queued moved(String team, String why, Request.Rank rank, Instant now) {
            return new Queued(epoch + 1, request.moved(team, why, rank).begun(now));
        }

        public Bot withdraw(Exit.How how, Instant now) {
            return new Bot(epoch + 1, Exit.of(how, now));
        }
    }

    /** Resolved; for a short while it can be taken back. */
    record Wrap(long epoch, String agent, String team, String topic, Instant since, Instant until)
            implements Ownership {
        public Human undo(Instant now) {
            return new Human(epoch + 1, agent, team, now);
        }

        public Closed close(Instant now) {
            return new Closed(epoch + 1, agent, team, new Exit(Exit.How.RESOLVED, since, topic), now);
        }
    }

    /**
     * Over. What they write next begins anew.
     *
     * @param exit how the person left; null in rows of before that was kept
     */
    record Closed(
            long epoch,
            @Nullable String agent,
            String team,
            @Nullable Exit exit,
            Instant since) implements Ownership {
        public Bot reopen() {
            return new Bot(epoch + 1, exit);
        }

        public Human takeOver(String agent, Instant now) {
            return new Human(epoch + 1, agent, team, now);
        }

        /** It was ended too soon: they wait as before. */
        public Queued queue(Request request) {
            return new Queued(epoch + 1, request);
        }

        /** Whether they cannot be reached, or are not to be, until they write again. */
        public boolean isShut() {
            return exit != null && exit.how().isShut();
        }

        /** Whether it ended so. */
        public boolean ended(Exit.How how) {
            return exit != null && exit.how() == how;
        }
    }

    /**
     * Somebody of our side answers, and not at our desk.
     *
     * @param by who, as the platform shows them; null where it does not say
     * @param until when they will have been silent for long enough
     */
    record Outside(long epoch, Where where, @Nullable String by, String team, Instant since, Instant until)
            implements Ownership {
        public enum Where {
            /** A colleague wrote in the platform's own app. */
            APP,
            /** The platform's own desk has it: what we say would get in its way. */
            DESK;

            /** What it is called in the store and on pages. */
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }

            static Where of(String word) {
                return valueOf(word.toUpperCase(Locale.ROOT));
            }
        }

        /** Whether our desk can only read along. */
        public boolean isMirror() {
            return where == Where.DESK;
        }

        public Human claim(String agent, Instant now) {
            return new Human(epoch + 1, agent, team, now);
        }

        public Bot end(Exit.How how, Instant now) {
            return new Bot(epoch + 1, Exit.of(how, now));
        }
    }

    /**
     * Who is to have it next.
     *
     * @param agent one agent; null when anybody of the team may take it
     * @param team another team; null when it stays with its own
     */
    record Receiver(@Nullable String agent, @Nullable String team) {
        public Receiver {
            if (agent == null && team == null) {
                throw new IllegalArgumentException("a conversation is passed to an agent or to a team");
            }
        }
    }

    /** What it is called in the store, in the journal and on pages. */
    default String word() {
        return switch (this) {
            case Bot bot -> "bot";
            case Queued queued -> "queued";
            case Offered offered -> "offered";
            case Human human -> "human";
            case Transfer transfer -> "transfer";
            case Hold hold -> "hold";
            case Wrap wrap -> "wrap";
            case Closed closed -> "closed";
            case Outside outside -> "outside";
        };
    }

    /** The agent whose words go out now: whoever has it, until somebody else does. */
    default Optional<String> speaker() {
        return switch (this) {
            case Human human -> Optional.of(human.agent());
            case Transfer transfer -> Optional.of(transfer.agent());
            case Bot bot -> Optional.empty();
            case Queued queued -> Optional.empty();
            case Offered offered -> Optional.empty();
            case Hold hold -> Optional.empty();
            case Wrap wrap -> Optional.empty();
            case Closed closed -> Optional.empty();
            case Outside outside -> Optional.empty();
        };
    }

    /** The agent who has it, put it off, or has just finished it. */
    default Optional<String> keeper() {
        return switch (this) {
            case Hold hold -> Optional.ofNullable(hold.agent());
            case Wrap wrap -> Optional.of(wrap.agent());
            case Ownership other -> other.speaker();
        };
    }

    /** Whether a person has the word, at our desk or elsewhere, and the persona is silent. */
    default boolean isWithAPerson() {
        return speaker().isPresent() || this instanceof Outside;
    }

    /** How the last person left, as long as the persona has the word since. */
    default Optional<Exit> left() {
        return switch (this) {
            case Bot bot -> Optional.ofNullable(bot.exit());
            case Closed closed -> Optional.ofNullable(closed.exit());
            case Hold hold ->
                hold.agent() == null
                        ? Optional.of(Exit.of(Exit.How.NOBODY, hold.request().since()))
                        : Optional.empty();
            case Queued queued -> Optional.empty();
            case Offered offered -> Optional.empty();
            case Human human -> Optional.empty();
            case Transfer transfer -> Optional.empty();
            case Wrap wrap -> Optional.empty();
            case Outside outside -> Optional.empty();
        };
    }

    /** What is asked for, while somebody waits for a person. */
    default Optional<Request> asked() {
        return switch (this) {
            case Queued queued -> Optional.of(queued.request());
            case Offered offered -> Optional.of(offered.request());
            case Hold hold -> hold.agent() == null ? Optional.of(hold.request()) : Optional.empty();
            case Bot bot -> Optional.empty();
            case Human human -> Optional.empty();
            case Transfer transfer -> Optional.empty();
            case Wrap wrap -> Optional.empty();
            case Closed closed -> Optional.empty();
            case Outside outside -> Optional.empty();
        };
    }
}
