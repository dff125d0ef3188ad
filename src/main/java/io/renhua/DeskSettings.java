package io.renhua;

import io.micronaut.context.env.Environment;
import io.micronaut.core.type.Argument;
import io.renhua.conversation.DeskTimes;
import io.renhua.conversation.Floods;
import io.renhua.conversation.Probing;
import io.renhua.handoff.Attendance;
import io.renhua.people.Profile;
import io.renhua.server.DeskBlocking;
import io.renhua.server.DeskMerging;
import io.renhua.server.DeskPrivacy;
import io.renhua.text.Wording;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How the desk works, as {@code renhua.desk} says.
 *
 * @param offers whether those who wait are offered to agents; they can always be claimed
 * @param privacy whether what is personal stays with whoever answers
 * @param blocking who may block people
 * @param merging who may make one person of two, and by what one is known again
 * @param floods from how many messages or requests on somebody is marked
 * @param monitor whether a chat that is none shows that every desk sees the queue
 */
record DeskSettings(
        Attendance attendance,
        boolean offers,
        DeskTimes times,
        DeskPrivacy privacy,
        DeskBlocking blocking,
        DeskMerging merging,
        Floods.Rates floods,
        Probing monitor) {
    static final DeskSettings STANDARD = new DeskSettings(
            Attendance.BY_PRESENCE,
            true,
            DeskTimes.STANDARD,
            DeskPrivacy.STANDARD,
            DeskBlocking.STANDARD,
            DeskMerging.STANDARD,
            Floods.Rates.STANDARD,
            Probing.OFF);

    private static final String PLACE = "renhua.desk.";
    private static final Duration LONGEST = Duration.ofDays(30);

    static DeskSettings of(Environment environment, List<Wording> problems) {
        var usual = DeskTimes.STANDARD;
        return new DeskSettings(
                choice(environment, "attendance", "presence", "hours", problems)
                        ? Attendance.BY_HOURS
                        : Attendance.BY_PRESENCE,
                choice(environment, "waiting", "claimed", "offered", problems),
                new DeskTimes(
                        time(environment, "offer", usual.offer(), problems),
                        time(environment, "transfer", usual.transfer(), problems),
                        time(environment, "silence", usual.silence(), problems),
                        time(environment, "undo", usual.undo(), problems),
                        time(environment, "outside", usual.outside(), problems),
                        time(environment, "gone", usual.gone(), problems)),
                privacy(environment, problems),
                new DeskBlocking(role(environment, "block", DeskBlocking.STANDARD.least(), problems)),
                merging(environment, problems),
                new Floods.Rates(
                        rate(environment, "flood-messages", Floods.Rates.STANDARD.messages(), problems),
                        rate(environment, "flood-requests", Floods.Rates.STANDARD.requests(), problems)),
                new Probing(
                        choice(environment, "monitor", "none", "every-minute", problems),
                        time(environment, "monitor-within", Probing.OFF.within(), problems)));
    }

    private static DeskMerging merging(Environment environment, List<Wording> problems) {
        var key = PLACE + "recognised-by";
        var names = environment
                .getProperty(key, Argument.listOf(String.class))
                .map(Set::copyOf)
                .orElse(DeskMerging.STANDARD.recognisedBy());
        names.stream()
                .filter(name -> !Profile.isName(name))
                .sorted()
                .forEach(name -> problems.add(
                        Wording.of("%s takes names of facts and slots such as customer_id, not %s", key, name)));
        return new DeskMerging(role(environment, "merge", DeskMerging.STANDARD.least(), problems), names);
    }

    /** From which role on somebody may. */
    private static String role(Environment environment, String key, String usual, List<Wording> problems) {
        var said = environment.getProperty(PLACE + key, String.class).orElse(usual);
        if (!DeskPrivacy.isRole(said)) {
            problems.add(Wording.of("%s is agent, operator or owner, not %s", PLACE + key, said));
        }
        return DeskPrivacy.isRole(said) ? said : usual;
    }

    private static int rate(Environment environment, String key, int usual, List<Wording> problems) {
        var said = environment.getProperty(PLACE + key, String.class).orElse(String.valueOf(usual));
        if (!said.matches("[1-9][0-9]{0,3}") || said.equals("1")) {
            problems.add(Wording.of("%s is a number from 2 to 9999, not %s", PLACE + key, said));
            return usual;
        }
        return Integer.parseInt(said);
    }

    private static DeskPrivacy privacy(Environment environment, List<Wording> problems) {
        boolean whole = choice(environment, "personal", "masked", "whole", problems);
        return new DeskPrivacy(!whole, role(environment, "reveal", DeskPrivacy.STANDARD.reveals(), problems));
    }

    /** Whether it is the other of two words; the usual one stands where nothing is said. */
    private static boolean choice(
            Environment environment, String key, String usual, String other, List<Wording> problems) {
        var said = environment.getProperty(PLACE + key, String.class).orElse(usual);
        if (!said.equals(usual) && !said.equals(other)) {
            problems.add(Wording.of("%s is %s or %s, not %s", PLACE + key, usual, other, said));
        }
        return said.equals(other);
    }

    private static Duration time(Environment environment, String key, Duration usual, List<Wording> problems) {
        var text = environment.getProperty(PLACE + key, String.class).orElse("");
        try {
            var time = environment.getProperty(PLACE + key, Duration.class).orElse(usual);
            if (time.isPositive() && time.compareTo(LONGEST) <= 0) {
                return time;
            }
        } catch (RuntimeException e) {
            // said below: whatever cannot be read gets the same sentence
        }
        problems.add(Wording.of("%s is a time such as 20s, 10m or 72h, at most 30 days, not %s", PLACE + key, text));
        return usual;
    }
}
