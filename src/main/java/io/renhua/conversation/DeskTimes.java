package io.renhua.conversation;

import java.time.Duration;

/**
 * How long people at the desk are waited for.
 *
 * @param offer until somebody who is asked to take a conversation has been asked long enough
 * @param transfer the same where a colleague asks
 * @param silence until somebody whose words are not answered gets another person
 * @param undo until a conversation that was resolved is over
 * @param outside until somebody who answered in a platform's own app and fell silent has answered enough
 * @param gone until an agent who is cut off, or has left, loses those who wait for them
 */
public record DeskTimes(
        Duration offer, Duration transfer, Duration silence, Duration undo, Duration outside, Duration gone) {
    public static final DeskTimes STANDARD = new DeskTimes(
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            Duration.ofMinutes(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(30),
            Duration.ofSeconds(120));
}
