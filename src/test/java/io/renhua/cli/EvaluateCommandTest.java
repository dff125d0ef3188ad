package io.renhua.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The whole command, from what is typed to what is printed and written. */
class EvaluateCommandTest {
    private static final String TEST = """
            幾點關門呢\thours
            what is the price of it\tprice
            the moon is made of cheese\toos
            when do you open on monday\thours
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aSmallSet() throws IOException {
        write("hours.tsv", """
                你們幾點開門\thours
                今天開到幾點\thours
                幾點關門\thours
                when do you open\thours
                are you open on monday\thours
                """);
        write("price.tsv", """
                這個多少錢\tprice
                價錢怎麼算\tprice
                how much is it\tprice
                what is the price\tprice
                """);
        write("foreign.tsv", """
                knock knock\toos
                the weather is fine\toos
                """);
        write("test.tsv", TEST);
    }

    @Test
    void printsTheFiguresOfASet() {
        assertThat(evaluate("--train", "hours.tsv", "--train", "price.tsv", "--test", "test.tsv"))
                .isZero();

        assertThat(out.toString())
                .contains("4 rows asked (1 of them oos), 9 taught, 2 intents; mean of 3 seeds")
                .containsPattern("accuracy without rejection, % +100\\.00")
                .contains("in-scope accuracy with rejection", "macro-F1 without rejection")
                .contains("overall accuracy with rejection", "oos recall", "oos precision", "AUROC")
                .contains("training, CPU s", "classify, mean µs", "classify, p99 µs", "bytes a call", "model, kB");
        assertThat(err.toString()).contains("seed 3 of 3");
    }

    @Test
    void leavesOutWhatOnlyForeignRowsTell() {
        assertThat(evaluate("--train", "hours.tsv", "--train", "price.tsv", "--test", "price.tsv", "--seeds", "1"))
                .isZero();

        assertThat(out.toString()).contains("4 rows asked, 9 taught").doesNotContain("oos", "AUROC", "overall");
    }

    @Test
    void writesAnAnswerToEveryRowInTheOrderOfTheTest() throws IOException {
        evaluate("--train", "hours.tsv", "--train", "price.tsv", "--test", "test.tsv", "--out", "answers.tsv");

        var rows = rows("answers.tsv");
        assertThat(rows)
                .extracting(row -> row.get(0) + "\t" + row.get(1))
                .startsWith("幾點關門呢\thours", "what is the price of it\tprice")
                .hasSize(4)
                .last()
                .isEqualTo("when do you open on monday\thours");
        assertThat(rows)
                .allSatisfy(row -> assertThat(Double.parseDouble(row.get(2))).isBetween(0.0, 1.0));
    }

    @Test
    void alwaysAnswersWhereNothingForeignWasTaught() throws IOException {
        write("far.tsv", "knock knock\toos\n🦊🦊\toos\nprice\tprice\n");

        evaluate("--train", "hours.tsv", "--train", "price.tsv", "--test", "far.tsv", "--out", "answers.tsv");

        assertThat(rows("answers.tsv")).extracting(row -> row.get(1)).doesNotContain("oos");
        assertThat(out.toString()).contains("macro-F1 without rejection");
    }

    @Test
    void refusesWhereForeignRowsWereTaught() throws IOException {
        write("far.tsv", "🦊🦊\toos\nprice\tprice\n");

        evaluate(
                "--train",
                "hours.tsv",
                "--train",
                "price.tsv",
                "--train",
                "foreign.tsv",
                "--test",
                "far.tsv",
                "--out",
                "answers.tsv");

        var refused = rows("answers.tsv").getFirst();
        assertThat(refused.get(1)).isEqualTo("oos");
        assertThat(Double.parseDouble(refused.get(2))).isBetween(0.0, 0.2);
        assertThat(out.toString()).contains("macro-F1 with rejection");
    }

    @Test
    void refusesOrAnswersAsItIsTold() throws IOException {
        write("far.tsv", "🦊🦊\toos\nprice\tprice\n");
        var files = List.of("--train", "hours.tsv", "--train", "price.tsv", "--test", "far.tsv", "--seeds", "1");

        evaluate(files, "--rejection", "--out", "refusing.tsv");
        evaluate(files, "--no-rejection", "--out", "answering.tsv");

        assertThat(rows("refusing.tsv").getFirst().get(1)).isEqualTo("oos");
        assertThat(rows("answering.tsv").getFirst().get(1)).isNotEqualTo("oos");
        assertThat(rows("answering.tsv").getFirst().get(2))
                .isEqualTo(rows("refusing.tsv").getFirst().get(2));
    }

    @Test
    void writesAFileForEachSeedWhereTheNameAsksForIt() {
        evaluate(
                "--train",
                "hours.tsv",
                "--train",
                "price.tsv",
                "--test",
                "test.tsv",
                "--seeds",
                "2",
                "--out",
                "{seed}.tsv");

        assertThat(folder.resolve("1.tsv")).exists();
        assertThat(folder.resolve("2.tsv")).exists();
    }

    @Test
    void hidesAShareInTurnWhereThereIsNoTest() throws IOException {
        assertThat(evaluate(
                        "--train",
                        "hours.tsv",
                        "--train",
                        "price.tsv",
                        "--folds",
                        "3",
                        "--seeds",
                        "1",
                        "--out",
                        "answers.tsv"))
                .isZero();

        assertThat(out.toString()).contains("9 rows asked, 9 taught (3 folds");
        assertThat(rows("answers.tsv"))
                .hasSize(9)
                .first()
                .satisfies(row -> assertThat(row.getFirst()).isEqualTo("你們幾點開門"));
    }

    @Test
    void writesWhatIsAskedInTheOtherScript() {
        assertThat(SetEvaluation.script("zh-Hant").apply("几点开门")).isEqualTo("幾點開門");
        assertThat(SetEvaluation.script("zh-Hans").apply("幾點開門")).isEqualTo("几点开门");
        assertThat(SetEvaluation.script(null).apply("幾点")).isEqualTo("幾点");
    }

    @Test
    void asksMisspeltAndWritesWhatStandsInTheTest() throws IOException {
        write("zh.tsv", "你们几点开门\thours\n");
        var files = List.of("--train", "hours.tsv", "--train", "price.tsv", "--test", "zh.tsv", "--seeds", "1");

        evaluate(files, "--out", "plain.tsv");
        evaluate(files, "--script", "zh-Hant", "--noise", "0.9", "--out", "noisy.tsv");

        assertThat(rows("noisy.tsv").getFirst().getFirst()).isEqualTo("你们几点开门");
        assertThat(rows("plain.tsv").getFirst().get(2))
                .isNotEqualTo(rows("noisy.tsv").getFirst().get(2));
    }

    @Test
    void tellsEveryMistakeOfEveryFileAndMeasuresNothing() throws IOException {
        write("bad.tsv", "no tab\nfine\thours\n");
        write("test.tsv", "\thours\n");

        assertThat(evaluate("--train", "bad.tsv", "--train", "gone.tsv", "--test", "test.tsv"))
                .isEqualTo(2);

        assertThat(err.toString().lines())
                .containsExactly(
                        folder.resolve("bad.tsv") + ":1: a row is a text, one tab and an intent; here are 0 tabs",
                        "there is no file " + folder.resolve("gone.tsv"),
                        folder.resolve("test.tsv") + ":1: no text");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void tellsWhichIntentOfTheTestWasNotTaught() throws IOException {
        write("test.tsv", "how heavy is it\tweight\n");

        assertThat(evaluate("--train", "hours.tsv", "--test", "test.tsv")).isEqualTo(2);

        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        folder.resolve("test.tsv") + ":1: the intent weight stands in no training file");
    }

    @Test
    void showsTheFirstMistakesOfMany() throws IOException {
        write("bad.tsv", "no tab\n".repeat(100));

        assertThat(evaluate("--train", "bad.tsv")).isEqualTo(2);

        assertThat(err.toString().lines()).hasSize(21).last().isEqualTo("and 80 mistakes more");
    }

    @Test
    void tellsWhatItCannotDo() {
        assertThat(evaluate(
                        "--train", "hours.tsv", "--seeds", "0", "--noise", "4", "--script", "zh", "--out", "no/p.tsv"))
                .isEqualTo(2);

        assertThat(err.toString()).contains("--seeds is 0", "--noise is 4.0", "--script is zh", "--out is no/p.tsv");
    }

    @Test
    void tellsWhatDoesNotGoTogether() {
        assertThat(evaluate()).isEqualTo(2);
        assertThat(evaluate("mo", "--train", "hours.tsv")).isEqualTo(2);
        assertThat(evaluate("mo", "--folds", "1")).isEqualTo(2);
        assertThat(evaluate("--train", "hours.tsv", "--test", "test.tsv", "--folds", "3"))
                .isEqualTo(2);

        assertThat(err.toString().lines())
                .containsExactly(
                        "Name a persona, or files with --train; renhua evaluate --help says more.",
                        "--train means nothing here; renhua evaluate --help says what goes together.",
                        "--folds is 1: 2 is the least",
                        "--folds means nothing here; renhua evaluate --help says what goes together.");
    }

    @Test
    void tellsHowAPersonaUnderstandsItsOwnExamples() {
        assertThat(evaluate("mo", "--folds", "3")).isZero();

        assertThat(out.toString())
                .contains("mo: each of", "(3 folds)")
                .containsPattern("all +\\d+")
                .containsPattern("zh-Hant +\\d+")
                .containsPattern("en +\\d+")
                .contains("Lines understood worst");
    }

    private int evaluate(List<String> arguments, String... more) {
        return evaluate(Stream.concat(arguments.stream(), Arrays.stream(more)).toArray(String[]::new));
    }

    private int evaluate(String... arguments) {
        return new CommandLine(new EvaluateCommand(Path.of("src/test/resources/personas"), folder))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }

    private List<List<String>> rows(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream()
                .map(row -> List.of(row.split("\t")))
                .toList();
    }
}
