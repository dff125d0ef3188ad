package io.renhua.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked for a person. The request goes on, with its beginning, however often it is offered and passed over.
 *
 * @param team that is to take it
 * @param why the reason of the script, or what became of the person who had it
 * @param since when they wait
 * @param passedBy the agent who was asked last and did not take it; null before anybody was
 * @param wish who should take it besides
 */
public record Request(
        String team,
        String why,
        Rank rank,
        Instant since,
        @Nullable String passedBy,
        Wish wish) {

    /** Nobody was asked yet, and anybody of the team will do. */
    public Request(String team, String why, Rank rank, Instant since) {
        this(team, why, rank, since, null, Wish.NONE);
    }

    /**
     * Who should take it, where not everybody of the team will do equally well.
     *
     * @param agent who is asked first; null for nobody
     * @param isKept whether it is kept for them while they are at the desk without a free hand
     * @param fallsTo the team that takes it after a while; null for none
     * @param fallsAt when that is; null where there is no such team
     */
    public record Wish(
            @Nullable String agent,
            boolean isKept,
            @Nullable String fallsTo,
            @Nullable Instant fallsAt) {
        public static final Wish NONE = new Wish(null, false, null, null);
    }

    /** The same with a wish. */
    public Request wishing(Wish wish) {
        return new Request(team, why, rank, since, passedBy, wish);
    }

    /** The same, of somebody who left word: for them a team is only late once somebody could have come. */
    Request begun(Instant now) {
        var falls = wish.fallsAt();
        return falls == null
                ? this
                : wishing(new Wish(
                        wish.agent(), wish.isKept(), wish.fallsTo(), now.plus(Duration.between(since, falls))));
    }

    /** The same request, of the team that takes those who waited too long. */
    Request fallen(String team) {
        return new Request(team, why, rank.atLeast(Rank.FRONT), since, passedBy, Wish.NONE);
    }

    /** Who comes before whom; of the same rank the longest wait comes first. */
    public enum Rank {
        URGENT(0),
        /** Had a person, or was offered to one, who did not come. */
        FRONT(1),
        ORDINARY(2);

        private final int place;

        Rank(int place) {
            this.place = place;
        }

        /** What it is ordered by in the store. */
        int place() {
            return place;
        }

        static Rank at(int place) {
            return Arrays.stream(values())
                    .filter(rank -> rank.place == place)
                    .findFirst()
                    .orElse(ORDINARY); // of a newer version
        }

        private Rank atLeast(Rank other) {
            return compareTo(other) < 0 ? this : other;
        }
    }

    public static Request ordinary(String team, String why, Instant since) {
        return new Request(team, why, Rank.ORDINARY, since);
    }

    /** Of somebody who had a person already. */
    public static Request again(String team, String why, Instant since) {
        return new Request(team, why, Rank.FRONT, since);
    }

    /** The same request, before all ordinary ones. */
    Request first() {
        return new Request(team, why, rank.atLeast(Rank.FRONT), since, passedBy, wish);
    }

    Request passedBy(String agent) {
        return new Request(team, why, rank, since, agent, wish);
    }

    /** The same request, of another team or for a graver reason. */
    Request moved(String team, String why, Rank rank) {
        return new Request(team, why, rank.atLeast(this.rank), since, passedBy, wish);
    }
}
