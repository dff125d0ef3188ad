package io.renhua.handoff;

import io.renhua.message.ConversationId;
import io.renhua.store.Bell;
import io.renhua.store.Bell.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which conversation agents have before them, and whether they write in it. The nodes tell each other; it is kept nowhere, and
 * over when nobody has said it again for a while.
 */
public final class Gazes {
    /** Pages say it again more often than this. */
    public static final Duration LASTS = Duration.ofSeconds(15);

    private static final String NOWHERE = "-";

    private final Map<String, Gaze> byLogin = new ConcurrentHashMap<>();
    private final List<Consumer<Gaze>> listeners = new CopyOnWriteArrayList<>();
    private final Bell bell;
    private final Clock clock;

    public Gazes(Bell bell, Clock clock) {
        this.bell = bell;
        this.clock = clock;
        bell.listen(Topic.GAZE, this::heard);
    }

    /**
     * Where somebody looks.
     *
     * @param conversation null when at none
     */
    public record Gaze(String login, @Nullable ConversationId conversation, boolean writing, Instant at) {
        boolean isSame(@Nullable Gaze other) {
            return other != null
                    && writing == other.writing
                    && Optional.ofNullable(conversation).equals(Optional.ofNullable(other.conversation));
        }
    }

    /** Somebody looks at a conversation, or at none any more. */
    public void turn(String login, @Nullable ConversationId conversation, boolean writing) {
        turned(new Gaze(login, conversation, writing, clock.instant()));
        bell.ring(Topic.GAZE, login + " " + writing + " " + (conversation == null ? NOWHERE : conversation.toString()));
    }

    private void heard(String text) {
        var parts = text.split(" ", 3);
        var conversation = parts[2].equals(NOWHERE) ? null : ConversationId.parse(parts[2]);
        turned(new Gaze(parts[0], conversation, Boolean.parseBoolean(parts[1]), clock.instant()));
    }

    /** Whoever listens hears of what is new: where it begins, and where it ends. */
    private void turned(Gaze gaze) {
        var before = byLogin.put(gaze.login(), gaze);
        if (!gaze.isSame(before)) {
            if (before != null
                    && !Optional.ofNullable(before.conversation).equals(Optional.ofNullable(gaze.conversation))) {
                listeners.forEach(listener -> listener.accept(before));
            }
            listeners.forEach(listener -> listener.accept(gaze));
        }
    }

    /** Who else looks at a conversation, whoever writes first. */
    public List<Gaze> at(ConversationId conversation, String reader) {
        var since = clock.instant().minus(LASTS);
        return byLogin.values().stream()
                .filter(gaze -> !gaze.login().equals(reader))
                .filter(gaze ->
                        conversation.equals(gaze.conversation()) && gaze.at().isAfter(since))
                .sorted(Comparator.comparing(Gaze::writing).reversed().thenComparing(Gaze::login))
                .toList();
    }

    /** Whether somebody looks where another's gaze began or ended. */
    public boolean concerns(String login, Gaze other) {
        var own = byLogin.get(login);
        return own != null
                && !login.equals(other.login())
                && own.conversation() != null
                && own.conversation().equals(other.conversation());
    }

    /** Calls the listener when somebody turns to or from a conversation, or begins or ends to write. It must be quick. */
    public Runnable listen(Consumer<Gaze> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
