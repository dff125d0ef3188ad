package io.renhua.nlu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.renhua.text.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledFileTest {
    @TempDir
    private Path folder;

    private final List<Wording> mistakes = new ArrayList<>();

    @Test
    void readsRowsOfAllFilesInOrder() throws IOException {
        var hours = file("hours.tsv", "幾點開門\thours\nopen late?\thours\n");
        var rest = file("rest.tsv", "tell me a joke\toos");

        var rows = LabelledFile.training(List.of(hours, rest), mistakes);

        assertThat(mistakes).isEmpty();
        assertThat(rows)
                .containsExactly(
                        new Labelled("幾點開門", "hours", hours + ":1"),
                        new Labelled("open late?", "hours", hours + ":2"),
                        new Labelled("tell me a joke", "oos", rest + ":1"));
    }

    @Test
    void readsWhatAWindowsEditorSaves() throws IOException {
        var file = file("hours.tsv", "\uFEFFopen late?\thours\r\nopen now?\thours\r\n");

        assertThat(LabelledFile.training(List.of(file), mistakes))
                .extracting(Labelled::text, Labelled::intent)
                .containsExactly(tuple("open late?", "hours"), tuple("open now?", "hours"));
    }

    @Test
    void tellsEveryMistakeWithItsLine() throws IOException {
        var file = file("t.tsv", "fine\thours\nno tab\n\ntwo\ttabs\there\n\thours\nno intent\t \n");

        LabelledFile.training(List.of(file), mistakes);

        assertThat(mistakes)
                .extracting(Wording::toString)
                .containsExactly(
                        file + ":2: a row is a text, one tab and an intent; here are 0 tabs",
                        file + ":3: an empty row",
                        file + ":4: a row is a text, one tab and an intent; here are 2 tabs",
                        file + ":5: no text",
                        file + ":6: no intent");
    }

    @Test
    void tellsWhichLineIsNotUtf8() throws IOException {
        var file = folder.resolve("big5.tsv");
        Files.write(file, "fine\thours\n".getBytes(StandardCharsets.UTF_8));
        Files.write(file, new byte[] {(byte) 0xB4, (byte) 0x58, '\t', 'h'}, StandardOpenOption.APPEND);

        LabelledFile.training(List.of(file), mistakes);

        assertThat(mistakes).extracting(Wording::toString).containsExactly(file + ":2: not UTF-8");
    }

    @Test
    void tellsWhatFileIsMissingOrEmpty() throws IOException {
        var empty = file("empty.tsv", "");
        var missing = folder.resolve("missing.tsv");

        LabelledFile.training(List.of(empty, missing, folder), mistakes);

        assertThat(mistakes)
                .extracting(Wording::toString)
                .containsExactly(
                        empty + " is empty: a row is a text, a tab and an intent",
                        "there is no file " + missing,
                        folder + " cannot be read");
    }

    @Test
    void tellsIntentsOfTheTestThatWereNotTrained() throws IOException {
        var training = List.of(new Labelled("open late?", "hours", "train.tsv:1"));
        var file = file("test.tsv", "open?\thours\nhow much\tprice\nknock knock\toos\n");

        LabelledFile.test(file, training, mistakes);

        assertThat(mistakes)
                .extracting(Wording::toString)
                .containsExactly(file + ":2: the intent price stands in no training file");
    }

    @Test
    void wantsAnIntentToLearnAndToAsk() throws IOException {
        var file = file("oos.tsv", "knock knock\toos\n");

        LabelledFile.training(List.of(file), mistakes);
        var mistakesOfTheTest = new ArrayList<Wording>();
        LabelledFile.test(file, List.of(), mistakesOfTheTest);

        assertThat(mistakes)
                .extracting(Wording::toString)
                .containsExactly(file + ": no row has an intent other than oos")
                .isEqualTo(mistakesOfTheTest.stream().map(Wording::toString).toList());
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
