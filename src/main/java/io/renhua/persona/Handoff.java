package io.renhua.persona;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How people take over.
 *
 * @param explicit what people say to ask for a person, by locale; beats everything but a crisis
 * @param reasons every reason a script names, with who takes it
 * @param tellsAgent what the agent who takes over is told, in this order; empty for everything that is known
 * @param queued said when somebody will come; may use {@code {ahead}} and {@code {wait}}
 * @param joined said when they do; may use {@code {agent}}
 * @param closed said when nobody is in; may use {@code {opens}}
 * @param back said when the persona takes over again; may use {@code {agent}}
 */
public record Handoff(
        Hours hours,
        Map<String, List<String>> explicit,
        Map<String, Reason> reasons,
        List<String> tellsAgent,
        Words queued,
        Words joined,
        Words closed,
        Words back) {

    /** The agent is told everything that is known. */
    public Handoff(
            Hours hours,
            Map<String, List<String>> explicit,
            Map<String, Reason> reasons,
            Words queued,
            Words joined,
            Words closed,
            Words back) {
        this(hours, explicit, reasons, List.of(), queued, joined, closed, back);
    }

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

    /** How people with one of these tags are taken, whatever the reason; the first that fits counts. */
    public Optional<Reason> forTags(Set<String> tags) {
        return reasons.values().stream()
                .filter(reason -> reason.occasion() instanceof Occasion.Tagged(var tag) && tags.contains(tag))
                .findFirst();
    }
}
