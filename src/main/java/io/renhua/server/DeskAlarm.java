package io.renhua.server;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something at the desk that a supervisor has to see to.
 *
 * @param kind {@code nobody} is there while somebody waits, somebody {@code urgent} waits, a {@code promise} was broken, an
 *     agent's page was {@code lost} while somebody waits for their word, an agent asks to {@code block} somebody, or to
 *     {@code merge} two, an agent's page is {@code blind} to what enters the queue
 * @param conversation of whoever waits; null where it is about the desk, or an agent
 * @param name of the person who waits or the agent who is gone; null where it is about the desk
 */
record DeskAlarm(
        String kind,
        @Nullable String conversation,
        @Nullable String name,
        Instant since) {}
