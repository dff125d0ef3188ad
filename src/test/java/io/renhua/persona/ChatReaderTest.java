package io.renhua.persona;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.ScriptTest.They;
import io.renhua.persona.ScriptTest.We;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatReaderTest {
    private PersonaFolder mo;

    @BeforeEach
    void copy(@TempDir Path directory) {
        mo = PersonaFolder.copiedTo(directory);
    }

    @Test
    void readsChatsAsOneWouldSendThem() {
        var before = tests().size();
        var found = mo.read().problems();
        mo.write("tests/talk.chat", """
                # a book, and then another
                channel=line
                locale=en
                audience=loyal

                User: recommend a book
                Bot: Done with the last one?
                  Try poetry.
                user： 下一本
                  謝謝
                bot： 詩

                # 找人
                User: 真人
                """);

        var tests = tests();
        assertThat(mo.read().problems()).isEqualTo(found);
        assertThat(tests).hasSize(before + 2);
        var first = tests.get(before);
        assertThat(first.name()).isEqualTo("a book, and then another");
        assertThat(first.place()).isEqualTo("mo/tests/talk.chat:1");
        assertThat(first.given().platform()).isEqualTo("line");
        assertThat(first.given().locale()).isEqualTo("en");
        assertThat(first.given().facts()).isEqualTo(Map.of("audience", "loyal"));
        assertThat(first.chat().getFirst()).isEqualTo(new They("recommend a book", null));
        assertThat(first.chat().get(1))
                .isInstanceOfSatisfying(
                        We.class,
                        we -> assertThat(we.contains()).containsExactly("Done with the last one?", "Try poetry."));
        assertThat(first.chat().get(2)).isEqualTo(new They("下一本\n謝謝", null));
        assertThat(tests.getLast().name()).isEqualTo("找人");
    }

    @Test
    void aFileWithoutATitleIsCalledLikeTheFile() {
        mo.write("tests/hurry.chat", "User: 推薦一本書\nBot: 你喜歡\n");

        assertThat(tests().getLast().name()).isEqualTo("hurry");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello there|mo/tests/bad.chat:1: nobody says this. Write instead: User: or Bot: before it, or two blanks to go on",
                "chanel=line|mo/tests/bad.chat:1: nobody knows the setting chanel: did you mean channel? Write instead: channel",
                "channel=pigeon|mo/tests/bad.chat:1: there is no channel pigeon. Write instead: one of ",
                "locale=fr|mo/tests/bad.chat:1: this persona does not offer fr. Write instead: one of en, zh-Hans, zh-Hant",
            })
    void saysWhatIsWrongAndWhereAndWhatToWrite(String line, String error) {
        mo.write("tests/bad.chat", line + "\nUser: 推薦一本書\n");

        assertThat(mo.read().problems()).map(Problem::toString).anyMatch(each -> each.startsWith(error));
    }

    private List<ScriptTest> tests() {
        return Objects.requireNonNull(mo.read().persona()).tests();
    }
}
