package io.renhua.nlu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** An example read, and worth learning: it says something, and nothing that another says already. */
record Lesson(Utterance sentence, Example example) {

    static List<Lesson> of(List<Example> examples) {
        var seen = new HashMap<String, HashSet<Long>>();
        var lessons = new ArrayList<Lesson>();
        for (var example : examples) {
            var sentence = Utterance.ofExample(example.text());
            var key = (example.meant() ? "is " : "is not ") + example.intent();
            if (sentence.tokens() > 0
                    && seen.computeIfAbsent(key, k -> new HashSet<>()).add(sentence.fingerprint())) {
                lessons.add(new Lesson(sentence, example));
            }
        }
        return withoutTaken(lessons);
    }

    /** What does not mean one intent, word for word, may mean another: then that is what is learnt. */
    private static List<Lesson> withoutTaken(List<Lesson> lessons) {
        var taken = new HashSet<Long>();
        lessons.stream().filter(Lesson::isMeant).forEach(lesson -> taken.add(lesson.sentence.fingerprint()));
        return lessons.stream()
                .filter(lesson -> lesson.isMeant() || !taken.contains(lesson.sentence.fingerprint()))
                .toList();
    }

    static List<Utterance> sentences(List<Lesson> lessons) {
        return lessons.stream().map(Lesson::sentence).toList();
    }

    boolean isMeant() {
        return example.meant();
    }

    String intent() {
        return example.intent();
    }
}
