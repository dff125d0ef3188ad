package io.renhua.message;

/**
 * One quick reply.
 *
 * @param key what we get back where the platform can carry it: the script's name of what it leads to
 * @param label what the person reads, and says by pressing it
 */
public record Choice(String key, String label) {}
