package io.renhua.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.dialogue.Dialogue;
import io.renhua.dialogue.DialogueState;
import io.renhua.dialogue.Heard;
import io.renhua.dialogue.Hearing;
import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.Moment;
import io.renhua.dialogue.Move;
import io.renhua.dialogue.Outlook;
import io.renhua.dialogue.Reason;
import io.renhua.dialogue.Step;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Entry;
import io.renhua.message.Limits;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import io.renhua.nlu.EntityFinders;
import io.renhua.nlu.OpenNlpTrainer;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Reading;
import io.renhua.store.Database;
import io.renhua.store.Json;
import io.renhua.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class StoreExplanationsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final ConversationId MEI = new ConversationId("pao-line", "mei");
    private static final Reading SCRIPT = new PersonaReader().read(Path.of("src/test/resources/personas/mo"));
    private static final LivePersona MO =
            LivePersona.learn(Objects.requireNonNull(SCRIPT.persona()), new OpenNlpTrainer(), EntityFinders::of);

    private final Store store;
    private final Journal journal;
    private final Explanations explanations;
    private final Dialogue dialogue = new Dialogue();
    private DialogueState state = DialogueState.NEW;
    private int count;

    StoreExplanationsTest(Database database) {
        store = database.open();
        journal = new Journal(store);
        explanations = new StoreExplanations(
                journal,
                new Scripts((persona, version) ->
                        version.equals(MO.persona().version()) ? Optional.of(SCRIPT) : Optional.empty()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void tellsWhatWasHeardTheNearestExampleAndWhereTheSentenceStands() {
        says("訂單MO1234寄出了嗎");

        var why = explanations.last("mo", 1).getFirst();

        assertThat(why.source()).isEqualTo("order_status");
        assertThat(why.heard()).containsExactly("訂單{order_no}寄出了嗎");
        assertThat(why.said()).startsWith("{order_no}出發了");
        var script = Objects.requireNonNull(why.script());
        assertThat(Objects.requireNonNull(script.nearest()).words()).isEqualTo("訂單{order_no}寄出了嗎");
        assertThat(script.nearest().place()).hasToString("mo/lines/shop.yaml:6");
        assertThat(script.place()).hasToString("mo/lines/shop.yaml:14");
        assertThat(script.ways()).hasSize(2);
    }

    @Test
    void tellsOfEachBubbleThatIsSaidAtOnceTheSame() {
        says("訂單MO1234寄出了嗎", "推薦一本書");

        var all = explanations.last(null, 10);

        assertThat(all.getFirst().trace()).isNotNull();
        assertThat(all)
                .allSatisfy(each -> assertThat(explanations.of(each.bubble())).contains(each));
        assertThat(all.getFirst().heard()).containsExactly("推薦一本書");
    }

    @Test
    void goesWhenTheWordsGo() {
        says("推薦一本書");
        var bubble = explanations.last("mo", 1).getFirst().bubble();

        store.write(MEI.toString(), transaction -> transaction.update("delete from journal where seq = ?", bubble));

        assertThat(explanations.of(bubble)).isEmpty();
        assertThat(store.list("select trace from journal where trace is not null", row -> row.getString(1)))
                .noneMatch(trace -> trace.contains("choosing"));
    }

    @Test
    void saysWhatItCanWhenTheVersionIsNotToBeHad() {
        says("推薦一本書");
        var elsewhere = new StoreExplanations(journal, new Scripts((persona, version) -> Optional.empty()));

        var why = elsewhere.last("mo", 1).getFirst();

        assertThat(why.script()).isNull();
        assertThat(why.heard()).containsExactly("…");
        assertThat(Objects.requireNonNull(why.trace()).reason()).isEqualTo(new Reason.Surely());
        assertThat(new Prose("zh-Hans").of(why)).isNotEmpty();
    }

    @Test
    void knowsNothingOfWhatPeopleSayOrWhatIsNotThere() {
        says("推薦一本書");

        assertThat(explanations.of(1)).isEmpty();
        assertThat(explanations.of(4711)).isEmpty();
        assertThat(explanations.last("pao", 5)).isEmpty();
    }

    @Test
    void tellsHowNearTheLinesCameToWhatWasNotUnderstoodAndWhatWasSaidToIt() {
        says("推薦一本書");
        says("書店的貓今天在嗎");

        var missed = explanations.lastMissed("mo", 5);

        assertThat(missed).singleElement().satisfies(why -> {
            assertThat(why.isMissed()).isTrue();
            assertThat(why.heard()).containsExactly("書店的貓今天在嗎");
            assertThat(why.said()).isNotEmpty();
            var reading =
                    Objects.requireNonNull(Objects.requireNonNull(why.trace()).reading());
            assertThat(reading.lines()).isNotEmpty().allMatch(line -> line.confidence() < 0.6);
            assertThat(explanations.of(why.bubble())).contains(why); // by the person's own bubble
            assertThat(new Prose("zh-Hant").of(why))
                    .extracting(Prose.Paragraph::title)
                    .contains("聽到", "理解成", "因為", "回了什麼", "版本")
                    .doesNotContain("出自");
            assertThat(new Prose("zh-Hant").heading(why)).isEqualTo("沒聽懂");
        });
        assertThat(explanations.lastMissed("pao", 5)).isEmpty();
    }

    @Test
    void asksOfNobodyWhoOnlyCameInWhyTheyWereNotUnderstood() {
        store.write(MEI.toString(), transaction -> {
            journal.append(
                    transaction,
                    new Happening.Received(
                            MEI, NOON, "in", Person.of("mei"), new Content.Entered(new Entry.Opened()), NOON));
            journal.append(
                    transaction,
                    new Happening.Understood(MEI, NOON, "in", "mo", MO.persona().version(), "zh-Hant", null, 0, "NO"));
        });

        assertThat(explanations.lastMissed(null, 5)).isEmpty();
        assertThat(explanations.of(1)).isEmpty();
    }

    @Test
    void saysThatNothingWasNotedOfWhatWasMissedBefore() {
        store.write(MEI.toString(), transaction -> {
            journal.append(
                    transaction,
                    new Happening.Received(MEI, NOON, "old", Person.of("mei"), new Content.Text("嗚啦啦"), NOON));
            journal.append(
                    transaction,
                    new Happening.Understood(
                            MEI, NOON, "old", "mo", MO.persona().version(), "zh-Hant", null, 0.1, "NO"));
        });

        var why = explanations.lastMissed(null, 1).getFirst();

        assertThat(why.trace()).isNull();
        assertThat(new Prose("en").of(why))
                .flatExtracting(Prose.Paragraph::sentences)
                .contains("it was heard before such was noted", "nothing");
    }

    @Test
    void takesLittleRoom() {
        says("訂單MO1234寄出了嗎");
        says("推薦一本書");
        says("嗚啦啦");

        var sizes = store.list("select trace from journal where trace is not null", row -> row.getString(1)).stream()
                .map(trace -> trace.getBytes(StandardCharsets.UTF_8).length)
                .toList();
        assertThat(sizes).isNotEmpty().allMatch(size -> size <= 1_000, "is at most 1 kB");
    }

    /** In one breath; as a turn enters it. */
    private void says(String... bubbles) {
        var moment = new Moment(NOON, null, "line", Limits.NONE, Map.of(), false, Outlook.OPEN);
        var contents = List.of(bubbles).stream().<Content>map(Content.Text::new).toList();
        var heard = MO.hear(contents, state, moment);
        var upshot = dialogue.next(MO.persona(), state, heard);
        state = upshot.whole().state();
        store.write(MEI.toString(), transaction -> {
            var ids = new ArrayList<String>();
            for (var content : contents) {
                ids.add("m" + count++);
                journal.append(
                        transaction, new Happening.Received(MEI, NOON, ids.getLast(), Person.of("mei"), content, NOON));
            }
            var messages = ids.iterator();
            var steps = upshot.each().iterator();
            for (var each : heard) {
                var step = steps.next();
                var hearing =
                        Hearing.of(MO.persona(), each, step).map(Json::write).orElse(null);
                for (int bubble = 0; bubble < each.bubbles(); bubble++) {
                    journal.append(transaction, understood(messages.next(), step, each), hearing);
                }
            }
            upshot.whole().moves().forEach(move -> {
                if (move instanceof Move.Say say) {
                    var trace = Json.write(say.trace());
                    for (int i = 0; i < say.bubbles().size(); i++) {
                        journal.append(transaction, said(say, i), i == 0 ? trace : null);
                    }
                }
            });
        });
    }

    private static Happening understood(String message, Step step, Heard heard) {
        return new Happening.Understood(
                MEI,
                NOON,
                message,
                "mo",
                MO.persona().version(),
                "zh-Hant",
                step.intent(),
                step.confidence(),
                heard.ranking().band().name());
    }

    private static Happening said(Move.Say say, int bubble) {
        return new Happening.Said(
                MEI,
                NOON,
                "out",
                say.bubbles().get(bubble),
                new Speaker(Speaker.Kind.BOT, "小墨"),
                0,
                "mo",
                MO.persona().version(),
                say.source());
    }
}
