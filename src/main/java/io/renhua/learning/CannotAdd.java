package io.renhua.learning;

import io.renhua.text.Refusal;
import io.renhua.text.Wording;

/** Sentences cannot be added to a script; the message says why, for whoever wanted to. */
public final class CannotAdd extends Refusal {
    private static final long serialVersionUID = 1L;

    CannotAdd(Wording why) {
        super(why);
    }
}
