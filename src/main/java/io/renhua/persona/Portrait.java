package io.renhua.persona;

import java.util.List;
import java.util.Map;

/**
 * Who the persona is, how it sounds, and how it takes people.
 *
 * @param audiences whom it tells apart; the first that fits counts
 * @param feelings what it does about each feeling
 */
public record Portrait(Identity identity, Tone tone, List<Audience> audiences, Map<String, Sympathy> feelings) {}
