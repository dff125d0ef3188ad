package io.renhua.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.message.Limits;
import io.renhua.message.Screen;
import io.renhua.persona.Tone;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShorteningTest {
    private static final List<String> LONG = List.of("一二三四。五六七八。九十。");

    @Test
    void leavesAloneWhatFits() {
        assertThat(on(100, 1).fit(LONG, List.of("短")).texts()).isEqualTo(LONG);
    }

    @Test
    void takesTheScriptsShorterWordsFirst() {
        assertThat(on(6, 1).fit(LONG, List.of("短")).texts()).containsExactly("短");
    }

    @Test
    void cutsOnlyWhereASentenceEnds() {
        assertThat(on(11, 1).fit(LONG, List.of()).texts()).containsExactly("一二三四。五六七八。");
        assertThat(on(6, 2).fit(LONG, List.of()).texts()).containsExactly("一二三四。", "五六七八。");
        assertThat(on(6, 9).fit(LONG, List.of()).texts()).containsExactly("一二三四。", "五六七八。", "九十。");
    }

    @Test
    void cutsAShorterTextThatIsStillTooLong() {
        assertThat(on(6, 1).fit(LONG, List.of("一二三。四五六七八九。")).texts()).containsExactly("一二三。");
    }

    @Test
    void cutsBetweenWordsAndSaysSoWhereNotEvenASentenceFits() {
        assertThat(on(12, 1).fit(List.of("Where is my parcel now?"), List.of()).texts())
                .containsExactly("Where is my…");
    }

    @Test
    void countsTheWholeReplyOnWeibo() {
        var two = List.of("字".repeat(99) + "。", "字".repeat(99) + "。");

        assertThat(Shortening.on("weibo", room(1000), 0, lengths(2))
                        .fit(two, List.of())
                        .texts())
                .containsExactly("字".repeat(99) + "。");
        assertThat(Shortening.on("web", room(1000), 0, lengths(2))
                        .fit(two, List.of())
                        .texts())
                .isEqualTo(two);
    }

    @Test
    void leavesRoomForWhatIsFoldedIn() {
        assertThat(Shortening.on("line", room(16), 5, lengths(1))
                        .fit(LONG, List.of())
                        .texts())
                .containsExactly("一二三四。五六七八。");
    }

    @Test
    void endsWhereTheScreensEnd() {
        var line = "一二三四五六七八九十一二三四五。";
        var oneScreen = new Tone.Lengths(Map.of(), Map.of(), Map.of(), 9, 1);

        var texts = Shortening.on("web", room(1000), 0, oneScreen)
                .fit(List.of(line.repeat(10), line.repeat(10)), List.of())
                .texts();

        assertThat(String.join("", texts).replace("\n", "")).isEqualTo(line.repeat(18));
    }

    @Test
    void countsTheScreensThatPeopleOfAChannelHave() {
        var oneScreen = new Tone.Lengths(Map.of(), Map.of(), Map.of(), 9, 1);
        var text = List.of("一二三四。五六七八。九十。");

        var narrow = Shortening.on("web", room(1000).on(new Screen(5, 2)), 0, oneScreen);

        assertThat(narrow.fit(text, List.of()).texts()).containsExactly("一二三四。五六七八。");
    }

    private static Limits room(int textLength) {
        return new Limits(textLength, 1, 10, 60, null, Integer.MAX_VALUE, Duration.ZERO, 1);
    }

    private static Shortening on(int textLength, int bubbles) {
        return Shortening.on("line", room(textLength), 0, lengths(bubbles));
    }

    private static Tone.Lengths lengths(int bubbles) {
        return new Tone.Lengths(Map.of(), Map.of(), Map.of(), bubbles);
    }
}
