package io.renhua.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.renhua.conversation.Voice;
import io.renhua.persona.Guard;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;

/** What the last look at the personas' words finds: a voice that slips, and words that may not be said. */
@Singleton
final class VoiceMetrics implements MeterBinder {
    private final Voice voice;

    VoiceMetrics(Voice voice) {
        this.voice = voice;
    }

    private record Finding(String persona, String rule, boolean held) {
        Counter in(MeterRegistry registry) {
            return Counter.builder("renhua.findings")
                    .description("What rules found in words about to be said; held: the words gave way to others")
                    .tag("persona", persona)
                    .tag("rule", rule)
                    .tag("held", String.valueOf(held))
                    .register(registry);
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        var counters = new ConcurrentHashMap<Finding, Counter>();
        voice.onFound((persona, found) -> counters.computeIfAbsent(
                        new Finding(persona, found.code(), Guard.forbids(found)), finding -> finding.in(registry))
                .increment());
    }
}
