package io.renhua.persona;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How people take over.
 *
 * @param explicit what people say to ask for a person, by locale; beats everything but a crisis
 * @param reasons every reason a script names, with who takes it
 * @param queued said when somebody will come; may use {@code {ahead}} and {@code {wait}}
 * @param joined said when they do; may use {@code {agent}}
 * @param closed said when nobody is in; may use {@code {opens}}
 * @param back said when the persona takes over again; may use {@code {agent}}
 */
public record Handoff(
        Hours hours,
        Map<String, List<String>> explicit,
        Map<String, Reason> reasons,
        Words queued,
        Words joined,
        Words closed,
        Words back) {

    /**
     * @param queue the team that takes it
     * @param unknown when not null: how many times not understood ...
     * @param within ... within how many of the last messages hand the conversation over
     * @param always whether it is taken outside the hours too
     */
    public record Reason(
            String id, String queue, @Nullable Integer unknown, int within, boolean urgent, boolean always) {}
}
