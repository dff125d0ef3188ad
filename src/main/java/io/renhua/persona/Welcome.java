package io.renhua.persona;

import java.util.List;
import java.util.Map;

/**
 * What we say before they do.
 *
 * @param follow said to who followed or opened the chat
 * @param scans said to who came through a code; the first pattern that fits counts
 * @param menu what the channel's menu offers, as in {@link Persona#labels}
 */
public record Welcome(Variant follow, List<Scan> scans, List<String> menu) {

    /**
     * @param scene with {@code *} for any rest
     * @param sets facts to remember; {@code {scene.1}} is what the star stood for
     */
    public record Scan(String scene, Map<String, String> sets, Variant says) {}
}
