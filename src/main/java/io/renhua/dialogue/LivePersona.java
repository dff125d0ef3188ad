package io.renhua.dialogue;

import io.renhua.message.Content;
import io.renhua.message.Limits;
import io.renhua.nlu.Classifier;
import io.renhua.nlu.ClassifierTrainer;
import io.renhua.nlu.Entity;
import io.renhua.nlu.EntityDefinition;
import io.renhua.nlu.EntityFinder;
import io.renhua.nlu.Example;
import io.renhua.nlu.FeelingReader;
import io.renhua.nlu.Ranking;
import io.renhua.persona.EntityKind;
import io.renhua.persona.Guard;
import io.renhua.persona.Persona;
import io.renhua.text.Fold;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A persona that has learnt its lines and can be talked with. Immutable; a reload makes a new one.
 *
 * @param guard judges what is about to be said in its name
 * @param platforms what each platform can take, where a chat is played and no channel says so
 */
public record LivePersona(
        Persona persona,
        Classifier classifier,
        EntityFinder entities,
        Guard guard,
        Function<String, Limits> platforms) {
    private static final FeelingReader FEELINGS = new FeelingReader();

    /** One whose words nobody judges, and that has room for all of them. */
    public LivePersona(Persona persona, Classifier classifier, EntityFinder entities) {
        this(persona, classifier, entities, Guard.NONE, platform -> Limits.NONE);
    }

    /** The same, its words judged before they are said. */
    public LivePersona guardedBy(Guard judge) {
        return new LivePersona(persona, classifier, entities, judge, platforms);
    }

    /** The same, with as much room where it is only played as it has in earnest. */
    public LivePersona within(Function<String, Limits> each) {
        return new LivePersona(persona, classifier, entities, guard, each);
    }

    public static LivePersona learn(
            Persona persona, ClassifierTrainer trainer, Function<List<EntityDefinition>, EntityFinder> finder) {
        var entities = finder.apply(persona.entities().entrySet().stream()
                .map(entity -> definition(entity.getKey(), entity.getValue()))
                .toList());
        var classifier = trainer.train(Lessons.of(persona));
        return new LivePersona(persona, ValueBlind.of(classifier, entities, persona), entities);
    }

    /**
     * Hears what somebody sent in one breath: one message or several, each made of one bubble or more.
     *
     * @param state what they were asked last decides what answers it
     */
    public List<Heard> hear(List<Content> bubbles, DialogueState state, Moment moment) {
        return new Breath(this, state, moment.at())
                .parts(bubbles).stream().map(part -> hear(part, moment)).toList();
    }

    /** Hears one message: what it seems to mean, and what values are in it. */
    public Heard hear(Content content, Moment moment) {
        return hear(new Breath.Part(content, 1, ranking(Utterance.of(content), moment.at())), moment);
    }

    /** The same where nothing is known of the person and nothing limits us, as in a terminal. */
    public Heard hear(Content content, Instant at, String platform, boolean waiting) {
        return hear(content, new Moment(at, null, platform, Limits.NONE, Map.of(), waiting, Outlook.OPEN));
    }

    /** What is around us when we speak without being spoken to. */
    public Heard silence(Moment moment) {
        return hear(new Content.Text(""), moment);
    }

    private Heard hear(Breath.Part part, Moment moment) {
        return new Heard(
                part.content(),
                part.bubbles(),
                part.ranking(),
                found(Utterance.of(part.content()), moment.at()),
                FEELINGS.read(Utterance.of(part.content())),
                moment.at(),
                moment.locale(),
                moment.platform(),
                moment.limits(),
                moment.facts(),
                moment.tagsElsewhere(),
                moment.waiting(),
                moment.outlook());
    }

    /** Every sentence that a line asks for, as {@link Fold#key} has it. */
    public Set<String> sentences() {
        return Lessons.of(persona).stream()
                .filter(Example::meant)
                .map(example -> Fold.key(example.text()))
                .collect(Collectors.toUnmodifiableSet());
    }

    Ranking ranking(String words, Instant at) {
        return words.isEmpty() ? Ranking.NOTHING : classifier.classify(words);
    }

    /** The values in words; a new bubble in between is no more than a blank. */
    List<Entity> found(String words, Instant at) {
        return words.isEmpty()
                ? List.of()
                : entities.find(
                        words.replace('\n', ' '),
                        at.atZone(persona.handoff().hours().zone()));
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
