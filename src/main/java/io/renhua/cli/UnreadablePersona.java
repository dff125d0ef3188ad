package io.renhua.cli;

/** A script that cannot speak; the message is all there is to say about it. */
final class UnreadablePersona extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadablePersona(String message) {
        super(message);
    }
}
