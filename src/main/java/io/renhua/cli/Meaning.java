package io.renhua.cli;

import io.renhua.text.Wording;

/** Somebody answers for warnings with their name, which stands in the history. */
final class Meaning {
    static final String HELP = "Answers for the warnings that stand, by the name after --who.";

    private Meaning() {}

    /** Why something was done, and for how many warnings they answer who did it. */
    static Wording of(String why, int warnings) {
        return switch (warnings) {
            case 0 -> Wording.of(why);
            case 1 -> Wording.of("%s (1 warning meant so)", why);
            default -> Wording.of("%s (%s warnings meant so)", why, warnings);
        };
    }
}
