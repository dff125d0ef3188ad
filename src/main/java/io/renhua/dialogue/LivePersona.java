package io.renhua.dialogue;

import io.renhua.message.Content;
import io.renhua.message.Limits;
import io.renhua.nlu.Classifier;
import io.renhua.nlu.ClassifierTrainer;
import io.renhua.nlu.Entity;
import io.renhua.nlu.EntityDefinition;
import io.renhua.nlu.EntityFinder;
import io.renhua.nlu.Ranking;
import io.renhua.persona.EntityKind;
import io.renhua.persona.Persona;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A persona that has learnt its lines and can be talked with. Immutable; a reload makes a new one. */
public record LivePersona(Persona persona, Classifier classifier, EntityFinder entities) {

    public static LivePersona learn(
            Persona persona, ClassifierTrainer trainer, Function<List<EntityDefinition>, EntityFinder> finder) {
        return new LivePersona(
                persona,
                trainer.train(Lessons.of(persona)),
                finder.apply(persona.entities().entrySet().stream()
                        .map(entity -> definition(entity.getKey(), entity.getValue()))
                        .toList()));
    }

    /**
     * Hears one message: what it seems to mean, and what values are in it.
     *
     * @param locale the platform profile's tag, where there is one
     * @param platform as in a script's {@code channel:}
     */
    public Heard hear(
            Content content,
            Instant at,
            @Nullable String locale,
            String platform,
            Limits limits,
            Map<String, Set<String>> facts,
            boolean waiting,
            int ahead,
            Duration waits) {
        var words = Utterance.of(content);
        var ranking = words.isEmpty() ? Ranking.NOTHING : classifier.classify(words);
        var found = words.isEmpty()
                ? List.<Entity>of()
                : entities.find(words, at.atZone(persona.handoff().hours().zone()));
        return new Heard(content, ranking, found, at, locale, platform, limits, facts, waiting, ahead, waits);
    }

    /** The same where nothing is known of the person and nothing limits us, as in a terminal. */
    public Heard hear(Content content, Instant at, String platform, boolean waiting) {
        return hear(content, at, null, platform, Limits.NONE, Map.of(), waiting, 0, Duration.ZERO);
    }

    private static EntityDefinition definition(String name, EntityKind kind) {
        return switch (kind) {
            case EntityKind.Pattern(var regex, var example) -> new EntityDefinition.Pattern(name, regex);
            case EntityKind.Values(var values, var called) -> new EntityDefinition.Dictionary(name, values);
            case EntityKind.BuiltIn(var builtIn) ->
                new EntityDefinition.BuiltIn(
                        name, EntityDefinition.BuiltIn.Kind.valueOf(builtIn.toUpperCase(Locale.ROOT)));
        };
    }
}
