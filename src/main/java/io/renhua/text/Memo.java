package io.renhua.text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Remembers what becomes of short texts: those of scripts are looked at with every message. */
final class Memo {
    private static final int SHORT = 64;
    private static final int MOST = 20_000;

    /** People's words come through here too, and are not to stay. */
    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final Cache<String, String> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(UNUSED).build();
    private final UnaryOperator<String> function;

    Memo(UnaryOperator<String> function) {
        this.function = function;
    }

    String of(String text) {
        return text.length() > SHORT ? function.apply(text) : known.get(text, function);
    }
}
