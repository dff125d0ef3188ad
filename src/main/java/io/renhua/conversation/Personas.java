package io.renhua.conversation;

import io.renhua.dialogue.LivePersona;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The personas that speak, and on which channel each does. A reload swaps a persona whole; turns in hand keep theirs. */
public final class Personas {
    private final Map<String, LivePersona> live;
    private final Map<String, String> byChannel;

    /** @param byChannel the persona's id by the channel's name */
    public Personas(Map<String, LivePersona> live, Map<String, String> byChannel) {
        this.live = new ConcurrentHashMap<>(live);
        this.byChannel = new ConcurrentHashMap<>(byChannel);
    }

    /** Who speaks on a channel. A channel without a persona does not start, so asking for one is a mistake. */
    public LivePersona on(String channel) {
        var persona = byChannel.get(channel);
        var speaking = persona == null ? null : live.get(persona);
        if (speaking == null) {
            throw new IllegalArgumentException("no persona speaks on channel " + channel);
        }
        return speaking;
    }

    public Optional<LivePersona> named(String id) {
        return Optional.ofNullable(live.get(id));
    }

    public Collection<LivePersona> all() {
        return List.copyOf(live.values());
    }

    /** Puts a newly learnt persona in the place of the one with its id. */
    public void replace(LivePersona learnt) {
        live.put(learnt.persona().id(), learnt);
    }

    /** A persona that was not there before speaks on a channel of its own. */
    public void welcome(LivePersona newcomer, String channel) {
        live.put(newcomer.persona().id(), newcomer);
        byChannel.put(channel, newcomer.persona().id());
    }
}
