package io.renhua.nlu;

/**
 * One intent and how likely it is meant.
 *
 * @param confidence calibrated probability in 0…1, of one meaning for every persona
 */
public record Candidate(String intent, double confidence) {}
