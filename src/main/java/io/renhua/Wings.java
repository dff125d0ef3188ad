package io.renhua;

import io.renhua.connector.Connector;
import io.renhua.conversation.Channels;
import io.renhua.conversation.Personas;
import io.renhua.dialogue.LivePersona;
import io.renhua.text.Wording;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Where personas wait that may not speak yet: their channels are shut until something of them is published. */
final class Wings {
    private final Personas personas;
    private final Channels channels;
    private final Function<String, Connector> page;
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

    /** @param page a persona's own chat page, by its id */
    Wings(Personas personas, Channels channels, Function<String, Connector> page) {
        this.personas = personas;
        this.channels = channels;
        this.page = page;
    }

    private record Waiting(List<Connector> connectors, Wording why) {}

    /** Nobody hears it from now on, but for those who try it before it speaks. */
    void holdBack(String persona, Wording why) {
        var shut = personas.isRehearsing(persona) ? List.<Connector>of() : shut(persona);
        waiting.merge(persona, new Waiting(shut, why), (before, now) -> new Waiting(before.connectors(), why));
    }

    private List<Connector> shut(String persona) {
        return personas.dismiss(persona).stream()
                .flatMap(channel -> channels.close(channel).stream())
                .toList();
    }

    /** Lets a persona speak that did not before, wherever it was to. */
    void enter(LivePersona newcomer) {
        var id = newcomer.persona().id();
        var waited = waiting.remove(id);
        var opens = waited == null || waited.connectors().isEmpty() ? List.of(page.apply(id)) : waited.connectors();
        for (var connector : opens) {
            personas.welcome(newcomer, connector.channel().name());
            channels.open(connector);
        }
    }

    /** Opens a persona's own page for those alone who try it. */
    void rehearse(LivePersona first) {
        var connector = page.apply(first.persona().id());
        personas.rehearse(first, connector.channel().name());
        channels.open(connector);
    }

    /** Why nobody hears those that wait, a sentence each. */
    List<Wording> reasons() {
        return waiting.values().stream().map(Waiting::why).toList();
    }
}
