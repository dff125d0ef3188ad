package io.renhua.server;

import io.renhua.store.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a macro would do, or what came of it, step by step.
 *
 * @param problem why nothing was tried, by name
 */
record MacroCame(@Nullable String problem, List<MacroStep> steps) {
    /** It was deleted or is over, or is not for that conversation. */
    static final MacroCame GONE = new MacroCame("gone", List.of());

    static MacroCame of(List<MacroStep> steps) {
        return new MacroCame(null, steps);
    }

    boolean isRefused() {
        return problem != null || steps.stream().anyMatch(MacroStep::isRefused);
    }

    /** Tells it from another, but for the moment until which something is put off: that moves on while one reads. */
    String print() {
        var shown = steps.stream()
                .map(step -> List.of(
                        step.act(),
                        step.value(),
                        Objects.requireNonNullElse(step.words(), ""),
                        String.valueOf(step.enclosed()),
                        step.state()))
                .toList();
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Json.write(shown).getBytes(StandardCharsets.UTF_8)), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
