package io.renhua.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.renhua.bundle.CannotTravel;
import io.renhua.persona.Phrase;
import io.renhua.persona.Phrases;
import io.renhua.text.SpreadsheetCell;
import io.renhua.text.Wording;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every text of a persona for a translator: a row each, with what there is of it in the other language. */
final class TranslationTable {
    static final List<String> COLUMNS = List.of("file", "path", "what", "source", "translation", "state", "locale");
    private static final Comparator<Phrase> BY_PLACE = Comparator.<Phrase, String>comparing(
                    phrase -> phrase.place().file())
            .thenComparingInt(phrase -> phrase.place().line())
            .thenComparingInt(phrase -> phrase.place().column());

    static final String DERIVED = "derived";
    private static final String MISSING = "missing";

    /** What a text is, by the last word of its path. */
    private static final Map<String, Wording> KINDS = Map.ofEntries(
            Map.entry("text", Wording.of("bubble")),
            Map.entry("say", Wording.of("bubble")),
            Map.entry("once", Wording.of("bubble")),
            Map.entry("short", Wording.of("bubble where there is little room")),
            Map.entry("title", Wording.of("title of a card")),
            Map.entry("label", Wording.of("button")),
            Map.entry("alt", Wording.of("what a picture shows")),
            Map.entry("ask", Wording.of("question")),
            Map.entry("retry", Wording.of("question once more")),
            Map.entry("why", Wording.of("reason for a question")),
            Map.entry("asks", Wording.of("what people say")),
            Map.entry("not", Wording.of("what people say and mean otherwise")),
            Map.entry("cancel", Wording.of("what people say to stop")),
            Map.entry("bot", Wording.of("badge")),
            Map.entry("human", Wording.of("badge")));

    private final String standard;
    private final String language;
    private final String locale;
    private final List<Phrase> phrases;

    /** @param locale into which it is to be translated */
    TranslationTable(Phrases phrases, String locale, String language) {
        this.language = language;
        this.phrases = phrases.all();
        this.standard = phrases.locales().standard();
        this.locale = locale;
        if (!phrases.locales().offered().contains(locale)) {
            throw new CannotTravel(Wording.of(
                    "This persona does not offer %s. Write instead: locales: offer: [%s, %s]",
                    locale, standard, locale));
        }
        if (standard.equals(locale)) {
            throw new CannotTravel(
                    Wording.of("%s is the default, and what is translated. Write instead: --to another", locale));
        }
    }

    String written() {
        var text = new StringWriter();
        var table = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(text);
        table.writeRecord(COLUMNS);
        phrases.stream()
                .sorted(BY_PLACE)
                .filter(this::isAsked)
                .forEach(phrase -> table.writeRecord(
                        row(phrase).map(SpreadsheetCell::harmless).toList()));
        return "\uFEFF" + text;
    }

    /** Sentences that people say are other ones in each language; only where there are none yet they help. */
    private boolean isAsked(Phrase phrase) {
        return !isSentence(phrase) || !phrase.written().contains(locale);
    }

    static boolean isSentence(Phrase phrase) {
        return phrase.path().matches(".*\\.(?:asks|not|cancel)\\[\\d+]");
    }

    private Stream<String> row(Phrase phrase) {
        var source = phrase.words().getOrDefault(standard, "");
        var there = phrase.words().getOrDefault(locale, source);
        boolean derived = phrase.derived().contains(locale);
        boolean missing = !derived && !phrase.written().contains(locale);
        return Stream.of(
                phrase.place().file(),
                phrase.path(),
                kind(phrase.path()).in(language),
                source,
                missing ? "" : there,
                derived ? DERIVED : missing ? MISSING : "",
                locale);
    }

    private static Wording kind(String path) {
        if (path.startsWith("labels.")) {
            return Wording.of("label");
        }
        var name = path.replaceFirst("\\[\\d+]$", "");
        return KINDS.getOrDefault(name.substring(name.lastIndexOf('.') + 1), Wording.of("words"));
    }
}
