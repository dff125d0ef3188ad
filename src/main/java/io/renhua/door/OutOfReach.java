package io.renhua.door;

import io.renhua.text.Refusal;
import io.renhua.text.Wording;
import org.jspecify.annotations.Nullable;

/** What a command needs cannot be reached; the message is a sentence for whoever typed it. */
public final class OutOfReach extends Refusal {
    private static final long serialVersionUID = 1L;

    public OutOfReach(Wording why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
