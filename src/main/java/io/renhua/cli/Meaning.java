package io.renhua.cli;

/** Somebody answers for warnings with their name, which stands in the history. */
final class Meaning {
    static final String HELP = "Answers for the warnings that stand, by the name after --who.";

    private Meaning() {}

    /** Why something was done, and for how many warnings they answer who did it. */
    static String of(String why, int warnings) {
        return warnings == 0 ? why : why + " (" + warnings + (warnings == 1 ? " warning" : " warnings") + " meant so)";
    }
}
