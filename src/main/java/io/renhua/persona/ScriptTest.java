package io.renhua.persona;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A chat as it should go, written beside the script.
 *
 * @param place file and line, for whoever must mend it
 */
public record ScriptTest(String place, String name, Given given, List<Beat> chat, Then then) {

    /**
     * @param mocks what look-ups answer, and what actions come to, by name
     * @param facts what is known of the person, such as {@code audience} or {@code tag}
     * @param attended whether anybody is at the desk
     */
    public record Given(
            String platform,
            String locale,
            Instant at,
            Map<String, String> facts,
            Map<String, Map<String, String>> mocks,
            boolean attended) {

        /** Where somebody is at the desk. */
        public Given(
                String platform,
                String locale,
                Instant at,
                Map<String, String> facts,
                Map<String, Map<String, String>> mocks) {
            this(platform, locale, at, facts, mocks, true);
        }
    }

    public sealed interface Beat {}

    /** @param entry a scene, when they come in instead of saying something */
    public record They(String say, @Nullable String entry) implements Beat {}

    /**
     * What must be true of our answer; what is null or empty does not matter.
     *
     * @param line the line that answers
     * @param asks the slot asked for
     * @param say one of {@code handoff.queued}, {@code handoff.closed}, {@code disclosure.first}, {@code unknown}
     * @param max the most characters, in all
     * @param emoji how many emoji there must be
     * @param humour how funny it may be at most, as the script counts it
     */
    public record We(
            @Nullable String line,
            @Nullable String asks,
            @Nullable String say,
            List<String> contains,
            List<String> not,
            @Nullable Integer max,
            @Nullable Integer emoji,
            @Nullable Integer exclaim,
            @Nullable String mood,
            @Nullable Integer humour)
            implements Beat {

        /** As funny as it likes. */
        public We(
                @Nullable String line,
                @Nullable String asks,
                @Nullable String say,
                List<String> contains,
                List<String> not,
                @Nullable Integer max,
                @Nullable Integer emoji,
                @Nullable Integer exclaim,
                @Nullable String mood) {
            this(line, asks, say, contains, not, max, emoji, exclaim, mood, null);
        }
    }

    /**
     * @param state {@code BOT} or {@code QUEUED}
     * @param form the form still open
     * @param team the queue that somebody was handed to
     * @param notSent what the chat neither said nor offered, such as {@code campaigns.autumn}
     * @param clean whether no rule for single texts found anything in what was said
     * @param briefHas what stands in that which an agent is told
     * @param afterAnger the state once they say the last again and are angry
     */
    public record Then(
            @Nullable String state,
            @Nullable String form,
            Map<String, String> slots,
            @Nullable String team,
            List<String> notSent,
            boolean clean,
            List<String> briefHas,
            @Nullable String afterAnger) {

        /** Nothing is expected of what an agent is told, nor of what comes later. */
        public Then(
                @Nullable String state,
                @Nullable String form,
                Map<String, String> slots,
                @Nullable String team,
                List<String> notSent,
                boolean clean) {
            this(state, form, slots, team, notSent, clean, List.of(), null);
        }

        public Then(@Nullable String state, @Nullable String form, Map<String, String> slots) {
            this(state, form, slots, null, List.of(), false);
        }
    }
}
