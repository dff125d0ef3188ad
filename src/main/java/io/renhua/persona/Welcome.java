package io.renhua.persona;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What we say before they do.
 *
 * @param follow said to who followed or opened the chat
 * @param scans said to who came through a code; the first pattern that fits counts
 * @param back said to who writes again after a long silence, before the answer
 * @param menu what the channel's menu offers, as in {@link Persona#labels}
 */
public record Welcome(
        Variant follow, List<Scan> scans, @Nullable Back back, List<String> menu) {

    /** @param days of silence, from which on it is said */
    public record Back(int days, Variant says) {}

    /**
     * @param scene with {@code *} for any rest
     * @param sets facts to remember; {@code {scene.1}} is what the star stood for
     */
    public record Scan(String scene, Map<String, String> sets, Variant says) {}
}
