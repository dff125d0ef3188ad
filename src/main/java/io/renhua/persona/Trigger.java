package io.renhua.persona;

import java.time.Period;

/** What has happened when we speak without being asked. */
public sealed interface Trigger {

    /**
     * Something happened.
     *
     * @param name such as {@code shipped}
     * @param later how long after it
     */
    record Event(String name, Period later) implements Trigger {}

    /** Nothing was said for so long. */
    record Silence(Period time) implements Trigger {}

    /** Something that should come again was so long ago, such as {@code care}. */
    record Since(String what, Period time) implements Trigger {}
}
