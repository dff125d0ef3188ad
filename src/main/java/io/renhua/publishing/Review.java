package io.renhua.publishing;

import java.time.Instant;

/**
 * A step in the review of a version.
 *
 * @param number in the order in which it was done
 * @param address of the version: see {@link io.renhua.bundle.Fingerprint}
 * @param label what the script calls this version; may be empty
 * @param who did it
 * @param why in their words
 */
public record Review(
        long number, String persona, String address, String label, Step step, String who, String why, Instant at) {
    public enum Step {
        /** Whoever wrote it asks for it to be read. */
        SENT,
        /** Somebody else wants it to speak. */
        APPROVED,
        /** It is not to speak like this. */
        SENT_BACK
    }

    public String brief() {
        return Publication.brief(address);
    }

    public Kept kept() {
        return new Kept(persona, address, label);
    }

    public boolean is(Step wanted) {
        return step == wanted;
    }
}
