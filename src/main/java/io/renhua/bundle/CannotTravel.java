package io.renhua.bundle;

import io.renhua.text.Refusal;
import io.renhua.text.Wording;

/** A persona cannot go out or come in; the message says why, and what to write instead. */
public final class CannotTravel extends Refusal {
    private static final long serialVersionUID = 1L;

    public CannotTravel(Wording why) {
        super(why);
    }
}
