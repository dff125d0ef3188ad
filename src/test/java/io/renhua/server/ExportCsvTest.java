package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.text.SpreadsheetCell;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCsvTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "|calc",
                "%0A",
                "\t=1",
                "\r=1",
                "\n=1",
                "\t",
                "\rx",
                "\nx",
                " =1",
                "  @x",
                "\u00a0=1",
                "\u3000=1",
                "\ufeff=1",
                "\u200b=1",
                "\u200e=1",
                "\u2060=1",
                "\"=1",
                "\"\"=1",
                "'=1",
                "`=1",
                "“=1”",
                ",=1",
                ";=1",
                "\",=1",
                "；=1",
                "＝1+1",
                "＋1",
                "－1",
                "＠x",
                "｜x",
                "％x",
                "\u22121",
                "﹦1",
                "﹢1",
                "﹣1",
                "﹫x",
                "=cmd|' /C calc'!A0",
                "=HYPERLINK(\"http://evil\",\"x\")",
                "+86 138 0000 0000",
                "\u0000=1",
                "\u000b=1",
                "\u001f=1"
            })
    void defusesWhatWouldComeAlive(String cell) {
        assertThat(SpreadsheetCell.harmless(cell)).isEqualTo("'" + cell);
        assertThat(SpreadsheetCell.plain("'" + cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tea", "1 - 1", "茶=好", "a@b.example", "50%", "我要退貨，謝謝", "«quoted»", "SP2093-1187"})
    void leavesOrdinaryWordsAlone(String cell) {
        assertThat(SpreadsheetCell.harmless(cell)).isEqualTo(cell);
        assertThat(SpreadsheetCell.plain(cell)).isEqualTo(cell);
    }

    @Test
    void keepsACellACellWhateverItHolds() {
        var text = new StringWriter();

        new ExportCsv(text).row(List.of("a\"b", "c,d;e\nf", 7));

        assertThat(text).hasToString("\"a\"\"b\",\"c,d;e\nf\",\"7\"\r\n");
    }
}
