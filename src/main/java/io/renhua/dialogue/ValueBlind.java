package io.renhua.dialogue;

import io.renhua.nlu.Candidate;
import io.renhua.nlu.Classifier;
import io.renhua.nlu.Entity;
import io.renhua.nlu.EntityFinder;
import io.renhua.nlu.Ranking;
import io.renhua.persona.Persona;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a sentence as it stands and with the values in it changed for those it was taught with, and takes the surer: a
 * number or a name that nobody wrote into an example says no less what is meant.
 */
final class ValueBlind implements Classifier {
    /** Which day it is makes no difference to where a value stands. */
    private static final ZonedDateTime ANY_DAY = Instant.EPOCH.atZone(ZoneOffset.UTC);

    private final Classifier classifier;
    private final EntityFinder finder;
    private final Map<String, String> inChinese;
    private final Map<String, String> elsewhere;

    private ValueBlind(
            Classifier classifier, EntityFinder finder, Map<String, String> inChinese, Map<String, String> elsewhere) {
        this.classifier = classifier;
        this.finder = finder;
        this.inChinese = Map.copyOf(inChinese);
        this.elsewhere = Map.copyOf(elsewhere);
    }

    /** The same classifier where no example has a place for a value. */
    static Classifier of(Classifier classifier, EntityFinder finder, Persona persona) {
        var inChinese = new HashMap<String, String>();
        var elsewhere = new HashMap<String, String>();
        for (var entity : Lessons.placed(persona).entrySet()) {
            for (var locale : persona.locales().offered()) {
                var name = entity.getKey();
                var taught = Samples.of(entity.getValue(), locale).getFirst();
                (Samples.chinese(taught) ? inChinese : elsewhere).putIfAbsent(name, taught);
            }
        }
        return inChinese.isEmpty() && elsewhere.isEmpty()
                ? classifier
                : new ValueBlind(classifier, finder, inChinese, elsewhere);
    }

    Classifier classifier() {
        return classifier;
    }

    @Override
    public Ranking classify(String utterance) {
        var plain = classifier.classify(utterance);
        var likened = likened(utterance);
        if (likened.equals(utterance)) {
            return plain;
        }
        var other = classifier.classify(likened);
        return confidence(other) > confidence(plain) ? other : plain;
    }

    private String likened(String utterance) {
        var likened = new StringBuilder(utterance);
        for (var value : apart(finder.find(utterance, ANY_DAY)).reversed()) {
            var said = utterance.substring(value.start(), value.end());
            var taught = (Samples.chinese(said) ? inChinese : elsewhere).get(value.name());
            if (taught != null) {
                likened.replace(value.start(), value.end(), taught);
            }
        }
        return likened.toString();
    }

    /** Where values overlap, the first and of these the longest. */
    private List<Entity> apart(List<Entity> found) {
        var kept = new ArrayList<Entity>();
        found.stream()
                .filter(value -> inChinese.containsKey(value.name()) || elsewhere.containsKey(value.name()))
                .sorted(Comparator.comparingInt(Entity::start).thenComparing(Entity::end, Comparator.reverseOrder()))
                .filter(value -> kept.isEmpty() || kept.getLast().end() <= value.start())
                .forEachOrdered(kept::add);
        return kept;
    }

    private static double confidence(Ranking ranking) {
        return ranking.best().map(Candidate::confidence).orElse(0.0);
    }
}
