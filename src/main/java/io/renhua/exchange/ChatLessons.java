package io.renhua.exchange;

import io.renhua.bundle.CannotTravel;
import io.renhua.text.Fold;
import io.renhua.text.Wording;
import io.renhua.text.WrittenNumbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a team's own chats teach: an answer that was given twice or oftener is a line, and what was said before it is how people
 * ask. What was answered once is told and not taken, and so is a question with a number in it, which is somebody's own.
 */
final class ChatLessons implements Knowledge {
    private static final int OFTEN = 2;

    /** Longer ones are stories, which are not asked in the same words again. */
    private static final int LONGEST_QUESTION = 60;

    private final String locale;
    private final List<Topic> topics;
    private final LeftOut leftOut = new LeftOut();
    private final Map<String, Lesson> lessons = new LinkedHashMap<>();

    private static final class Lesson {
        private final String answer;
        private final SequencedSet<String> asks = new LinkedHashSet<>();
        private int times;

        Lesson(String answer) {
            this.answer = answer;
        }
    }

    /**
     * @param ours the names that speak for the brand
     * @param given what it is written in; empty to tell it by its words
     */
    ChatLessons(ChatLog log, Set<String> ours, Optional<String> given) {
        if (!log.names().stream().anyMatch(ours::contains) || ours.containsAll(log.names())) {
            throw new CannotTravel(Wording.of(
                    "It is refused: it does not say who of these speaks for the brand: %s. Write instead:"
                            + " --ours '%s'",
                    String.join(", ", log.names()), log.names().getLast()));
        }
        learn(log, ours);
        var often = lessons.values().stream().filter(this::isLine).toList();
        if (often.isEmpty()) {
            throw new CannotTravel(Wording.of(
                    "It is refused: no answer in it was given twice to a question of at most %s characters."
                            + " Write instead: more chats in one file.",
                    LONGEST_QUESTION));
        }
        this.locale = given.map(LocaleTags::tag).orElseGet(() -> LocaleTags.of(words(often)));
        this.topics = often.stream().map(this::topic).toList();
    }

    @Override
    public List<String> locales() {
        return List.of(locale);
    }

    @Override
    public List<Topic> topics(String standard) {
        if (!standard.equals(locale)) {
            throw new CannotTravel(Wording.of(
                    "It is refused: it is written in %s, and the persona's language is %s. Write instead:"
                            + " --locale %s, if it is after all",
                    locale, standard, standard));
        }
        return topics;
    }

    @Override
    public List<Wording> remarks() {
        return Stream.concat(
                        Stream.of(Wording.of(
                                "Look over: these lines are what your team said, word for word; no name may be left in"
                                        + " them.")),
                        leftOut.remarks().stream())
                .toList();
    }

    /** What one side says in a row is one thing. */
    private void learn(ChatLog log, Set<String> ours) {
        var asked = new ArrayList<String>();
        var answered = new ArrayList<String>();
        for (var bubble : log.bubbles()) {
            boolean isOurs = ours.contains(bubble.by());
            if (bubble.by().isEmpty() || (!isOurs && !answered.isEmpty())) {
                learn(asked, answered);
                asked.clear();
                answered.clear();
            }
            if (!bubble.words().isEmpty()) {
                (isOurs ? answered : asked).add(bubble.words());
            }
        }
        learn(asked, answered);
    }

    private void learn(List<String> asked, List<String> answered) {
        var question = ForeignText.sentence(String.join(" ", asked));
        var answer = ForeignText.words(String.join("\n", answered));
        if (question.isEmpty() || answer.isEmpty()) {
            return;
        }
        var lesson = lessons.computeIfAbsent(Fold.key(answer), ignored -> new Lesson(answer));
        lesson.times++;
        if (!WrittenNumbers.in(question).isEmpty()) {
            leftOut.add(
                    Wording.of("a question with somebody's number in it is nobody else's"),
                    Wording.of("what was asked before '%s'", begun(answer)));
        } else if (question.codePointCount(0, question.length()) <= LONGEST_QUESTION) {
            lesson.asks.add(question);
        }
    }

    private boolean isLine(Lesson lesson) {
        if (lesson.times < OFTEN) {
            leftOut.add(Wording.of("it was answered only once"), begun(lesson.answer));
        } else if (lesson.asks.isEmpty()) {
            leftOut.add(Wording.of("nothing short was asked before it"), begun(lesson.answer));
        }
        return lesson.times >= OFTEN && !lesson.asks.isEmpty();
    }

    private Topic topic(Lesson lesson) {
        return new Topic(
                lesson.asks.getFirst(),
                Map.of(locale, List.copyOf(lesson.asks)),
                List.of(Said.of(locale, lesson.answer)),
                Map.of());
    }

    private static String begun(String answer) {
        return answer.codePoints()
                        .limit(24)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                + (answer.codePointCount(0, answer.length()) > 24 ? "…" : "");
    }

    private static String words(List<Lesson> lessons) {
        return lessons.stream()
                .flatMap(lesson -> Stream.concat(lesson.asks.stream(), Stream.of(lesson.answer)))
                .collect(Collectors.joining(" "));
    }
}
