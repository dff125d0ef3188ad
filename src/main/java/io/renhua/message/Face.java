package io.renhua.message;

/**
 * The face somebody shows with their words.
 *
 * @param mood as the script names it, such as {@code sorry}
 * @param picture its address
 */
public record Face(String mood, String picture) {}
