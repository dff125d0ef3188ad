package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.server.ByteRange.Beyond;
import io.renhua.server.ByteRange.Part;
import io.renhua.server.ByteRange.Whole;
import org.junit.jupiter.api.Test;

class ByteRangeTest {
    @Test
    void takesAPartFromTheFrontTheMiddleOrTheEnd() {
        assertThat(ByteRange.of("bytes=0-1", 10)).isEqualTo(new Part(0, 1));
        assertThat(ByteRange.of("bytes=4-", 10)).isEqualTo(new Part(4, 9));
        assertThat(ByteRange.of("bytes=-3", 10)).isEqualTo(new Part(7, 9));
        assertThat(((Part) ByteRange.of("bytes=2-3", 5)).of(new byte[] {0, 1, 2, 3, 4}))
                .containsExactly(2, 3);
    }

    @Test
    void endsWhereTheFileEnds() {
        assertThat(ByteRange.of("bytes=8-99", 10)).isEqualTo(new Part(8, 9));
        assertThat(ByteRange.of("bytes=-99", 10)).isEqualTo(new Part(0, 9));
        assertThat(ByteRange.of("bytes=0-999999999999999999", 10)).isEqualTo(new Part(0, 9));
    }

    @Test
    void saysThatNothingIsThereBehindTheEnd() {
        assertThat(ByteRange.of("bytes=10-", 10)).isEqualTo(new Beyond());
        assertThat(ByteRange.of("bytes=-0", 10)).isEqualTo(new Beyond());
        assertThat(ByteRange.of("bytes=0-", 0)).isEqualTo(new Beyond());
    }

    @Test
    void givesTheWholeToWhoAsksForNothingWeKnow() {
        for (var header : new String[] {null, "", "bytes=", "bytes=a-b", "lines=1-2", "bytes=0-1,4-5", "bytes=5-2"}) {
            assertThat(ByteRange.of(header, 10)).as(header).isEqualTo(new Whole());
        }
    }
}
