package io.renhua.message;

/** How somebody came in, where the platform tells us before they say a word. */
public sealed interface Entry {

    /** Followed or added the account. */
    record Followed() implements Entry {}

    /** Came through a code or deep link that carries a scene, such as {@code box-osmanthus}. */
    record Scanned(String scene) implements Entry {}

    /** Opened the chat without following anything: the web page, a bot's start button. */
    record Opened() implements Entry {}

    /** Left: unfollowed, blocked us, or removed the bot. Nothing can be sent any more. */
    record Left() implements Entry {}

    /** Lets us write again, having left, and has neither said nor pressed anything: what they do next is greeted. */
    record Returned() implements Entry {}
}
