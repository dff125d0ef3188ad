package io.renhua;

import io.renhua.text.Wording;
import java.util.List;

/** Everything that keeps Renhua from starting, a sentence each. */
final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<Wording> problems;

    CannotStart(List<Wording> problems) {
        super(Wording.joined("%s\n%s", problems).toString());
        this.problems = List.copyOf(problems);
    }

    List<Wording> problems() {
        return problems;
    }
}
