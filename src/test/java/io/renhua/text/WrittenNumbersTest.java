package io.renhua.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "my order ＳＰ ２０２４-０００１ is late, SP20240001",
        "my order ＳＰ ２０２４-０００１ is late, sp-2024-0001",
        "my order ＳＰ ２０２４-０００１ is late, 2024 0001",
        "訂單SP20240001還沒到, 20240001",
        "訂單SP20240001還沒到, ＳＰ20240001",
        "電話 0912-345-678 謝謝, 0912345678",
        "電話0912 345 678謝謝, 0912-345-678",
        "order12345, 12345",
        "A1B2C3D, a1b2c3d",
        "write to Lin.Wang@Example.com., lin.wang@example.com",
        "12345 67890, 67890",
    })
    void areFoundHoweverTheyAreWritten(String text, String asked) {
        assertThat(WrittenNumbers.in(text)).contains(WrittenNumbers.asked(asked));
    }

    @ParameterizedTest
    @CsvSource({
        "number SP20240001999, SP20240001",
        "number 920240001, 20240001",
        "call 0912345678, 0912345",
        "call 0912-345-678, 345678",
        "write to lin@example.com, example.com",
        "write to lin.wang@example.com, wang@example.com",
    })
    void areNotFoundByAPartOfThem(String text, String asked) {
        var number = WrittenNumbers.asked(asked);

        assertThat(number.isEmpty() ? "none" : number).isNotIn(WrittenNumbers.in(text));
    }

    @Test
    void takeNoWordsAndNoSignsForNumbers() {
        assertThat(WrittenNumbers.in("well-known since 10 to 8, room B2")).isEmpty();
        assertThat(WrittenNumbers.asked("---")).isEmpty();
        assertThat(WrittenNumbers.asked("parcel")).isEmpty();
        assertThat(WrittenNumbers.asked("訂單 12345")).isEqualTo("12345");
    }

    @Test
    void leaveOutWhatNobodyWouldType() {
        assertThat(WrittenNumbers.in("1".repeat(5_000))).isEmpty();
        assertThat(WrittenNumbers.in("1 ".repeat(5_000))).allMatch(number -> number.length() <= 6);
    }
}
