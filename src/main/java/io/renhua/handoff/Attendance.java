package io.renhua.handoff;

import io.renhua.store.Queries;

/** Whether anybody is at the desk, so that somebody who asks for a person can be told that one comes. */
@FunctionalInterface
public interface Attendance {
    /** Where people are called another way, the hours of the script are all there is to go by. */
    Attendance BY_HOURS = queries -> true;

    boolean anybody(Queries queries);
}
