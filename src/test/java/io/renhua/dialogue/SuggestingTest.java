package io.renhua.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.dialogue.Suggestion.Closeness;
import io.renhua.message.Content;
import io.renhua.message.Limits;
import io.renhua.nlu.EntityFinders;
import io.renhua.nlu.OpenNlpTrainer;
import io.renhua.persona.PersonaFolder;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Reading;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestingTest {
    private static final LivePersona MO = learnt(new PersonaReader().read(PersonaFolder.MO));
    private static final Moment NOON =
            new Moment(Instant.parse("2026-11-23T04:00:00Z"), null, "web", Limits.NONE, Map.of(), false, Outlook.OPEN);

    @Test
    void findsWhatThePersonaWouldAnswer() {
        assertThat(to("推薦一本書")).singleElement().satisfies(found -> {
            assertThat(found.line()).isEqualTo("pick_book");
            assertThat(found.text()).isEqualTo("你喜歡故事還是詩？");
            assertThat(found.closeness()).isEqualTo(Closeness.SURE);
        });
    }

    @Test
    void fillsItWithWhatIsKnownAndLooksUpWhatIsAskedFor() {
        assertThat(to("訂單MO1234寄出了嗎"))
                .singleElement()
                .satisfies(found ->
                        assertThat(found.text()).startsWith("MO1234出發了").doesNotContain("{"));
    }

    @Test
    void asksFirstForWhatTheAnswerNeeds() {
        assertThat(to("查一下訂單")).singleElement().satisfies(found -> {
            assertThat(found.line()).isEqualTo("order_status");
            assertThat(found.text()).isEqualTo("訂單號是多少？");
            assertThat(found.source()).isEqualTo("forms.order_lookup.order_no");
        });
    }

    @Test
    void answersEachThingThatWasSaidInSeveralBubbles() {
        assertThat(to("推薦一本書", "訂單MO1234寄出了嗎"))
                .extracting(Suggestion::line)
                .containsExactlyInAnyOrder("pick_book", "order_status");
    }

    @Test
    void speaksTheirLanguage() {
        assertThat(to("查一下订单"))
                .singleElement()
                .satisfies(found -> assertThat(found.text()).isEqualTo("订单号是多少？"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"你是真人嗎", "我想死", "轉人工", "嗚啦啦", ""})
    void leavesToPeopleWhatIsTheMachinesAloneOrWasNotUnderstood(String words) {
        assertThat(to(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "says: 我是店裡的AI小幫手。",
                "says: 上次聊的{last_topic}，還在。",
                "says: 我找人來。\n    hands_off: fallback",
            })
    void leavesOutWhatAPersonCannotSay(String says, @TempDir Path directory) {
        assertThat(to(whoWrites(directory, says), "這是誰寫的")).isEmpty();
    }

    @Test
    void takesALineLikeThatWhichAPersonCanSay(@TempDir Path directory) {
        assertThat(to(whoWrites(directory, "says: 店裡的人寫的。"), "這是誰寫的"))
                .extracting(Suggestion::text)
                .containsExactly("店裡的人寫的。");
    }

    private static LivePersona whoWrites(Path directory, String says) {
        return learnt(PersonaFolder.copiedTo(directory)
                .change("lines/shop.yaml", "lines:\n", line("[這是誰寫的, 誰在這裡寫字, 是誰打的字]", says))
                .change(
                        "locales/en/lines/shop.yaml",
                        "lines:\n",
                        line("[who writes this]", says.lines().findFirst().orElseThrow()))
                .read());
    }

    private static String line(String asks, String says) {
        return "lines:\n\n  who_writes:\n    asks: " + asks + "\n    " + says + "\n";
    }

    private static LivePersona learnt(Reading read) {
        return LivePersona.learn(
                Objects.requireNonNull(read.persona(), () -> read.problems().toString()),
                new OpenNlpTrainer(),
                EntityFinders::of);
    }

    private static List<Suggestion> to(String... bubbles) {
        return to(MO, bubbles);
    }

    private static List<Suggestion> to(LivePersona live, String... bubbles) {
        return new Suggesting(live, DialogueState.NEW, NOON)
                .to(Stream.of(bubbles).<Content>map(Content.Text::new).toList());
    }
}
