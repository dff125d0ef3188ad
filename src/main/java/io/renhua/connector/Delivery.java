package io.renhua.connector;

import java.time.Duration;

/** What became of one try to deliver. */
public sealed interface Delivery {

    /** The platform took it. */
    record Sent(String platformId) implements Delivery {}

    /** Surely not taken: the platform wants no more of the account's calls for so long. */
    record Throttled(Duration retryAfter, String why) implements Delivery {}

    /** Surely not taken: the platform is busy or unreachable; the same message may be tried again. */
    record Postponed(Duration retryAfter, String why) implements Delivery {}

    /** Final: the window closed, the content is not allowed. */
    record Refused(String why) implements Delivery {}

    /** Final, and for whatever comes after it: the person blocked us or is no more, until they come back. */
    record Gone(String why) implements Delivery {}

    /** The call went out and no answer came back: taken or not, nobody knows. */
    record InDoubt(String why) implements Delivery {}
}
