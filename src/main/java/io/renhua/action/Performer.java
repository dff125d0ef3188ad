package io.renhua.action;

import java.time.Duration;

/** Does an action that a script names. Where one is a bean, it does every errand of its name that no address is set for. */
public interface Performer {

    /** The action's name in the script. */
    String action();

    /**
     * Does it. May be called again for the same errand after a failure or a crash: what was done under its id must not
     * be done twice. Blocks, on a thread that may, and is interrupted when nobody waits any more; what it throws counts as
     * {@link Answer.Later}.
     *
     * @param left how long somebody still waits
     */
    Answer perform(Errand errand, Duration left);
}
