package io.renhua.store;

import io.renhua.text.Refusal;
import io.renhua.text.Wording;

/** A store is there and would not keep what is promised; which setting of it must change. */
public final class UnfitStore extends Refusal {
    private static final long serialVersionUID = 1L;

    UnfitStore(Wording why) {
        super(why);
    }

    UnfitStore(Wording why, Throwable cause) {
        super(why, cause);
    }
}
