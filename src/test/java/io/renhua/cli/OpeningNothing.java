package io.renhua.cli;

import picocli.CommandLine;

/** All commands, none of which may open anything. */
final class OpeningNothing {
    private OpeningNothing() {}

    static CommandLine commands() {
        return Commands.line(
                () -> 0,
                persona -> unasked(),
                new Reach(
                        OpeningNothing::unasked,
                        OpeningNothing::unasked,
                        OpeningNothing::unasked,
                        OpeningNothing::unasked,
                        OpeningNothing::unasked,
                        OpeningNothing::unasked,
                        OpeningNothing::unasked,
                        OpeningNothing::unasked,
                        id -> unasked(),
                        file -> {},
                        OpeningNothing::unasked));
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // it never gives anything
    private static <T> T unasked() {
        throw new IllegalStateException("nothing is opened here");
    }
}
