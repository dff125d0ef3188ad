package io.renhua.persona;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How people take over.
 *
 * @param explicit what people say to ask for a person, by locale; beats everything but a crisis
 * @param reasons every reason a script names, with who takes it
 * @param tellsAgent what the agent who takes over is told, in this order; empty for everything that is known
 * @param checklist by topic, what is to be asked or done before something is resolved, each point by its name
 * @param desk where people answer: {@link #OURS}, or the platform whose own desk takes them there
 * @param reopen who answers whoever writes again soon after a person has finished
 * @param rating how people are asked what a person's help was like; null where they never are
 */
public record Handoff(
        Hours hours,
        Map<String, List<String>> explicit,
        Map<String, Reason> reasons,
        List<String> tellsAgent,
        Map<String, Map<String, Words>> checklist,
        Says says,
        String desk,
        Reopen reopen,
        @Nullable Rating rating) {

    /** Without a checklist. */
    public Handoff(
            Hours hours,
            Map<String, List<String>> explicit,
            Map<String, Reason> reasons,
            List<String> tellsAgent,
            Says says,
            String desk,
            Reopen reopen,
            @Nullable Rating rating) {
        this(hours, explicit, reasons, tellsAgent, Map.of(), says, desk, reopen, rating);
    }

    /** In a checklist: whatever the topic. */
    public static final String ANY_TOPIC = "any";

    /** How the last person can have left the conversation to the persona. */
    public static final List<String> HELPED =
            List.of("resolved", "released", "withdrawn", "timed_out", "nobody", "left", "blocked", "spam");

    /** People answer at our desk, on every platform. */
    public static final String OURS = "ours";

    /** Those that can be chosen: our own, and platforms with a desk of their own that we can pass somebody on to. */
    static final List<String> DESKS = List.of(OURS, "wechat");

    public enum Reopen {
        PERSON,
        PERSONA
    }

    /**
     * What is said on the way.
     *
     * @param queued when somebody will come; may use {@code {ahead}} and {@code {wait}}
     * @param joined when they do; may use {@code {agent}}
     * @param closed when nobody is in; may use {@code {opens}}
     * @param back when the persona takes over again; may use {@code {agent}}
     * @param moving when a colleague is asked to take over; null for everybody's words
     * @param stillHere when whoever was there does not answer; null for everybody's words
     */
    public record Says(
            Words queued,
            Words joined,
            Words closed,
            Words back,
            @Nullable Words moving,
            @Nullable Words stillHere) {}

    /**
     * What is said about how it was; null for everybody's words.
     *
     * @param ask with 1 to 5 under it
     * @param thanks with a button under it for who wants to say more
     * @param why to whoever pressed it
     * @param noted once they did
     */
    public record Rating(
            @Nullable Words ask,
            @Nullable Words thanks,
            @Nullable Words why,
            @Nullable Words noted) {}

    /**
     * Why somebody is handed over, and how.
     *
     * @param queue the team that takes it
     * @param occasion what hands over by itself
     * @param always whether it is taken outside the hours too
     */
    public record Reason(String id, String queue, Occasion occasion, boolean urgent, boolean always, Routing routing) {

        /** In its turn. */
        public Reason(String id, String queue, Occasion occasion, boolean urgent, boolean always) {
            this(id, queue, occasion, urgent, always, Routing.USUAL);
        }
    }

    /** Whether anybody is taken otherwise for a tag. */
    public boolean asksForTags() {
        return reasons.values().stream().anyMatch(reason -> reason.occasion() instanceof Occasion.Tagged);
    }

    /** How people with one of these tags are taken, whatever the reason; the first that fits counts. */
    public Optional<Reason> forTags(Set<String> tags) {
        return reasons.values().stream()
                .filter(reason -> reason.occasion() instanceof Occasion.Tagged(var tag) && tags.contains(tag))
                .findFirst();
    }
}
