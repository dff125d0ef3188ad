package io.renhua.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.renhua.nlu.Feeling.Mood;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeelingReaderTest {
    private final FeelingReader reader = new FeelingReader();

    @ParameterizedTest
    @CsvSource({
        "太差了, ANGRY", "太差勁了！！, ANGRY", "this is ridiculous, ANGRY", "好難過, SAD", "I feel so lonely, SAD",
        "好開心, HAPPY", "I love it, HAPPY", "我的茶包到哪了, CALM", "where is my parcel, CALM", "'', CALM"
    })
    void readsAFeelingInBothScriptsAndInEnglish(String text, Mood mood) {
        assertThat(felt(text)).isEqualTo(mood);
    }

    @Test
    void isTurnedRoundByANot() {
        assertThat(reader.read("我很開心").score()).isPositive();
        assertThat(reader.read("我不開心").score()).isNegative();
        assertThat(reader.read("I'm happy").score()).isPositive();
        assertThat(reader.read("I am not very happy").score()).isNegative();
        assertThat(felt("我沒有生氣")).isNotEqualTo(Mood.ANGRY);
    }

    @Test
    void isStrongerWithAVeryAndWithMarks() {
        assertThat(reader.read("非常失望").score()).isLessThan(reader.read("有點失望").score());
        assertThat(reader.read("太扯了！！！").score()).isLessThan(reader.read("太扯了").score());
    }

    @Test
    void isNotToldByAPoliteWordThatOnlyLooksLikeOne() {
        assertThat(List.of("不好意思", "麻煩您", "would like to", "差不多", "桂花好喝嗎"))
                .allSatisfy(text -> assertThat(felt(text)).isEqualTo(Mood.CALM));
    }

    @Test
    void staysWithinItsBoundsWhateverIsSaid() {
        var rant = "垃圾騙子氣死我了！！！".repeat(5000);

        assertThat(reader.read(rant).score()).isBetween(-1.0, -0.9);
        assertThat(reader.read("\uD83D").score()).isZero();
    }

    @Test
    void readsALongRantOnceAndNotAgainForEachOfItsWords() {
        var rant = "垃圾騙子氣死我了！！！".repeat(5000);
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        reader.read(rant);

        long before = thread.getCurrentThreadAllocatedBytes();
        reader.read(rant);

        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(1000L * rant.length());
    }

    /** What people said in a shop, and how a person would say they felt; written apart from the list of words. */
    @Test
    void agreesWithAPersonMostOfTheTime() throws IOException {
        var said = said();
        long right =
                said.stream().filter(each -> felt(each.text()) == each.mood()).count();
        long falseAlarms = said.stream()
                .filter(each -> each.mood() == Mood.CALM && felt(each.text()) != Mood.CALM)
                .count();

        assertThat(right / (double) said.size()).isGreaterThan(0.75);
        assertThat(falseAlarms)
                .as("calm people taken for something else")
                .isLessThanOrEqualTo(
                        said.stream().filter(each -> each.mood() == Mood.CALM).count() / 20);
    }

    private Mood felt(String text) {
        return reader.read(text).strong();
    }

    private record Said(Mood mood, String text) {}

    private static List<Said> said() throws IOException {
        try (var file = Objects.requireNonNull(FeelingReaderTest.class.getResourceAsStream("feelings-said.tsv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .map(columns -> new Said(Mood.valueOf(columns[0].toUpperCase(Locale.ROOT)), columns[1]))
                    .toList();
        }
    }
}
