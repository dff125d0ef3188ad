package io.renhua.lint;

import static io.renhua.lint.Judged.TOP;
import static io.renhua.persona.Problem.Severity.ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** L12: the longest that words may be kept stands in dated packs by region, and a script may bring its own. */
class RetentionTest {
    @TempDir
    private Path directory;

    private Judged mo;

    @BeforeEach
    void copy() {
        mo = new Judged(directory);
    }

    @Test
    void thePackThatSaysSoIsNamed() {
        mo.change(TOP, "chat: 180d", "chat: 1500d");

        assertThat(mo.severities(Rule.L12)).containsExactly(ERROR);
        assertThat(mo.of(Rule.L12))
                .extracting(Problem::why)
                .containsExactly("kept for 1500 days, the most is 1096: pack retention of 2026-11-26");
    }

    @Test
    void theStrictestRegionOfTheOfferedLanguagesCounts() {
        pack("retention-cn", "CN", "90d");

        assertThat(mo.of(Rule.L12))
                .extracting(Problem::why)
                .containsExactly("kept for 180 days, the most is 90: pack retention-cn of 2026-11-27");
    }

    @Test
    void aRegionThatNobodyOfIsSpokenToDoesNot() {
        pack("ours", "JP", "90d");

        assertThat(mo.of(Rule.L12)).isEmpty();
    }

    @Test
    void theScriptsOwnPackTakesThePlaceOfOurs() {
        pack("retention", "any", "2000d");
        mo.write("packs/cn.yaml", written("retention-cn", "CN", "2000d")).change(TOP, "chat: 180d", "chat: 1500d");

        assertThat(mo.of(Rule.L12)).isEmpty();
    }

    @Test
    void aTimeThatIsNoneIsTold() {
        pack("retention", "any", "soon");

        assertThat(mo.of(Rule.S1)).extracting(Problem::why).containsExactly("soon is no number of days");
    }

    private void pack(String id, String region, String most) {
        mo.write("packs/retention.yaml", written(id, region, most));
    }

    private static String written(String id, String region, String most) {
        return "packs:\n  " + id + ":\n    date: 2026-11-27\n    region: " + region
                + "\n    source: us\n    keep: {most: " + most + "}\n";
    }
}
