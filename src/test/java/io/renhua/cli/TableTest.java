package io.renhua.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.text.Wording;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void standsInColumnsWhateverTheScript() {
        var written = new StringWriter();
        var out = new PrintWriter(written);

        new Table(new Paper(out, out))
                .row("", "例句", Wording.of("asked"))
                .row("zh-Hant", "1,200", "7")
                .row("全部", "3", "12.5 %")
                .print();

        assertThat(written.toString().lines())
                .containsExactly(
                        "            例句   asked", //
                        "  zh-Hant  1,200       7",
                        "  全部         3  12.5 %");
    }
}
