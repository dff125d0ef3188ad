package io.renhua.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.message.Choice;
import io.renhua.message.Content;
import io.renhua.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept of a journal, and what became of people. */
@ParameterizedClass
@EnumSource(Database.class)
class FollowerTest {
    private final Life life;

    FollowerTest(Database database) {
        life = new Life(database);
    }

    @AfterEach
    void close() {
        life.close();
    }

    @Test
    void keepsWhatWasNotUnderstoodAndNothingElse() {
        life.understood("mei", "運費多少", "shipping");
        life.missed("mei", "可以寄到冰島嗎");

        life.catchUp().now();

        assertThat(life.missed()).singleElement().satisfies(bubble -> {
            assertThat(bubble.words()).isEqualTo("可以寄到冰島嗎");
            assertThat(bubble.band()).isEqualTo("NO");
            assertThat(bubble.locale()).isEqualTo("zh-Hant");
            assertThat(bubble.at()).isEqualTo(Life.NOON);
            assertThat(bubble.after()).isEqualTo(Aftermath.OPEN);
        });
    }

    @Test
    void keepsNobodysName() {
        life.missed("mei-wang", "我叫王小明，電話0912345678");

        life.catchUp().now();

        assertThat(life.missed()).singleElement().satisfies(bubble -> {
            assertThat(bubble.words()).isEqualTo("我叫{person}，電話{phone}");
            assertThat(bubble.person()).doesNotContain("mei");
        });
    }

    @Test
    void countsWhoTakesOtherWordsAndIsUnderstood() {
        life.missed("mei", "可以寄到冰島嗎", "冰島");
        life.understood("mei", "可以寄到國外嗎", "shipping");

        life.catchUp().now();

        assertThat(life.missed()).hasSize(2).allSatisfy(bubble -> {
            assertThat(bubble.after()).isEqualTo(Aftermath.REPHRASED);
            assertThat(bubble.line()).isEqualTo("shipping");
        });
    }

    @Test
    void countsWhoPressesABestGuess() {
        life.doubted("mei", "冰島呢", new Choice("shipping", "問運費"), new Choice("price", "看價錢"));
        life.understood("mei", new Content.Chosen("shipping", "問運費"), "shipping");
        life.doubted("lee", "冰島呢", new Choice("shipping", "問運費"));
        life.understood("lee", "問運費", "shipping");

        life.catchUp().now();

        assertThat(life.missed()).hasSize(2).allSatisfy(bubble -> {
            assertThat(bubble.band()).isEqualTo("LIKELY");
            assertThat(bubble.after()).isEqualTo(Aftermath.PRESSED);
            assertThat(bubble.line()).isEqualTo("shipping");
        });
    }

    @Test
    void doesNotTakeThanksForAnAnswer() {
        life.missed("mei", "可以寄到冰島嗎");
        life.understood("mei", "算了謝謝", "small_talk.thanks");
        life.later(Duration.ofHours(1));

        life.catchUp().now();

        assertThat(life.missed()).extracting(Bubble::after).containsExactly(Aftermath.LEFT);
    }

    @Test
    void countsWhoGoesToAPerson() {
        life.missed("asks", "冰島");
        life.understood("asks", "真人", "handoff.explicit");
        life.missed("claimed", "冰島");
        life.agentSaid("claimed");
        life.turn("handed", "zh-Hant", new Content.Text("冰島"), null, "NO");
        life.passed("handed", "queued", "fallback");

        life.catchUp().now();

        assertThat(life.missed()).hasSize(3).allMatch(bubble -> bubble.after() == Aftermath.PERSON);
    }

    @Test
    void countsWhoLeaves() {
        life.missed("left", "冰島");
        life.left("left");
        life.missed("silent", "冰島");
        life.later(Duration.ofMinutes(31));
        life.missed("there", "冰島");

        life.catchUp().now();

        assertThat(life.missed())
                .extracting(Bubble::after)
                .containsExactly(Aftermath.OPEN, Aftermath.LEFT, Aftermath.LEFT);
    }

    @Test
    void understandingThatComesTooLateIsAnotherTalk() {
        life.missed("mei", "冰島");
        life.later(Duration.ofHours(2));
        life.understood("mei", "運費多少", "shipping");

        life.catchUp().now();

        assertThat(life.missed()).extracting(Bubble::after).containsExactly(Aftermath.LEFT);
    }

    @Test
    void takesABurstAsOneSentence() {
        life.received("mei", new Content.Text("請問"));
        life.missed("mei", "冰島寄得到嗎");

        life.catchUp().now();

        assertThat(life.missed()).extracting(Bubble::words).containsExactly("請問 冰島寄得到嗎");
    }

    @Test
    void hearsEverySentenceOfOneTurn() {
        life.received("mei", new Content.Text("冰島呢"));
        life.received("mei", new Content.Text("運費多少"));
        life.received("mei", new Content.Text("有wifi嗎"));
        life.understood("mei", 1, null);
        life.understood("mei", 2, "shipping");
        life.understood("mei", 3, null);
        life.replied("mei", "shipping", new Content.Text("!"));
        life.replied("mei", "unknown.1", new Content.Text("?"));

        life.catchUp().now();

        assertThat(life.missed()).extracting(Bubble::words).containsExactly("有wifi嗎", "冰島呢");
        assertThat(life.missed()).extracting(Bubble::after).containsOnly(Aftermath.OPEN);
    }

    @Test
    void passesOverWhatWaitsForAPersonAndWhatHasNoWords() {
        life.turn("waits", "zh-Hant", new Content.Text("還在嗎"), null, "NO");
        life.missed("smiles", "😊", "…");
        life.turn("sends", "zh-Hant", new Content.Media(Content.Media.Kind.IMAGE, "line:1", ""), null, "NO");
        life.replied("sends", "unknown.1", new Content.Text("?"));

        life.catchUp().now();

        assertThat(life.missed()).isEmpty();
    }

    @Test
    void goesOnWhereItStoppedWithoutForgettingWhatWasOpen() {
        life.missed("mei", "可以寄到冰島嗎");
        life.catchUp().now();
        life.understood("mei", "可以寄到國外嗎", "shipping");

        life.catchUp().now();

        assertThat(life.missed()).extracting(Bubble::after).containsExactly(Aftermath.REPHRASED);
    }

    @Test
    void keepsTheSameHoweverOftenItReads() {
        life.missed("mei", "可以寄到冰島嗎", "冰島");
        life.understood("mei", "可以寄到國外嗎", "shipping");
        life.missed("lee", "在嗎在嗎");
        life.catchUp().now();
        var once = life.missed();

        life.catchUp().now();
        life.catchUp().now();
        assertThat(life.missed()).isEqualTo(once);

        life.store.write(transaction -> new MissedBubbles(life.store).startOver(transaction));
        life.catchUp().now();
        assertThat(life.missed()).isEqualTo(once);
    }

    @Test
    void keepsWordsAsLongAsThePersonaKeepsItsChats() {
        life.missed("mei", "可以寄到冰島嗎");
        life.catchUp().now();
        life.later(Duration.ofDays(179));
        life.catchUp().now();
        assertThat(life.missed()).hasSize(1);

        life.later(Duration.ofDays(2));
        life.catchUp().now();

        assertThat(Life.pao().privacy().chat()).isEqualTo(Period.ofDays(180));
        assertThat(life.missed()).isEmpty();
    }

    @Test
    void keepsNothingOfAPersonaThatDoesNotLearnFromChats(@TempDir Path folder) {
        life.missed("mei", "可以寄到冰島嗎");
        life.catchUp().now();
        assertThat(life.missed()).hasSize(1);

        life.later(Duration.ofSeconds(1));
        life.catchUp(Pao.notLearning(folder)).now();

        assertThat(life.missed()).isEmpty();
    }
}
