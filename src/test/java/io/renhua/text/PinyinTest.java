package io.renhua.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinyinTest {
    private static final Path TABLE = Path.of("src/main/resources/io/renhua/text/pinyin.txt");

    /** When ICU learns new readings, copy what this writes to where it says. */
    @Test
    void standsInTheTableAsIcuHasIt() throws IOException {
        var made = table();

        Files.writeString(Path.of("target/pinyin.txt"), made);

        assertThat(Files.readString(TABLE)).as("cp target/pinyin.txt " + TABLE).isEqualTo(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"在再", "帐账", "做作", "他她它", "带代待", "的得地"})
    void hearsWhatSoundsAlike(String characters) {
        assertThat(characters.chars().map(Pinyin::syllable).distinct())
                .hasSize(1)
                .doesNotContain(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"在", "好", "吗"})
    void hearsNoLikenessWhereThereIsNone(String character) {
        assertThat(Pinyin.syllable(character.charAt(0)))
                .isNotEqualTo(Pinyin.syllable('人'))
                .isNotZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {'a', '在' - 0x5728, 0x1F600, 0x20000, Character.MAX_CODE_POINT})
    void hearsNothingInWhatIsNoCharacter(int codePoint) {
        assertThat(Pinyin.syllable(codePoint)).isZero();
    }

    /** The characters of GB 2312: those a keyboard offers first. */
    private static String table() {
        var sound = Transliterator.getInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; NFC; Lower");
        var usual = Charset.forName("GB2312").newEncoder();
        var bySound = new TreeMap<String, StringBuilder>();
        for (char c = 0x4E00; c <= 0x9FFF; c++) {
            if (usual.canEncode(c)) {
                bySound.computeIfAbsent(sound.transliterate(String.valueOf(c)).strip(), s -> new StringBuilder())
                        .append(c);
            }
        }
        var table =
                new StringBuilder("# Made by PinyinTest from ICU. Characters that sound alike, but for their tone.\n");
        bySound.forEach((syllable, characters) ->
                table.append(syllable).append(' ').append(characters).append('\n'));
        return table.toString();
    }
}
