package io.renhua.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.renhua.journal.Happening.Noted;
import io.renhua.learning.Bubble.Told;
import io.renhua.learning.WrongAnswers.Taken;
import io.renhua.message.ConversationId;
import io.renhua.persona.Persona;
import io.renhua.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What people at the desk call wrong, in the inbox of what was not understood. */
@ParameterizedClass
@EnumSource(Database.class)
class WrongAnswersTest {
    private static final ConversationId MEI = new ConversationId("pao-line", "mei");

    private final Life life;
    private final WrongAnswers answers;
    private final Shelf shelf;

    WrongAnswersTest(Database database) {
        life = new Life(database);
        answers = new WrongAnswers(life.store, life.journal, WrongAnswersTest::pao, life.clock);
        shelf = new StoreShelf(life.store, life.catchUp());
    }

    @AfterEach
    void close() {
        life.close();
    }

    @Test
    void keepsWhatWasAskedMaskedWithBothLinesAndWhoSaidSo() {
        life.understood("mei", "我叫王小明，茶會不會退", "opening_hours");

        assertThat(answers.take(MEI, last(), "return_refund", "lin")).isEqualTo(Taken.IN);

        var bubble = shelf.bubbles("pao").getFirst();
        assertThat(bubble.words()).isEqualTo("我叫{person}，茶會不會退");
        assertThat(bubble.after()).isEqualTo(Aftermath.WRONG);
        assertThat(bubble.line()).isEqualTo("return_refund");
        assertThat(bubble.told()).isEqualTo(new Told("opening_hours", "lin"));
        assertThat(life.journal.last(MEI, 1))
                .extracting(entry -> entry.happening())
                .asInstanceOf(InstanceOfAssertFactories.list(Noted.class))
                .extracting(Noted::kind, Noted::why, Noted::actor)
                .containsExactly(tuple(WrongAnswers.WRONG, "opening_hours → return_refund", "lin"));
    }

    @Test
    void takesTheLastWordOfWhoeverSaysIt() {
        life.understood("mei", "茶會不會退", "opening_hours");
        long said = last();

        answers.take(MEI, said, null, "lin");
        answers.take(MEI, said, "shipping", "mei");

        assertThat(shelf.bubbles("pao"))
                .extracting(
                        Bubble::line,
                        bubble -> Optional.ofNullable(bubble.told()).map(Told::by))
                .containsExactly(tuple("shipping", Optional.of("mei")));
    }

    @Test
    void everyWordOfTheTurnCounts() {
        life.understood("mei", "你好", "small_talk.hello");
        life.understood("mei", "茶會不會退", "opening_hours");

        answers.take(MEI, last(), null, "lin");

        assertThat(shelf.bubbles("pao").getFirst().words()).isEqualTo("茶會不會退");
    }

    @Test
    void keepsNothingOfPersonasThatDoNotLearn(@TempDir Path directory) {
        life.understood("mei", "茶會不會退", "opening_hours");
        var silent = Pao.notLearning(directory);
        var forbidden = new WrongAnswers(life.store, life.journal, _ -> Optional.of(silent), life.clock);

        assertThat(forbidden.take(MEI, last(), null, "lin")).isEqualTo(Taken.NEVER);
        assertThat(shelf.bubbles("pao")).isEmpty();
    }

    @Test
    void saysWhatCannotBeTaken() {
        life.understood("mei", "茶會不會退", "opening_hours");
        assertThat(answers.take(MEI, last(), "nowhere", "lin")).isEqualTo(Taken.NO_LINE);
        assertThat(answers.take(MEI, last() + 1, null, "lin")).isEqualTo(Taken.NO_ANSWER);
        assertThat(answers.take(new ConversationId("pao-line", "lee"), last(), null, "lin"))
                .isEqualTo(Taken.NO_ANSWER);

        life.agentSaid("mei");
        assertThat(answers.take(MEI, last(), null, "lin")).isEqualTo(Taken.NO_ANSWER);
        assertThat(shelf.bubbles("pao")).isEmpty();
    }

    @Test
    void goesWhenTheTimeForChatsIsOver() {
        life.understood("mei", "茶會不會退", "opening_hours");
        answers.take(MEI, last(), null, "lin");

        life.later(Duration.ofDays(179));
        assertThat(shelf.bubbles("pao")).hasSize(1);
        life.later(Duration.ofDays(2));

        assertThat(shelf.bubbles("pao")).isEmpty();
    }

    @Test
    void staysInTheListUntilItIsAnsweredRightly() {
        var shipping = Objects.requireNonNull(Pao.PERSONA.lines().get("shipping"));
        var asked = Objects.requireNonNull(shipping.asks().get("zh-Hant")).getFirst(); // surely understood
        life.understood("mei", asked, "shipping");
        long said = last();

        answers.take(MEI, said, "return_refund", "lin");
        var cluster = Clusters.of(shelf.bubbles("pao"), List.of(), Pao.LIVE).getFirst();
        assertThat(cluster.wrong()).containsExactly(new Cluster.Wrong("shipping", "return_refund", List.of("lin")));
        assertThat(cluster.next()).isEmpty();
        assertThat(cluster.suggestions()).extracting(Cluster.Suggestion::line).contains("return_refund");

        answers.take(MEI, said, "shipping", "lin"); // it is taken so by now
        assertThat(Clusters.of(shelf.bubbles("pao"), List.of(), Pao.LIVE)).isEmpty();
    }

    private long last() {
        return life.journal.last(MEI, 1).getFirst().seq();
    }

    private static Optional<Persona> pao(String id) {
        return Optional.of(Pao.PERSONA).filter(persona -> persona.id().equals(id));
    }
}
