package io.renhua.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.retention.Told.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void isOverOnceItIsOlderThanWasToldAlsoBeforeAnybodyLooked() {
        var told = told(promise(180, 0));

        assertThat(told.words(day(300))).containsExactly(new Span(Instant.EPOCH, day(120)));
        assertThat(told.words(day(20))).containsExactly(new Span(Instant.EPOCH, day(-160)));
    }

    @Test
    void keepsNobodyLongerBecauseOthersAreToldMoreSince() {
        var told = told(promise(30, 0), promise(180, 100));

        assertThat(told.words(day(150))).containsExactly(new Span(Instant.EPOCH, day(100)));
        assertThat(told.words(day(110))).containsExactly(new Span(Instant.EPOCH, day(80)));
        assertThat(told.words(day(300))).containsExactly(new Span(Instant.EPOCH, day(120)));
    }

    @Test
    void keepsNobodyLongerThanIsToldNow() {
        var told = told(promise(180, 0), promise(30, 100));

        assertThat(told.words(day(110))).containsExactly(new Span(Instant.EPOCH, day(80)));
    }

    @Test
    void aSlipThatWasMendedTakesOnlyWhatWasSaidWhileItStood() {
        var told = told(promise(180, 0), promise(3, 100), promise(180, 101));

        assertThat(told.words(day(110)))
                .containsExactly(new Span(Instant.EPOCH, day(-70)), new Span(day(100), day(101)));
    }

    @Test
    void picturesHaveATimeOfTheirOwn() {
        var told = told(new Promise("line", "mo", 180, 30, START));

        assertThat(told.media(day(40))).containsExactly(new Span(Instant.EPOCH, day(10)));
    }

    @Test
    void nothingIsOverWhereNothingWasTold() {
        assertThat(new Told(List.of(), Source.NOTHING).words(day(5_000))).isEmpty();
    }

    private static Told told(Promise... promises) {
        return new Told(List.of(promises), Source.CHANNEL);
    }

    private static Promise promise(int days, int since) {
        return new Promise("line", "mo", days, 30, day(since));
    }

    private static Instant day(int number) {
        return START.plus(Duration.ofDays(number));
    }
}
