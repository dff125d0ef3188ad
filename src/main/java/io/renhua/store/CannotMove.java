package io.renhua.store;

import io.renhua.text.Refusal;
import io.renhua.text.Wording;
import org.jspecify.annotations.Nullable;

/** A store stays where it is; why, in a sentence for who wanted to move it. */
public final class CannotMove extends Refusal {
    private static final long serialVersionUID = 1L;

    CannotMove(Wording why) {
        super(why);
    }

    CannotMove(Wording why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
