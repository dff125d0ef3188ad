package io.renhua;

import java.util.List;

/** Everything that keeps Renhua from starting, a sentence each. */
final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    CannotStart(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
