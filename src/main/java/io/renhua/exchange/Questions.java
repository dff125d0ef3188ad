package io.renhua.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/** Questions and answers of one language; those that belong together are one group. */
final class Questions {
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, Group> byQuestion = new HashMap<>();
    private final Map<String, Group> byAnswer = new HashMap<>();
    private final Map<String, Group> byLine = new HashMap<>();

    /**
     * What is asked of one thing, and what is answered.
     *
     * @param line what the table calls it, or nothing
     */
    record Group(String line, SequencedSet<String> asks, SequencedSet<String> says) {}

    /** @param line what the table calls what they belong to; where it says nothing, a question or an answer that is the same */
    void add(String line, String question, String answer) {
        var group = line.isEmpty() ? joined(question, answer) : byLine.computeIfAbsent(line, this::group);
        if (!question.isEmpty()) {
            group.asks.add(question);
            byQuestion.putIfAbsent(question, group);
        }
        if (!answer.isEmpty()) {
            group.says.add(answer);
            byAnswer.putIfAbsent(answer, group);
        }
    }

    List<Group> groups() {
        return List.copyOf(groups);
    }

    /** Puts out what is never answered, and gives it. */
    List<Group> withoutUnanswered() {
        var unanswered = groups.stream().filter(group -> group.says.isEmpty()).toList();
        groups.removeAll(unanswered);
        return unanswered;
    }

    private Group joined(String question, String answer) {
        var same = byQuestion.getOrDefault(question, byAnswer.get(answer));
        return same == null ? group("") : same;
    }

    private Group group(String line) {
        var group = new Group(line, new LinkedHashSet<>(), new LinkedHashSet<>());
        groups.add(group);
        return group;
    }
}
