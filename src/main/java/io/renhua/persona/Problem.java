package io.renhua.persona;

import io.renhua.text.Phrasebook;
import io.renhua.text.Wording;
import java.util.Comparator;

/**
 * One thing wrong with a script.
 *
 * @param file as its author knows it, from the personas folder on
 * @param line counted from 1
 * @param column counted from 1
 * @param code the rule, such as {@code S2}
 * @param wrong what is wrong
 * @param better what to write instead, or empty
 */
public record Problem(
        String file, int line, int column, String code, Severity severity, Wording wrong, Wording better) {
    public static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line).thenComparingInt(Problem::column);

    public enum Severity {
        /** Keeps the persona from speaking. */
        ERROR,
        WARNING,
        INFO
    }

    public Problem(
            String file,
            int line,
            int column,
            String code,
            Severity severity,
            CharSequence wrong,
            CharSequence better) {
        this(file, line, column, code, severity, Wording.of(wrong), Wording.of(better));
    }

    /** What is wrong, in English. */
    public String why() {
        return wrong.toString();
    }

    /** What to write, in English, or empty. */
    public String instead() {
        return better.toString();
    }

    /** All of it in one line. */
    public String told(String language) {
        return report().in(language);
    }

    /** Where it is, what is wrong, and what to write instead. */
    public Wording report() {
        return Wording.of("%s:%s: %s", file, line, sentence());
    }

    /** What is wrong, and what to write instead. */
    public Wording sentence() {
        if (better.isEmpty()) {
            return wrong;
        }
        return why().endsWith("?")
                ? Wording.of("%s Write instead: %s", wrong, better)
                : Wording.of("%s. Write instead: %s", wrong, better);
    }

    @Override
    public String toString() {
        return told(Phrasebook.ENGLISH);
    }
}
