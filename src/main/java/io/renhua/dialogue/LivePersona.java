package io.renhua.dialogue;

import io.renhua.message.Inbound;
import io.renhua.message.Limits;
import io.renhua.nlu.Classifier;
import io.renhua.nlu.EntityFinder;
import io.renhua.persona.Persona;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** A persona that has learnt its lines and can be talked with. Immutable; a reload makes a new one. */
public record LivePersona(Persona persona, Classifier classifier, EntityFinder entities) {
    public Heard hear(
            Inbound message,
            Instant at,
            String platform,
            Limits limits,
            Map<String, Set<String>> facts,
            boolean waiting,
            int ahead,
            Duration waits) {
        var words = message.content().asText();
        return new Heard(
                message.content(),
                classifier.classify(words),
                entities.find(words, at.atZone(persona.handoff().hours().zone())),
                at,
                message.person().locale(),
                platform,
                limits,
                facts,
                waiting,
                ahead,
                waits);
    }
}
