package io.renhua.cli;

import io.renhua.text.Refusal;
import io.renhua.text.Wording;

/** A script that cannot speak; the message is all there is to say about it. */
final class UnreadablePersona extends Refusal {
    private static final long serialVersionUID = 1L;

    UnreadablePersona(CharSequence why) {
        super(Wording.of(why));
    }
}
