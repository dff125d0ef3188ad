package io.renhua.conversation;

import io.renhua.dialogue.LivePersona;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The personas that speak, and on which channel each does. A reload swaps a persona whole; turns in hand keep theirs. */
public final class Personas {
    private final AtomicReference<Map<String, LivePersona>> live;
    private final Map<String, String> byChannel;

    /** @param byChannel the persona's id by the channel's name */
    public Personas(Map<String, LivePersona> live, Map<String, String> byChannel) {
        this.live = new AtomicReference<>(Map.copyOf(live));
        this.byChannel = Map.copyOf(byChannel);
    }

    /** Who speaks on a channel. A channel without a persona does not start, so asking for one is a mistake. */
    public LivePersona on(String channel) {
        var persona = byChannel.get(channel);
        var speaking = persona == null ? null : live.get().get(persona);
        if (speaking == null) {
            throw new IllegalArgumentException("no persona speaks on channel " + channel);
        }
        return speaking;
    }

    public Optional<LivePersona> named(String id) {
        return Optional.ofNullable(live.get().get(id));
    }

    public Collection<LivePersona> all() {
        return live.get().values();
    }

    /** Puts a newly learnt persona in the place of the one with its id. */
    public void replace(LivePersona learnt) {
        live.updateAndGet(before -> {
            var after = new java.util.HashMap<>(before);
            after.put(learnt.persona().id(), learnt);
            return Map.copyOf(after);
        });
    }
}
