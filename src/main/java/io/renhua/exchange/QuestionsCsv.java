package io.renhua.exchange;

import io.renhua.bundle.CannotTravel;
import io.renhua.exchange.CsvRows.Row;
import io.renhua.exchange.Questions.Group;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A table of questions and answers, as people keep them in spreadsheets. */
final class QuestionsCsv implements Knowledge {
    private static final Map<String, List<String>> COLUMNS = Map.of(
            "question",
            List.of("question", "q", "問題", "问题"),
            "answer",
            List.of("answer", "a", "答案"),
            "locale",
            List.of("locale", "language", "lang", "語言", "语言"),
            "line",
            List.of("line", "id"));

    private final Map<String, Questions> byLocale = new LinkedHashMap<>();
    private final List<Wording> remarks = new ArrayList<>();

    /** @param given the language of rows that name none; empty to tell it by their words */
    QuestionsCsv(String text, Optional<String> given) {
        var table = CsvRows.read(text, COLUMNS, List.of("question", "answer"));
        table.strangers().stream()
                .map(ForeignText::sentence)
                .forEach(column ->
                        remarks.add(Wording.of("Not taken: the column '%s', which is unknown here.", column)));
        var usual = given.map(LocaleTags::tag).orElseGet(() -> LocaleTags.of(words(table.rows())));
        table.rows().forEach(row -> add(row, usual));
        byLocale.forEach(this::tellUnanswered);
        if (byLocale.values().stream().allMatch(questions -> questions.groups().isEmpty())) {
            throw new CannotTravel(Wording.of("It is refused: there is no answer in it."));
        }
    }

    /** In the order of its rows. */
    @Override
    public List<String> locales() {
        return List.copyOf(byLocale.keySet());
    }

    @Override
    public List<Wording> remarks() {
        return List.copyOf(remarks);
    }

    @Override
    public List<Topic> topics(String standard) {
        var counterparts = new Counterparts(byLocale, standard);
        remarks.addAll(counterparts.remarks());
        return counterparts.topics();
    }

    private void add(Row row, String usual) {
        var question = ForeignText.sentence(row.cell("question"));
        var answer = ForeignText.words(row.cell("answer"));
        var line = row.cell("line").strip();
        if (question.isEmpty() && answer.isEmpty()) {
            return; // spreadsheets end in empty rows
        }
        if (line.isEmpty() && (question.isEmpty() || answer.isEmpty())) {
            remarks.add(Wording.of(
                    question.isEmpty()
                            ? "Not taken: line %s, which has an answer to no question."
                            : "Not taken: line %s, which has a question and no answer.",
                    row.line()));
            return;
        }
        var locale = row.cell("locale").isBlank() ? usual : LocaleTags.tag(row.cell("locale"));
        byLocale.computeIfAbsent(locale, ignored -> new Questions()).add(line, question, answer);
    }

    private void tellUnanswered(String locale, Questions questions) {
        for (Group group : questions.withoutUnanswered()) {
            remarks.add(
                    Wording.of("Not taken: '%s' in %s, never answered.", String.join("', '", group.asks()), locale));
        }
    }

    private static String words(List<Row> rows) {
        return rows.stream()
                .map(row -> row.cell("question") + row.cell("answer"))
                .collect(Collectors.joining());
    }
}
