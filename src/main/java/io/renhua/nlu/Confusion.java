package io.renhua.nlu;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Sentences of one intent that are taken for one other, surely or when asking back. */
public record Confusion(String intent, String takenFor, List<Answer> answers) {

    public Confusion {
        answers = List.copyOf(answers);
    }

    /** Most often first. What is refused is taken for nothing. */
    public static List<Confusion> among(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> !answer.isRefused() && !answer.isBestRight())
                .collect(Collectors.groupingBy(
                        answer -> List.of(answer.asked().intent(), answer.best()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .entrySet()
                .stream()
                .map(pair ->
                        new Confusion(pair.getKey().getFirst(), pair.getKey().getLast(), pair.getValue()))
                .sorted(Comparator.comparingInt(
                        confusion -> -confusion.answers().size()))
                .toList();
    }
}
