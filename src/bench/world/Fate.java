package world;

import java.time.Duration;

/** What becomes of a call to the platform. */
public sealed interface Fate {
    Fate TAKEN = new Take(Duration.ZERO);
    Fate ANSWER_LOST = new TakeInSilence();
    Fate RESET = new Reset();

    /** It is taken, and that is said after a while. */
    record Take(Duration after) implements Fate {}

    /** It is taken, and the connection breaks before the answer. */
    record TakeInSilence() implements Fate {}

    /** The connection breaks before it is taken. */
    record Reset() implements Fate {}

    /**
     * It is not taken.
     *
     * @param retryAfter in seconds; none where it is zero
     */
    record Refuse(int status, int retryAfter, String body) implements Fate {
        public static Refuse with(int status) {
            return new Refuse(status, 0, "{}");
        }

        /** Too many requests, in the words of each platform. */
        public static Refuse tooMany(int seconds) {
            return new Refuse(429, seconds, """
                {"ok":false,"message":"too many requests","description":"Too Many Requests",
                "parameters":{"retry_after":%d}}\
                """.formatted(seconds));
        }
    }
}
