package io.renhua.action;

import java.time.Duration;
import java.util.Map;

/** What came of an errand. */
public sealed interface Answer {

    /**
     * It is done.
     *
     * @param result one of those that the script names for the action
     * @param values what the script names for that result; more of them do no harm
     */
    record Done(String result, Map<String, String> values) implements Answer {
        public Done {
            values = Map.copyOf(values);
        }
    }

    /** It cannot be done, now or later. */
    record Failed(String why) implements Answer {}

    /** It may work if it is tried again; not before that time. */
    record Later(String why, Duration after) implements Answer {}
}
