package io.renhua.persona;

import java.time.Period;
import java.util.List;

/**
 * How long words are kept, and what is masked.
 *
 * @param mask entities whose values are shown in part only
 */
public record Privacy(Period chat, Period media, List<String> mask) {}
