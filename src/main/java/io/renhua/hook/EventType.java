package io.renhua.hook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What others are told of. The words are a promise: they stay, whatever becomes of our own names. */
public enum EventType {
    /** Somebody is there for the first time. */
    CONVERSATION_STARTED,
    /** They left: nothing reaches them until they come back. */
    CONVERSATION_LEFT,
    /** Somebody at the desk blocked them. */
    CONVERSATION_BLOCKED,
    MESSAGE_RECEIVED,
    /** Words of ours arrived, as far as the platform tells. */
    MESSAGE_SENT,
    /** Nobody knows whether words of ours arrived. */
    MESSAGE_IN_DOUBT,
    /** Words of ours will not arrive. */
    MESSAGE_FAILED,
    /** Somebody waits for a person. */
    HANDOFF_REQUESTED,
    /** One agent is asked to take it. */
    HANDOFF_OFFERED,
    /** An agent has it, or has it again. */
    HANDOFF_CLAIMED,
    /** Whoever has it asks a colleague, or a team, to take it. */
    HANDOFF_TRANSFERRED,
    /** Somebody answers in the platform's own app, or its own desk has it. */
    HANDOFF_OUTSIDE,
    /** They wait for a person again: nobody took the offer, or whoever had it has gone or does not answer. */
    HANDOFF_RETURNED,
    HANDOFF_PUT_OFF,
    /** Nobody was at the desk. */
    HANDOFF_LEFT_WORD,
    /** They do not want a person any more. */
    HANDOFF_WITHDRAWN,
    /** The persona has it again. */
    HANDOFF_RELEASED,
    HANDOFF_RESOLVED,
    /** It cannot be taken back any more. */
    HANDOFF_CLOSED,
    NOTE_ADDED,
    /** Somebody at the desk said that they are one with somebody on another channel. */
    PERSON_MERGED,
    /** They are two again. */
    PERSON_SEPARATED,
    /** Somebody wants to see whether it arrives. */
    HOOK_TEST;

    /** Everything that happens in conversations. */
    public static final List<EventType> ALL =
            Arrays.stream(values()).filter(type -> type != HOOK_TEST).toList();

    /** Such as {@code handoff.requested}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }

    public static Optional<EventType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    /** Those that a word of the configuration means: one, or all of a kind as {@code handoff.*}. */
    public static List<EventType> meantBy(String word) {
        return ALL.stream()
                .filter(type -> word.endsWith(".*")
                        ? type.word().startsWith(word.substring(0, word.length() - 1))
                        : type.word().equals(word))
                .toList();
    }
}
