package io.renhua.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.renhua.dialogue.Hearing;
import io.renhua.dialogue.Hearing.Circumstances;
import io.renhua.dialogue.LivePersona;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.lint.Judge;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Limits;
import io.renhua.message.Person;
import io.renhua.nlu.EntityFinders;
import io.renhua.nlu.OpenNlpTrainer;
import io.renhua.persona.Persona;
import io.renhua.persona.PersonaFolder;
import io.renhua.persona.PersonaReader;
import io.renhua.store.Database;
import io.renhua.store.Json;
import io.renhua.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a draft would have said in conversations that took place. */
@ParameterizedClass
@EnumSource(Database.class)
class ReplayTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final ConversationId MEI = new ConversationId("web-mo", "mei");
    private static final ConversationId LEE = new ConversationId("web-mo", "lee");

    private final Store store;
    private final Journal journal;
    private Instant now = NOON;
    private int messages;
    private Circumstances around = Circumstances.USUAL;
    private Limits limits = Limits.NONE;

    @TempDir
    private Path directory;

    private PersonaFolder mo;

    ReplayTest(Database database) {
        store = database.open();
        journal = new Journal(store);
    }

    @BeforeEach
    void copy() {
        mo = PersonaFolder.copiedTo(directory);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void givesTurnsMaskedInTheirOrderAndWithoutWhatAPersonAnswered() {
        says(MEI, "查一下訂單");
        says(LEE, "我叫王小明，電話0912345678");
        passed(MEI, "human", 1);
        hears(MEI, "真的嗎");
        passed(MEI, "bot", 2);
        says(MEI, "推薦一本書");

        assertThat(past(NOON))
                .extracting(PastTurn::words, PastTurn::afterPerson)
                .containsExactly(tuple("查一下訂單", false), tuple("我叫{person}，電話{phone}", false), tuple("推薦一本書", true));
    }

    @Test
    void takesWhatWasSentInOneBreathForOneTurn() {
        hears(MEI, "推薦");
        hears(MEI, "一本書");
        understood(MEI);
        understood(MEI);

        assertThat(past(NOON)).extracting(PastTurn::words).containsExactly("推薦 / 一本書");
    }

    @Test
    void beginsWhereItIsAskedTo() {
        says(MEI, "查一下訂單");
        now = NOON.plus(Duration.ofHours(2));
        says(MEI, "推薦一本書");

        assertThat(past(NOON.plus(Duration.ofHours(1))))
                .extracting(PastTurn::words)
                .containsExactly("推薦一本書");
        assertThat(past(NOON.plus(Duration.ofHours(3)))).isEmpty();
    }

    @Test
    void showsNothingWhereNothingWouldChange() {
        says(MEI, "推薦一本書");
        says(MEI, "查一下訂單");
        says(MEI, "MO123456");

        var report = Replay.of(learnt(), learnt(), past(NOON));

        assertThat(report.turns()).isEqualTo(3);
        assertThat(report.changed()).isEmpty();
    }

    @Test
    void showsTheTurnsThatWouldChangeAndNoOther() {
        says(MEI, "推薦一本書");
        says(LEE, "查一下訂單");
        var before = learnt();
        mo.change("lines/shop.yaml", "你喜歡故事還是詩？", "故事還是詩！！！！！！");

        var report = Replay.of(before, learnt(), past(NOON));

        assertThat(report.turns()).isEqualTo(2);
        assertThat(report.changed()).singleElement().satisfies(changed -> {
            assertThat(changed.turn().words()).isEqualTo("推薦一本書");
            assertThat(changed.then().line()).isEqualTo("pick_book");
            assertThat(changed.then().reply()).contains("你喜歡故事還是詩？");
            assertThat(changed.now().reply()).contains("故事還是詩！！！！！！");
            assertThat(changed.findings()).anyMatch(finding -> finding.startsWith("T4 "));
        });
    }

    @Test
    void countsWhatIsNewlyUnderstoodAndNoLonger() {
        says(MEI, "可以寄到冰島嗎");
        var before = learnt();
        mo.change("lines/shop.yaml", "      - 幫我挑書\n", "      - 幫我挑書\n      - 可以寄到冰島嗎\n      - 寄到冰島可以嗎\n");
        var after = learnt();

        assertThat(Replay.of(before, after, past(NOON)).newlyUnderstood()).isEqualTo(1);
        assertThat(Replay.of(after, before, past(NOON)).newlyUnknown()).isEqualTo(1);
    }

    @Test
    void knowsWhatWasKnownThenAndShowsNothingElse() {
        var before = learnt();
        says(MEI, "推薦一本書");
        around = new Circumstances(true, Map.of("helped", Set.of("resolved"), "helped_until", Set.of(NOON.toString())));
        says(LEE, "推薦一本書");
        mo.change(
                "lines/shop.yaml",
                "      - if: {audience: loyal}\n        channel: [weibo]\n",
                "      - if: {helped: resolved}\n");

        assertThat(Replay.of(before, learnt(), past(NOON)).changed())
                .singleElement()
                .satisfies(changed -> {
                    assertThat(changed.turn().talk()).isEqualTo(2);
                    assertThat(changed.now().reply()).contains("上次那本讀完了嗎？");
                });
    }

    @Test
    void knowsWhatACompanyKnewThenAndShowsNothingPersonalOfIt() {
        mo.change("persona.yaml", "    when: {tag: member}\n", "    when: {orders: \">=100000\"}\n")
                .change("lines/shop.yaml", "你喜歡故事還是詩？", "請問{title|朋友}，你喜歡故事還是詩？");
        var before = learnt();
        says(MEI, "推薦一本書");
        around = new Circumstances(
                true, Map.of("orders", Set.of("123456"), "title", Set.of("陳小姐"), "order_no", Set.of("MO1234")));
        says(LEE, "推薦一本書");
        mo.change("lines/shop.yaml", "        channel: [weibo]\n", "");

        assertThat(Replay.of(before, learnt(), past(NOON)).changed())
                .singleElement()
                .satisfies(changed -> {
                    assertThat(changed.turn().talk()).isEqualTo(2);
                    assertThat(changed.then().reply()).contains("你喜歡故事還是詩？").doesNotContain("陳", "朋友");
                    assertThat(changed.now().reply()).contains("上次那本讀完了嗎？");
                    assertThat(changed.turn().around().facts())
                            .containsEntry("orders", Set.of("123456"))
                            .containsEntry("order_no", Set.of("{order_no}"));
                });
    }

    @Test
    void knowsWhetherAnybodyWasThere() {
        around = new Circumstances(false, Map.of());
        says(MEI, "真人");
        around = Circumstances.USUAL;
        says(LEE, "真人");

        var persona = persona();
        var talks = past(NOON);

        assertThat(talks).extracting(turn -> turn.around().attended()).containsExactly(false, true);
        mo.change("persona.yaml", "    closed: ", "    closed: 抱歉，");
        assertThat(Replay.of(LivePersona.learn(persona, new OpenNlpTrainer(), EntityFinders::of), learnt(), talks)
                        .changed())
                .extracting(changed -> changed.turn().talk())
                .containsExactly(1);
    }

    @Test
    void hearsWithinWhatTheirChannelTakes() {
        says(MEI, "推薦一本書");
        var before = learnt();
        mo.change("lines/shop.yaml", "你喜歡故事還是詩？", "你喜歡故事還是詩？告訴我，我就去書架上替你找三本出來看看。");
        var after = learnt();

        assertThat(Replay.of(before, after, past(NOON)).changed())
                .singleElement()
                .matches(changed -> changed.now().reply().contains("找三本出來"));
        limits = new Limits(20, 1, 10, 20, null, Integer.MAX_VALUE, Duration.ZERO, Double.POSITIVE_INFINITY);
        assertThat(past(NOON)).extracting(PastTurn::limits).containsExactly(limits);
    }

    private List<PastTurn> past(Instant since) {
        return new StorePastChats(journal, id -> Optional.of(persona()), channel -> "web", platform -> limits)
                .since("mo", since);
    }

    private LivePersona learnt() {
        return LivePersona.learn(persona(), new OpenNlpTrainer(), EntityFinders::of)
                .guardedBy(Judge.of(mo.read()));
    }

    private Persona persona() {
        return Objects.requireNonNull(
                new PersonaReader().read(directory.resolve("mo")).persona());
    }

    private void says(ConversationId who, String words) {
        hears(who, words);
        understood(who);
    }

    private void hears(ConversationId who, String words) {
        messages++;
        happens(new Happening.Received(
                who, now, "m" + messages, Person.of(who.thread()), new Content.Text(words), now));
    }

    private void understood(ConversationId who) {
        var understood = new Happening.Understood(who, now, "m" + messages, "mo", "1", "zh-Hant", null, 0, "NONE");
        var hearing = around.equals(Circumstances.USUAL) ? null : Json.write(new Hearing(null, around));
        store.write(who.toString(), transaction -> journal.append(transaction, understood, hearing));
    }

    private void passed(ConversationId who, String owner, long epoch) {
        happens(new Happening.Passed(who, now, epoch, owner, null, null));
    }

    private void happens(Happening happening) {
        store.write(happening.conversation().toString(), transaction -> journal.append(transaction, happening));
    }
}
