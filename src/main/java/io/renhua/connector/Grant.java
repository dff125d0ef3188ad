package io.renhua.connector;

import java.time.Duration;

/** What asking a platform for an access token came to. */
public sealed interface Grant {

    /** @param life for how long it may be used from now on */
    record Granted(String token, Duration life) implements Grant {
        @Override
        public String toString() {
            return "Granted";
        }
    }

    /** No token now: what that means for the message that needs it. */
    record Denied(Delivery outcome) implements Grant {}
}
