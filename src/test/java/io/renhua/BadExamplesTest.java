package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.dialogue.LivePersona;
import io.renhua.lint.Lint;
import io.renhua.message.Content;
import io.renhua.nlu.Band;
import io.renhua.nlu.Ranking;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Problem;
import io.renhua.text.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script whose examples contradict each other is told so, and speaks of everything else all the same. */
class BadExamplesTest {
    private static final String TWICE = "查一下訂單";

    @TempDir
    private Path folder;

    @BeforeEach
    void spoil() throws IOException {
        Folders.copy(Path.of("src/test/resources/personas/mo"), folder.resolve("mo"));
        var shop = folder.resolve("mo/lines/shop.yaml");
        Folders.edit(shop, "      - 幫我挑書", "      - 幫我挑書\n      - " + TWICE);
        Folders.edit(shop, "not: [我要下單]", "not: [我要下單, 什麼時候會到]");
        Folders.edit(shop, "lines:\n", "lines:\n\n  nobody_asks:\n    says: {zh-Hant: 沒人問我。, en: Nobody asks.}\n");
    }

    @Test
    void isToldEachMistake() {
        var errors = new Lint()
                .check(new PersonaReader().read(folder.resolve("mo"))).stream()
                        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                        .toList();

        assertThat(errors).extracting(Problem::code).containsExactly("U3", "U2", "U5");
        assertThat(errors).extracting(Problem::file).containsOnly("mo/lines/shop.yaml");
    }

    @Test
    void speaksAllTheSame() {
        var problems = new ArrayList<Wording>();
        var mo = new PersonaFolder(folder, folder.resolve("data"), false)
                .learnAll(problems)
                .get("mo");

        assertThat(problems).isEmpty();
        assertThat(ranking(mo, "推薦一本書").best().orElseThrow().intent()).isEqualTo("pick_book");
        assertThat(ranking(mo, "我的書到哪了").band()).isEqualTo(Band.SURE);
        assertThat(ranking(mo, TWICE).candidates()).isNotEmpty();
    }

    private static Ranking ranking(@Nullable LivePersona live, String words) {
        return Objects.requireNonNull(live)
                .hear(new Content.Text(words), Instant.EPOCH, "web", false)
                .ranking();
    }
}
