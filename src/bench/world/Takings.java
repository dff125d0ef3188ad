package world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** What the platform took, in order. */
public final class Takings {
    private final List<Taking> taken = new ArrayList<>();
    private final Map<Integer, Long> firstAt = new ConcurrentHashMap<>();

    /**
     * A call that was taken.
     *
     * @param at by {@link System#nanoTime}
     */
    public record Taking(long at, Call call) {}

    void add(Call call) {
        long now = System.nanoTime();
        synchronized (taken) {
            taken.add(new Taking(now, call));
        }
        call.tickets().forEach(ticket -> firstAt.putIfAbsent(ticket, now));
    }

    public List<Taking> all() {
        synchronized (taken) {
            return List.copyOf(taken);
        }
    }

    public int size() {
        synchronized (taken) {
            return taken.size();
        }
    }

    /** Whether the message has an answer. */
    public boolean answer(Message message) {
        return firstAt.containsKey(message.number());
    }

    /** When it was answered. */
    public OptionalLong answered(Message message) {
        var at = firstAt.get(message.number());
        return at == null ? OptionalLong.empty() : OptionalLong.of(at);
    }
}
