package io.renhua.persona;

import java.time.Period;
import java.util.List;

/**
 * How long words are kept, and what is masked.
 *
 * @param mask entities whose values are shown in part only
 * @param learns whether what was said in chats may be kept, masked, to learn from once somebody approves
 */
public record Privacy(Period chat, Period media, List<String> mask, boolean learns) {

    /** Nothing is learnt from chats. */
    public Privacy(Period chat, Period media, List<String> mask) {
        this(chat, media, mask, false);
    }
}
