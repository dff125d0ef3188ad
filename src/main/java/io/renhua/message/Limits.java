package io.renhua.message;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a channel can take, as its platform publishes it: checked when a reply is written, when it is sent, and shown at
 * the desk.
 *
 * @param textLength the longest text of one bubble, in UTF-16 units
 * @param bubblesPerCall how many bubbles one call carries
 * @param choices how many quick replies one bubble carries; 0 turns them into text
 * @param labelLength the longest label of a quick reply
 * @param window how long after a person's last message we may still write; null where there is no such rule
 * @param quota how many calls the window allows; {@link Integer#MAX_VALUE} where there is no such rule
 * @param perChat the least time between two calls to one conversation
 * @param perSecond how many calls a second the account takes over all conversations
 * @param screen what people read it on
 */
public record Limits(
        int textLength,
        int bubblesPerCall,
        int choices,
        int labelLength,
        @Nullable Duration window,
        int quota,
        Duration perChat,
        double perSecond,
        Screen screen) {

    /** On the usual screen. */
    public Limits(
            int textLength,
            int bubblesPerCall,
            int choices,
            int labelLength,
            @Nullable Duration window,
            int quota,
            Duration perChat,
            double perSecond) {
        this(textLength, bubblesPerCall, choices, labelLength, window, quota, perChat, perSecond, Screen.USUAL);
    }

    /** The same where people have another screen. */
    public Limits on(Screen other) {
        return new Limits(textLength, bubblesPerCall, choices, labelLength, window, quota, perChat, perSecond, other);
    }

    /** Nothing to keep to: our own web page, tests, the terminal. */
    public static final Limits NONE =
            new Limits(10_000, 1, 10, 60, null, Integer.MAX_VALUE, Duration.ZERO, Double.POSITIVE_INFINITY);
}
