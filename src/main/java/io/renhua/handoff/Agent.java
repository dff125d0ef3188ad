package io.renhua.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who answers at the desk.
 *
 * @param login of their account
 * @param presence as they chose it
 * @param reason why they are away, where they said so
 * @param seen when their page last told that it is open
 * @param idleSince when they last took or finished a conversation
 * @param capacity how many conversations they can have in hand at once
 * @param misses how many offers in a row they did not see
 * @param load how many conversations they have in hand, or are asked to take
 */
public record Agent(
        String login,
        Presence presence,
        @Nullable String reason,
        Instant seen,
        Instant idleSince,
        int capacity,
        Skills skills,
        int misses,
        int load) {

    /** A page that was cut off is waited for so long. */
    public static final Duration GRACE = Duration.ofSeconds(45);

    /** What they say of themselves; only who is online is offered anything. */
    public enum Presence {
        ONLINE,
        BUSY,
        BREAK,
        OFFLINE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What they say, or offline once their page was not heard of for too long. */
    public Presence presenceAt(Instant now) {
        return isConnected(now) ? presence : Presence.OFFLINE;
    }

    public boolean isConnected(Instant now) {
        return !seen.plus(GRACE).isBefore(now);
    }

    /** Whether they are at the desk: somebody who asks for a person can be told that one comes. */
    public boolean attends(Instant now) {
        var there = presenceAt(now);
        return there == Presence.ONLINE || there == Presence.BUSY;
    }

    /** Whether they can be asked to take one more, of any kind. */
    public boolean isFree(Instant now) {
        return presenceAt(now) == Presence.ONLINE && load < capacity;
    }

    /** Whether they know what a request needs, and were not asked for it just now. */
    public boolean fits(Request request, Need need) {
        return !login.equals(request.passedBy()) && skills.cover(request.team(), need);
    }

    /**
     * What they can take; an empty list is everything.
     *
     * @param locales as persona scripts name them
     */
    public record Skills(List<String> teams, List<String> personas, List<String> locales, List<String> channels) {
        public static final Skills ALL = new Skills(List.of(), List.of(), List.of(), List.of());

        public Skills {
            teams = List.copyOf(teams);
            personas = List.copyOf(personas);
            locales = List.copyOf(locales);
            channels = List.copyOf(channels);
        }

        boolean cover(String team, Need need) {
            return fits(teams, team)
                    && fits(personas, need.persona())
                    && fits(locales, need.locale())
                    && fits(channels, need.channel());
        }

        private static boolean fits(List<String> mine, @Nullable String needed) {
            return mine.isEmpty() || needed == null || mine.contains(needed);
        }
    }

    /** What a conversation asks of whoever takes it; null where nobody knows. */
    public record Need(@Nullable String persona, @Nullable String locale, String channel) {}
}
