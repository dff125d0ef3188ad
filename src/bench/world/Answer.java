package world;

import java.time.Duration;

/**
 * What we answered to a knock.
 *
 * @param at when, by {@link System#nanoTime}
 * @param status of HTTP; zero where there was no answer
 */
public record Answer(long at, int status, Duration took) {
    public boolean isTaken() {
        return status / 100 == 2;
    }
}
