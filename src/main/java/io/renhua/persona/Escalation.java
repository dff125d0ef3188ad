package io.renhua.persona;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a line does the first, second, third time that it is meant in a conversation; the last holds from then on. Something
 * is always said or done.
 *
 * @param handsOff the reason for a person that it ends in
 * @param pause for how long the persona says nothing any more
 */
public record Escalation(
        @Nullable Variant says,
        @Nullable String handsOff,
        @Nullable Duration pause) {}
