package io.renhua.persona;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something the brand tells people for a while.
 *
 * @param story told bubble by bubble
 * @param gift null where nothing is given
 */
public record Campaign(
        String id,
        Plan plan,
        List<Words> story,
        @Nullable Gift gift,
        @Nullable Page page,
        @Nullable Share share,
        @Nullable Testimony testimony) {

    /**
     * @param purpose one of {@link Positioning#PURPOSES}
     * @param who the audiences it is for; empty for everybody
     * @param runs null where it does not say when
     * @param adLabel whether its words are marked as advertising
     */
    public record Plan(
            String purpose, List<String> who, @Nullable Runs runs, boolean adLabel) {}

    /** @param until the last day */
    public record Runs(LocalDate from, LocalDate until, ZoneId zone) {
        public boolean at(Instant now) {
            var day = LocalDate.ofInstant(now, zone);
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /** What people may have; who does what is in {@code needs} has it. */
    public sealed interface Gift {
        /** What may be asked for it. Some of it no law allows, which the lint tells; the reader only has to know it. */
        List<String> NEEDS = List.of(
                "none", "order", "member", "opt_in", "share", "follow", "like", "invite", "help", "review", "praise");

        int each();

        String needs();

        @Nullable
        String terms();

        Words say();

        /** Said when there is none left. */
        @Nullable
        Words gone();
    }

    /**
     * @param pool the codes it is drawn from
     * @param each how many one person may have
     * @param expires how long it is good; null where nobody says
     * @param terms address of the small print
     * @param say may use {@code {code}}
     */
    public record Coupon(
            String pool,
            int each,
            String needs,
            @Nullable Period expires,
            @Nullable String terms,
            Words say,
            @Nullable Words gone)
            implements Gift {}

    /** @param seats how many there are */
    public record Invitation(
            int seats,
            int each,
            String needs,
            @Nullable String terms,
            Words say,
            @Nullable Words gone) implements Gift {}

    /**
     * A page of its own.
     *
     * @param ar whether it shows things in the room
     * @param qr whether a code leads to it
     */
    public record Page(String address, boolean ar, boolean qr, Words title) {}

    /**
     * @param reward what who passes it on gets; null for nothing
     * @param maxAsks how often one person is asked at most
     */
    public record Share(@Nullable String reward, @Nullable String poster, int maxAsks, Words say) {}

    /**
     * Asks how it was.
     *
     * @param reward what who tells gets; null for nothing
     * @param consent what may be done with what they tell; null where nobody asks
     * @param discloses whether staff who tell say that they are staff
     */
    public record Testimony(
            Trigger after,
            @Nullable String reward,
            Words ask,
            @Nullable Consent consent,
            boolean discloses) {}

    /**
     * @param uses where it may be shown
     * @param names which names they may choose among
     * @param revocable whether they may take it back at any time
     */
    public record Consent(List<String> uses, Set<String> names, boolean revocable) {
        public static final List<String> NAMES = List.of("none", "nickname", "initials", "full");
    }
}
