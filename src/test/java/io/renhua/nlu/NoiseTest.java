package io.renhua.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoiseTest {
    private static final String ENGLISH = "could you tell me where my parcel has got to by now please";
    private static final String CHINESE = "請問我上個禮拜買的那一箱東西現在寄到哪裡去了呢";

    @Test
    void leavesEverythingAsItIsWhereNothingIsHit() {
        assertThat(new Noise(0, List.of(CHINESE), 1).apply(CHINESE)).isEqualTo(CHINESE);
    }

    @Test
    void hitsAboutAsManyLettersAsAsked() {
        var noise = new Noise(0.04, List.of(), 1);

        long hit = IntStream.range(0, 10_000)
                .filter(i -> !noise.apply("a").equals("a"))
                .count();

        // a third of the hits leaves nothing of one letter, which then stays; a 26th of a third puts the same one
        assertThat(hit).isBetween(200L, 320L);
    }

    @Test
    void drawsTheSameSlipsFromTheSameSeed() {
        assertThat(new Noise(0.2, List.of(), 1).apply(ENGLISH)).isEqualTo(new Noise(0.2, List.of(), 1).apply(ENGLISH));
        assertThat(new Noise(0.2, List.of(), 2).apply(ENGLISH))
                .isNotEqualTo(new Noise(0.2, List.of(), 1).apply(ENGLISH));
    }

    @Test
    void takesAHanCharacterForAnotherThatOccurs() {
        var noisy = new Noise(1, List.of("甲乙丙"), 1).apply(CHINESE);

        assertThat(noisy).isNotEqualTo(CHINESE);
        assertThat(noisy.codePoints().filter(c -> CHINESE.indexOf(c) < 0))
                .isNotEmpty()
                .allMatch(c -> "甲乙丙".indexOf(c) >= 0);
    }

    @Test
    void swapsLettersWithinAWord() {
        var swapped = IntStream.range(0, 200)
                .mapToObj(seed -> new Noise(1, List.of(), seed).apply("ab"))
                .filter("ba"::equals)
                .toList();

        assertThat(swapped).isNotEmpty();
    }

    @Test
    void leavesDigitsSpacesAndSignsAlone() {
        assertThat(new Noise(1, List.of(), 1).apply("12 34, 56!")).isEqualTo("12 34, 56!");
    }

    @Test
    void alwaysLeavesSomethingToRead() {
        assertThat(IntStream.range(0, 100).mapToObj(seed -> new Noise(1, List.of("好"), seed).apply("好")))
                .noneMatch(String::isBlank);
    }
}
