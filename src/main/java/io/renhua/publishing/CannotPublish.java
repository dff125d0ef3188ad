package io.renhua.publishing;

import io.renhua.text.Refusal;
import io.renhua.text.Wording;

/** A version may not be published, or reviewed, like this; it says why and what to do, for whoever wanted to. */
public final class CannotPublish extends Refusal {
    private static final long serialVersionUID = 1L;

    public CannotPublish(Wording why) {
        super(why);
    }
}
