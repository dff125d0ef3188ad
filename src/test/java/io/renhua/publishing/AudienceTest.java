package io.renhua.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.message.ConversationId;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceTest {
    private static final String ADDRESS = "1f9a0c2b11d3";

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 50, 99})
    void aShareIsAboutAsLargeAsItSays(int percent) {
        var share = new Audience.Share(percent);

        long held = people().filter(holds(share)).count();

        assertThat(held).isBetween(percent * 100L - 200, percent * 100L + 200); // of 10,000: four standard deviations
    }

    @Test
    void aLargerShareHoldsEverybodyOfTheSmallerOne() {
        var tenth = people().filter(holds(new Audience.Share(10))).toList();

        assertThat(tenth).isNotEmpty().allMatch(holds(new Audience.Share(20)));
    }

    @Test
    void anotherVersionIsTriedOnOtherPeople() {
        var share = new Audience.Share(10);

        long both = people().filter(holds(share))
                .filter(person -> share.holds(person, "another", Set.of()))
                .count();

        assertThat(both).isLessThan(300); // by chance a tenth of a tenth
    }

    @Test
    void testersAreNamed() {
        var tester = new ConversationId("pao-line", "U7");

        assertThat(people().filter(person -> new Audience.Testers().holds(person, ADDRESS, Set.of(tester.toString()))))
                .containsExactly(tester);
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "testers", "1%", "99%"})
    void isWrittenAsItIsRead(String word) {
        assertThat(Audience.of(word)).map(Audience::word).hasValue(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0%", "100%", "10", "ten", "All", "-5%", "10%%"})
    void anythingElseIsNone(String word) {
        assertThat(Audience.of(word)).isEmpty();
    }

    private static Predicate<ConversationId> holds(Audience audience) {
        return person -> audience.holds(person, ADDRESS, Set.of());
    }

    private static Stream<ConversationId> people() {
        return IntStream.range(0, 10_000).mapToObj(number -> new ConversationId("pao-line", "U" + number));
    }
}
