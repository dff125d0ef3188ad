package io.renhua.exchange;

import java.util.Map;

/**
 * One way of answering, on its way into a script.
 *
 * @param text by locale
 * @param more what else a variant holds: {@code if}, {@code channel}, {@code media} …
 */
record Said(Map<String, String> text, Map<String, Object> more) {

    static Said of(String locale, String text) {
        return new Said(Map.of(locale, text), Map.of());
    }
}
