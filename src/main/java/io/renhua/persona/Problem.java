package io.renhua.persona;

import java.util.Comparator;

/**
 * One thing wrong with a script.
 *
 * @param file as its author knows it, from the personas folder on
 * @param line counted from 1
 * @param column counted from 1
 * @param code the rule, such as {@code S2}
 * @param why what is wrong
 * @param instead what to write, or empty
 */
public record Problem(String file, int line, int column, String code, Severity severity, String why, String instead) {
    public static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line).thenComparingInt(Problem::column);

    public enum Severity {
        /** Keeps the persona from speaking. */
        ERROR,
        WARNING,
        INFO
    }

    @Override
    public String toString() {
        var end = why.endsWith("?") ? " " : ". ";
        return file + ":" + line + ": " + why + (instead.isEmpty() ? "" : end + "Write instead: " + instead);
    }
}
