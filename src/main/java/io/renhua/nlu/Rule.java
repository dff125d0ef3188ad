package io.renhua.nlu;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A way to say something, and what it means.
 *
 * @param <C> what the meaning depends on besides the words
 */
record Rule<C, T>(Pattern pattern, Reading<C, T> reading) {

    /** @param template as {@link Pieces} reads it */
    static <C, T> Rule<C, T> rule(String template, Reading<C, T> reading) {
        return new Rule<>(Pieces.pattern(template), reading);
    }

    /** Words that mean nothing of the kind, whatever other rules see in them. */
    static <C, T> Rule<C, T> not(String template) {
        return rule(template, (m, context) -> null);
    }

    /** What words mean; null, or an exception about dates or figures, where they mean nothing after all. */
    @FunctionalInterface
    interface Reading<C, T> {
        @Nullable
        T read(Matcher matcher, C context);
    }
}
