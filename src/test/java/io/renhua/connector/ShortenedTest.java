package io.renhua.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortenedTest {

    @Test
    void leavesWhatFits() {
        assertThat(Shortened.to(4, "營業時間")).isEqualTo("營業時間");
    }

    @Test
    void endsWithAnEllipsisWithinTheLength() {
        assertThat(Shortened.to(4, "週日營業時間")).isEqualTo("週日營…");
    }

    @Test
    void cutsNoEmojiApart() {
        assertThat(Shortened.to(4, "ab👩‍👩‍👧 family")).isEqualTo("ab…");
    }
}
