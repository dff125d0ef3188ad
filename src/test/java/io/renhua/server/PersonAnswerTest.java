package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.conversation.Merges.Outcome;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What came of something that was said of two. */
class PersonAnswerTest {
    private static final List<Outcome> NOT = List.of(
            new Outcome.TooMany(12),
            new Outcome.Impossible(),
            new Outcome.Asked(),
            new Outcome.Decided(),
            new Outcome.TooLate());

    @Test
    void saysNothingMoreWhereItIsDone() {
        assertThat(PersonAnswer.of(new Outcome.Done())).isEqualTo(new PersonAnswer(true, null, null));
    }

    @Test
    void saysOfEachThatIsNotDoneWhyInWordsOfItsOwn() {
        assertThat(NOT).hasSize(Outcome.class.getPermittedSubclasses().length - 1);
        assertThat(NOT.stream().map(PersonAnswer::of).map(PersonAnswer::why)).doesNotHaveDuplicates();
        for (var language : DeskWords.LANGUAGES.offered()) {
            assertThat(NOT.stream()
                            .map(PersonAnswer::of)
                            .map(answer -> "same_not_" + Objects.requireNonNull(answer.why())))
                    .allMatch(DeskWords.load(language)::containsKey);
        }
        assertThat(PersonAnswer.of(new Outcome.TooMany(12)).most()).isEqualTo(12);
    }
}
