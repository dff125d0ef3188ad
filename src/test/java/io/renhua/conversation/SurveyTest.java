package io.renhua.conversation;

import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Closed;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ratings;
import io.renhua.journal.Happening.Noted;
import io.renhua.journal.Happening.Said;
import io.renhua.message.Choice;
import io.renhua.message.Content;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.store.Database;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people are asked when a person's help is over, and what becomes of what they say. */
@ParameterizedClass
@EnumSource(Database.class)
class SurveyTest {
    private static final String QUESTION = "剛才幫得上忙嗎？回一個數字就好。";
    private static final String THANKS = "收到，謝謝你。";

    private final Room room;
    private final Ratings ratings = new Ratings();
    private int messages;

    SurveyTest(Database database) {
        room = Room.attended(database);
        room.agents.seen("lin");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void asksOnceTheHelpIsOverAndNotWhileItCanBeTakenBack() {
        withLin();
        room.live.resolve(PERSON, "lin", "parcel");
        assertThat(room.said()).doesNotContain(QUESTION);

        passes(Duration.ofSeconds(31));

        assertThat(last()).isInstanceOfSatisfying(Content.Choices.class, asked -> {
            assertThat(asked.prompt()).isEqualTo(QUESTION);
            assertThat(asked.choices())
                    .hasSize(5)
                    .startsWith(new Choice("rating.1", "1 很不好"))
                    .endsWith(new Choice("rating.5", "5 很好"));
        });
        assertThat(notes()).containsExactly("asked");
    }

    @ParameterizedTest
    @CsvSource({"4,4", "５,5", "3分,3", "五星,5", "1 很不好,1", "⭐⭐⭐,3", "2!,2"})
    void takesATypedNumberForWhatItIs(String said, int points) {
        over();

        they(new Content.Text(said));

        assertThat(asked().score()).isEqualTo(points);
        assertThat(asked().agent()).isEqualTo("lin");
        assertThat(last().asText()).startsWith(THANKS);
        assertThat(notes()).containsExactly("asked", String.valueOf(points));
        assertThat(room.desk.ownerOf(PERSON)).isInstanceOf(Closed.class); // nothing was asked of anybody
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "推薦一本書", "3本", "真人"})
    void answersWhateverElseTheyWrite(String said) {
        over();

        they(new Content.Text(said));

        assertThat(asked().score()).isNull();
        assertThat(room.said()).doesNotContain(THANKS);
        assertThat(room.desk.ownerOf(PERSON)).isNotInstanceOf(Closed.class);
    }

    @Test
    void keepsWhatTheySayBesidesTheNumberAndTakesNothingElseForIt() {
        over();
        they(new Content.Chosen("rating.2", "2 不太好"));
        assertThat(last())
                .isInstanceOfSatisfying(
                        Content.Choices.class,
                        thanks -> assertThat(thanks.choices()).containsExactly(new Choice("rating.why", "想多說兩句")));

        they(new Content.Chosen("rating.why", "想多說兩句"));
        assertThat(last().asText()).isEqualTo("請說，會原話交給同事。");
        they(new Content.Text("等太久了，推薦一本書也沒有"));

        assertThat(asked().score()).isEqualTo(2);
        assertThat(asked().remark()).isEqualTo("等太久了，推薦一本書也沒有");
        assertThat(last().asText()).isEqualTo("交給同事了，謝謝你說。");
        they(new Content.Text("推薦一本書"));
        assertThat(asked().remark()).isEqualTo("等太久了，推薦一本書也沒有");
        assertThat(room.desk.ownerOf(PERSON)).isInstanceOf(Bot.class);
    }

    @Test
    void answersAsEverWhoeverWantedToSayMoreAndDidNot() {
        over();
        they(new Content.Chosen("rating.5", ""));
        they(new Content.Chosen("rating.why", ""));

        passes(Duration.ofMinutes(11));
        they(new Content.Text("推薦一本書"));

        assertThat(asked().remark()).isNull();
        assertThat(room.desk.ownerOf(PERSON)).isInstanceOf(Bot.class);
    }

    @Test
    void keepsAPressedNumberWithoutAWordWhileAPersonHasTheWord() {
        over();
        room.live.claim(PERSON, "lin", "Lin");
        var before = room.said().size();

        they(new Content.Chosen("rating.4", "4 不錯"));

        assertThat(asked().score()).isEqualTo(4);
        assertThat(room.said()).hasSize(before);
        assertThat(room.desk.ownerOf(PERSON)).isInstanceOf(Human.class);
    }

    @Test
    void letsThemThinkAgain() {
        over();
        they(new Content.Chosen("rating.1", ""));
        they(new Content.Chosen("rating.5", ""));

        assertThat(asked().score()).isEqualTo(5);
    }

    @Test
    void asksNobodyTwiceInAWeek() {
        over();
        withLin();
        room.live.resolve(PERSON, "lin", "again");
        passes(Duration.ofSeconds(31), "lin");

        assertThat(room.said().stream().filter(said -> said.startsWith(QUESTION)))
                .hasSize(1);
        assertThat(notes()).containsExactly("asked", "lately");

        passes(Duration.ofDays(7), "lin");
        withLin();
        room.live.resolve(PERSON, "lin", "parcel");
        passes(Duration.ofSeconds(31), "lin");
        assertThat(notes()).containsExactly("asked", "lately", "asked");
    }

    @Test
    void asksNobodyWhoSpokeOfDangerOrWasAbusive() {
        they(new Content.Text("我不想活了"));
        room.live.claim(PERSON, "lin", "Lin");
        room.live.resolve(PERSON, "lin", "crisis");

        passes(Duration.ofSeconds(31), "lin");

        assertThat(room.said()).doesNotContain(QUESTION);
        assertThat(notes()).containsExactly("sensitive");
    }

    @Test
    void asksNobodyWhoWroteMeanwhile() {
        withLin();
        room.live.resolve(PERSON, "lin", "parcel");
        they(new Content.Text("推薦一本書"));

        passes(Duration.ofSeconds(31), "lin");

        assertThat(room.said()).doesNotContain(QUESTION);
    }

    private void over() {
        withLin();
        room.live.resolve(PERSON, "lin", "parcel");
        passes(Duration.ofSeconds(31), "lin");
    }

    private void withLin() {
        they(new Content.Text("真人"));
        room.live.claim(PERSON, "lin", "Lin");
    }

    private void they(Content content) {
        messages++;
        var id = "m" + messages;
        room.handler()
                .handle(room.arrive(new Inbound(id, PERSON, Person.of("U1"), content, room.clock.instant(), null)));
    }

    private Content last() {
        return room.happened(Said.class).getLast().content();
    }

    private Ratings.Asked asked() {
        return ratings.latest(room.store, PERSON).orElseThrow();
    }

    private List<String> notes() {
        return room.happened(Noted.class).stream()
                .filter(note -> note.kind().equals(Survey.NOTE))
                .map(Noted::why)
                .toList();
    }

    /** Time passes while these have the desk open, and what is due happens. */
    private void passes(Duration time, String... there) {
        room.clock.advance(time);
        for (var agent : there) {
            room.agents.seen(agent);
        }
        room.alarms.ring(PERSON);
    }
}
