package io.renhua.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about the rules says of each rule what the rule says of itself. */
class RulePageTest {
    private static final Path PAGE = Path.of("src/docs/lint.md");

    @Test
    void listsExactlyTheRulesThatThereAre() throws IOException {
        var rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| [A-Z][0-9]+ \\|.*"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(
                        Stream.of(Rule.values()).map(RulePageTest::row).toList());
    }

    private static String row(Rule rule) {
        var severity = rule.severity().name().toLowerCase(Locale.ROOT);
        return "| " + rule + " | " + severity + " | " + rule.holds() + " | " + rule.why() + " |";
    }
}
