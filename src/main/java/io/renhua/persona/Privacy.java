package io.renhua.persona;

import java.time.Period;
import java.util.List;
import java.util.Set;

/**
 * How long words are kept, and what is masked.
 *
 * @param mask entities whose values are shown in part only
 * @param hidden those of which not even a part is shown
 * @param learns whether what was said in chats may be kept, masked, to learn from once somebody approves
 * @param personal entities whose values are personal
 * @param minorsUnder the age below which nobody is sold anything; 0 where the script does not say
 * @param stated whether the script itself says how long chats are kept
 */
public record Privacy(
        Period chat,
        Period media,
        List<String> mask,
        Set<String> hidden,
        boolean learns,
        Set<String> personal,
        int minorsUnder,
        boolean stated) {
    /** What a button leads to that lets somebody be forgotten. */
    public static final String ERASE = "privacy.erase";

    /** Nothing is learnt from chats. */
    public Privacy(Period chat, Period media, List<String> mask) {
        this(chat, media, mask, Set.of(), false, Set.of(), 0, true);
    }
}
