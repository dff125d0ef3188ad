package io.renhua.publishing;

import io.renhua.message.ConversationId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** To whom a version speaks. */
public sealed interface Audience {
    Pattern SHARE = Pattern.compile("([1-9][0-9]?)%");

    record Everybody() implements Audience {}

    /** The conversations that the configuration names. */
    record Testers() implements Audience {}

    /** So many of a hundred conversations; a larger share holds those of a smaller one of the same version. */
    record Share(int percent) implements Audience {
        boolean holds(ConversationId conversation, String address) {
            long mixed = (conversation + "\n" + address).hashCode() * 0x9E3779B97F4A7C15L;
            return Long.remainderUnsigned(mixed ^ mixed >>> 32, 100) < percent;
        }
    }

    /** As it is typed: {@code all}, {@code testers} or {@code 10%}. */
    static Optional<Audience> of(String word) {
        var share = SHARE.matcher(word);
        if (share.matches()) {
            return Optional.of(new Share(Integer.parseInt(share.group(1))));
        }
        return switch (word) {
            case "all" -> Optional.of(new Everybody());
            case "testers" -> Optional.of(new Testers());
            default -> Optional.empty();
        };
    }

    default String word() {
        return switch (this) {
            case Everybody() -> "all";
            case Testers() -> "testers";
            case Share(int percent) -> percent + "%";
        };
    }

    /** Whether it holds a conversation that is about to begin. */
    default boolean holds(ConversationId conversation, String address, Set<String> testers) {
        return switch (this) {
            case Everybody() -> true;
            case Testers() -> testers.contains(conversation.toString());
            case Share share -> share.holds(conversation, address);
        };
    }
}
