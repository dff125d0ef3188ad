package io.renhua.message;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * One thread of talk with one person or group.
 *
 * @param channel the channel's name
 * @param thread the platform's address of the thread; its form is the connector's own
 */
public record ConversationId(String channel, String thread) {
    /** What no database gives back as it was is marked at once: the same id in memory as in the store. */
    public ConversationId {
        if (!thread.chars().allMatch(each -> each != 0 && !Character.isSurrogate((char) each))) {
            thread = new String(thread.replace('\0', '\uFFFD').getBytes(UTF_8), UTF_8);
        }
    }

    /** The inverse of {@link #toString()}. */
    public static ConversationId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1) {
            throw new IllegalArgumentException("not a conversation id: " + text);
        }
        return new ConversationId(text.substring(0, slash), text.substring(slash + 1));
    }

    /** {@code channel/thread}: what the store and the desk's addresses hold. */
    @Override
    public String toString() {
        return channel + "/" + thread;
    }
}
