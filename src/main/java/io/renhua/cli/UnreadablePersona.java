package io.renhua.cli;

import io.renhua.text.Wording;

/** A script that cannot speak; the message is all there is to say about it. */
final class UnreadablePersona extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Wording why;

    UnreadablePersona(CharSequence why) {
        super(why.toString());
        this.why = Wording.of(why);
    }

    String told(String language) {
        return why.in(language);
    }
}
