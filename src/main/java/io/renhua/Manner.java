package io.renhua;

import java.util.Set;

/**
 * How personas are published here.
 *
 * @param byHand whether files wait until somebody publishes them
 * @param testers the conversations that hear what is published to testers
 */
record Manner(boolean byHand, Set<String> testers) {}
