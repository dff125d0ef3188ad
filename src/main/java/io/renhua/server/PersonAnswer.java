package io.renhua.server;

import io.renhua.conversation.Merges.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What came of something that was said of two at the desk.
 *
 * @param why it does not stand so, in one word that pages have a sentence for; null where it does
 * @param most so many one person is at most, where they would be more
 */
record PersonAnswer(
        boolean done, @Nullable String why, @Nullable Integer most) {

    static PersonAnswer of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done() -> new PersonAnswer(true, null, null);
            case Outcome.TooMany(var most) -> new PersonAnswer(false, "too_many", most);
            case Outcome.Impossible() -> not("impossible");
            case Outcome.Asked() -> not("asked");
            case Outcome.Decided() -> not("decided");
            case Outcome.TooLate() -> not("late");
        };
    }

    private static PersonAnswer not(String why) {
        return new PersonAnswer(false, why, null);
    }
}
