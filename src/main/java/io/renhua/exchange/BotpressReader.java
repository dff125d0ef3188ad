package io.renhua.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.bundle.CannotTravel;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/**
 * Makes a newcomer of the questions and answers of Botpress, as its version 12 exports them ({@code qna.json}). A language is
 * taken when it has all of the answers.
 *
 * @see <a href="https://v12.botpress.com/building-chatbots/language-understanding/qna">Botpress Q&amp;A</a>
 */
final class BotpressReader {
    private static final String REFERENCE = "#!";

    private final JsonNode file;
    private final String nickname;
    private final Optional<String> locale;
    private final LeftOut leftOut = new LeftOut();
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String id, Map<String, List<String>> asks, Map<String, List<String>> says) {}

    /** @param locale the default language; empty for the one that comes first */
    BotpressReader(byte[] json, String nickname, Optional<String> locale) {
        this.file = ForeignJson.read(ForeignFile.text(json, Wording.of("the file")));
        this.nickname = ForeignText.sentence(nickname);
        this.locale = locale.map(LocaleTags::tag);
    }

    Newcomer read() {
        file.path("qnas").forEach(this::take);
        if (entries.isEmpty()) {
            throw new CannotTravel(Wording.of("It is refused: no question in it is answered by words."));
        }
        var locales = locales();
        var byLocale = new LinkedHashMap<String, Questions>();
        for (var each : locales) {
            var questions = byLocale.computeIfAbsent(each, ignored -> new Questions());
            entries.forEach(entry -> add(questions, entry, each));
        }
        var counterparts = new Counterparts(byLocale, locales.getFirst());
        var remarks = new ArrayList<>(leftOut.remarks());
        remarks.addAll(counterparts.remarks());
        return new Newcomer(nickname, locales, Map.of(), counterparts.topics(), Map.of(), remarks);
    }

    private static void add(Questions questions, Entry entry, String locale) {
        entry.asks.getOrDefault(locale, List.of()).forEach(ask -> questions.add(entry.id, ask, ""));
        entry.says.getOrDefault(locale, List.of()).forEach(answer -> questions.add(entry.id, "", answer));
    }

    private void take(JsonNode qna) {
        var data = qna.path("data");
        var id = ForeignText.sentence(ForeignJson.text(qna.path("id")));
        var asks = byLocale(data.path("questions"), false);
        var says = byLocale(data.path("answers"), true);
        var name = asks.values().stream().flatMap(List::stream).findFirst().orElse(id);
        if (!data.path("enabled").asBoolean(true)) {
            leftOut.add(Wording.of("it is switched off"), name);
        } else if (!ForeignJson.text(data.path("action")).matches("|text|text_redirect")) {
            leftOut.add(Wording.of("it leads to a flow, and flows have no home in a script"), name);
        } else if (asks.isEmpty() || says.isEmpty()) {
            leftOut.add(Wording.of("it has no question, or no answer in words"), name);
        } else {
            if (!ForeignJson.text(data.path("redirectFlow")).isEmpty()) {
                leftOut.add(Wording.of("what it leads to has no home in a script; its answer was taken"), name);
            }
            entries.add(new Entry(id.isEmpty() ? name : id.replaceFirst("^[a-z0-9]{10}_", ""), asks, says));
        }
    }

    /** The languages that have every answer, the default one first. */
    private List<String> locales() {
        SequencedSet<String> all = entries.stream()
                .flatMap(entry -> entry.says.keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        locale.ifPresent(all::addFirst);
        var standard = all.getFirst();
        var whole = new ArrayList<String>();
        for (var each : all) {
            var missing = entries.stream()
                    .filter(entry -> !entry.says.containsKey(each) || !entry.asks.containsKey(each))
                    .toList();
            if (missing.isEmpty()) {
                whole.add(each);
            } else if (each.equals(standard)) {
                missing.forEach(
                        entry -> leftOut.add(Wording.of("it has no question or no answer in %s", each), entry.id));
                entries.removeAll(missing);
                whole.add(each);
            } else {
                leftOut.add(
                        Wording.of("a language comes in whole or not at all"),
                        Wording.of(
                                "%s, in which %s answers are missing, '%s' among them",
                                each, missing.size(), missing.getFirst().id));
            }
        }
        if (entries.isEmpty()) {
            throw new CannotTravel(Wording.of(
                    "It is refused: it has no answers in %s. Write instead: --locale %s", standard, all.getLast()));
        }
        return whole;
    }

    private Map<String, List<String>> byLocale(JsonNode node, boolean areAnswers) {
        var byLocale = new LinkedHashMap<String, List<String>>();
        node.properties().forEach(field -> {
            var texts = ForeignJson.texts(field.getValue()).stream()
                    .map(text ->
                            areAnswers ? ForeignText.words(element(text, field.getKey())) : ForeignText.sentence(text))
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .toList();
            if (!texts.isEmpty()) {
                byLocale.put(LocaleTags.tag(field.getKey()), texts);
            }
        });
        return byLocale;
    }

    /** The words of a content element that an answer refers to; nothing where it is no text. */
    private String element(String answer, String language) {
        if (!answer.startsWith(REFERENCE)) {
            return answer;
        }
        for (var element : file.path("contentElements")) {
            if (ForeignJson.text(element.path("id")).equals(answer.substring(REFERENCE.length()))) {
                var form = element.path("formData");
                var own = ForeignJson.text(form.path("text$" + language));
                return own.isEmpty() ? ForeignJson.text(form.path("text")) : own;
            }
        }
        leftOut.add(Wording.of("what it refers to is not in the file"), answer);
        return "";
    }
}
