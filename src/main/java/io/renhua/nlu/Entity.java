package io.renhua.nlu;

/**
 * A value found in an utterance.
 *
 * @param name the definition that found it
 * @param value the normal form: a dictionary's key, digits of a number, an ISO date
 * @param start first UTF-16 unit in the original text
 * @param end one past the last
 */
public record Entity(String name, String value, int start, int end) {}
