package io.renhua.persona;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who the persona is.
 *
 * @param is one sentence about them
 * @param facts what holds of them wherever they speak
 */
public record Identity(Words nickname, Words brand, Words is, Images images, Nature facts) {

    /** One with still pictures only, of whom nothing more is said. */
    public Identity(
            Words nickname,
            Words brand,
            Words is,
            String avatar,
            Map<String, String> moods,
            @Nullable String card,
            Words alt) {
        this(nickname, brand, is, new Images(avatar, moods, card, null, null, null, null, alt), Nature.PLAIN);
    }

    public String avatar() {
        return images.avatar();
    }

    public Map<String, String> moods() {
        return images.moods();
    }

    @Nullable
    public String card() {
        return images.card();
    }

    public Words alt() {
        return images.alt();
    }
}
