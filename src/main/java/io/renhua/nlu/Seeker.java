package io.renhua.nlu;

import java.time.ZonedDateTime;
import java.util.List;

/** Looks for one definition's values. */
interface Seeker {

    /** @param now what 'tomorrow' is counted from */
    List<Entity> seek(Letters letters, ZonedDateTime now);
}
