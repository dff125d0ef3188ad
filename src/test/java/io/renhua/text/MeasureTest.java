package io.renhua.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasureTest {

    @Test
    void countsWhatAReaderSees() {
        assertThat(Measure.graphemes("茶👩‍👩‍👧e\u0301")).isEqualTo(3);
        assertThat(Measure.graphemes("")).isZero();
    }

    @Test
    void countsAFamilyAsOneEmojiAndADigitAsNone() {
        assertThat(Measure.emoji("茶 1 # 👩‍👩‍👧 🍵 ❤️")).isEqualTo(3);
    }

    @Test
    void cutsBetweenWords() {
        assertThat(Measure.wordsWithin("Where is my parcel", 10)).isEqualTo("Where is");
        assertThat(Measure.wordsWithin("Where is my parcel", 18)).isEqualTo("Where is my parcel");
        assertThat(Measure.wordsWithin("Parcels", 3)).isEmpty();
        assertThat(Measure.wordsWithin("Parcels", 0)).isEmpty();
    }

    @Test
    void cutsBetweenChineseWords() {
        assertThat(Measure.wordsWithin("我的包裹到哪裡了", 3)).isEqualTo("我的");
    }
}
