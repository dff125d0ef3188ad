package io.renhua.publishing;

/**
 * The wish to take a step in the review of a version.
 *
 * @param who wants it
 * @param why in their words
 */
public record ReviewWish(String persona, String address, String label, Review.Step step, String who, String why) {}
