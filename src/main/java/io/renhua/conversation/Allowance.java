package io.renhua.conversation;

import java.time.Instant;

/**
 * What a platform still lets us say to somebody after their last word.
 *
 * @param calls how many
 * @param until and how long; {@link Instant#EPOCH} when they never said a word
 */
public record Allowance(int calls, Instant until) {}
