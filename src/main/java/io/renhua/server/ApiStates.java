package io.renhua.server;

import io.renhua.handoff.Ownership;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words for who owes the next word; they stay, whatever becomes of our own. */
final class ApiStates {
    static final String PERSONA = "persona";
    static final String LEFT_WORD = "left_word";
    static final String PUT_OFF = "put_off";

    /** Those that can be listed, with how the store calls them. */
    static final Map<String, String> LISTED = Map.of(
            "queued",
            "queued",
            "offered",
            "offered",
            "human",
            "human",
            "passing_on",
            "transfer",
            PUT_OFF,
            "hold",
            LEFT_WORD,
            "hold",
            "resolved",
            "wrap",
            "closed",
            "closed",
            "outside",
            "outside");

    private ApiStates() {}

    static List<String> words() {
        return LISTED.keySet().stream().sorted().toList();
    }

    static String of(Ownership owner) {
        return switch (owner) {
            case Ownership.Bot bot -> PERSONA;
            case Ownership.Queued queued -> "queued";
            case Ownership.Offered offered -> "offered";
            case Ownership.Human human -> "human";
            case Ownership.Transfer transfer -> "passing_on";
            case Ownership.Hold hold -> hold.agent() == null ? LEFT_WORD : PUT_OFF;
            case Ownership.Wrap wrap -> "resolved";
            case Ownership.Closed closed -> "closed";
            case Ownership.Outside outside -> "outside";
        };
    }

    /**
     * As the journal has it.
     *
     * @param agent who has it, or is to; null where nobody is
     */
    static String of(String owner, @Nullable String agent) {
        return switch (owner) {
            case "bot" -> PERSONA;
            case "transfer" -> "passing_on";
            case "hold" -> agent == null ? LEFT_WORD : PUT_OFF;
            case "wrap" -> "resolved";
            default -> owner;
        };
    }
}
