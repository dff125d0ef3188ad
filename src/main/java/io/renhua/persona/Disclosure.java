package io.renhua.persona;

import java.time.Duration;

/**
 * Says that it is a machine.
 *
 * @param first before any greeting, once per person and channel
 * @param bot the badge on the persona's bubbles
 * @param human the badge on people's bubbles
 * @param turns said again after so many turns ...
 * @param after ... or so long
 */
public record Disclosure(Words first, Words bot, Words human, int turns, Duration after) {}
