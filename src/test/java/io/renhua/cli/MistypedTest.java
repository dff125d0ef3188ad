package io.renhua.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What is typed wrongly is told in the language of whoever typed it, and what to write instead. */
class MistypedTest {
    private final CommandLine line = OpeningNothing.commands();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            keys line --lang zh-Hant --nonsense | 這裡沒有 --nonsense 這個選項
            lint --lang zh-Hant --formt json    | 這裡沒有 --formt 這個選項
            chat --lang zh-Hant                 | 少了 PERSONA。
            new mo --lang zh-Hant --brand Mo    | 少了 --nickname NAME。
            new mo --lang zh-Hant --brand       | --brand 後面沒寫東西。改成：--brand NAME
            lint --lang zh-Hant --format nice   | --format 只能是
            evaluate --lang=zh-Hant --folds x   | --folds 要寫數字，不能寫 x。
            health --lang=zh-Hant now           | 多寫了 now。
            review mo --send --back --lang zh-Hant | --send, --back 不能一起用
            lint2 --lang=zh-Hant                | 沒有 lint2 這個指令。
            help wat                            | wat
            """)
    void tellsWhatIsWrong(String typed, String told) {
        assertThat(said(typed)).contains(told).doesNotContain("Usage", "Unknown", "Missing", "Invalid", "mutually");
    }

    @Test
    void saysWhereAllOfItStands() {
        assertThat(said("chat --lang zh-Hant")).contains("看看可以怎麼寫：renhua chat --help");
        assertThat(said("lint2 --lang=zh-Hant")).contains("看全部指令：renhua --help");
        assertThat(said("chat --lang en")).contains("PERSONA is missing.", "What it takes: renhua chat --help");
    }

    @Test
    void isNoSuccess() {
        said("chat --lang zh-Hant");

        assertThat(code).isEqualTo(2);
    }

    private int code;

    private String said(String typed) {
        var err = new StringWriter();
        code = line.setErr(new PrintWriter(err, true)).execute(typed.split(" "));
        return err.toString();
    }
}
