package io.renhua.connector.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.message.Content;
import io.renhua.message.Content.Media.Kind;
import io.renhua.message.ConversationId;
import io.renhua.message.Entry;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.message.ReplyHandle;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LineEventTest {
    private static final String MEI = "U000000000000000000000000000mei01";

    private final LineStand line = new LineStand();

    @Test
    void readsATextWithItsReplyToken() {
        var expected = new Inbound(
                "01TESTEVENT000000000000001",
                new ConversationId("pao-line", MEI),
                Person.of(MEI),
                new Content.Text("我的包裹在哪裡？😄"),
                Instant.ofEpochMilli(1_780_000_000_001L),
                new ReplyHandle(
                        "replytoken0000000000000000000001", line.clock.instant().plus(Duration.ofSeconds(50))));

        assertThat(line.read("text")).containsExactly(expected);
    }

    @Test
    void readsEveryEventOfACall() {
        assertThat(line.read("text-two-people"))
                .extracting(message -> message.person().id())
                .containsExactly(MEI, "U00000000000000000000000000ping02");
    }

    @Test
    void answersLinesCheckOfTheAddressWithNothing() {
        assertThat(line.read("no-events")).isEmpty();
    }

    @Test
    void readsMediaAsLinesOwnIdsOrAsAddresses() {
        assertThat(content("image")).isEqualTo(new Content.Media(Kind.IMAGE, "line:460000000000000008", ""));
        assertThat(content("image-external"))
                .isEqualTo(new Content.Media(Kind.IMAGE, "https://pictures.example/box.jpg", ""));
        assertThat(content("video"))
                .isInstanceOfSatisfying(
                        Content.Media.class, media -> assertThat(media.kind()).isEqualTo(Kind.VIDEO));
        assertThat(content("audio"))
                .isInstanceOfSatisfying(
                        Content.Media.class, media -> assertThat(media.kind()).isEqualTo(Kind.VOICE));
        assertThat(content("file"))
                .isInstanceOfSatisfying(
                        Content.Media.class,
                        media -> assertThat(media.description()).isEqualTo("訂單.pdf"));
    }

    @Test
    void readsAPlace() {
        assertThat(content("location")).isEqualTo(new Content.Place(25.0566, 121.5079, "大稻埕碼頭, 台北市大同區民生西路底"));
    }

    @Test
    void hearsAStickerAsItsWords() {
        assertThat(content("sticker")).isEqualTo(new Content.Text("謝謝 鞠躬"));
        assertThat(content("sticker-without-words")).isEqualTo(new Content.Unsupported("sticker"));
    }

    @Test
    void readsAPressAndAPickedTime() {
        assertThat(content("postback")).isEqualTo(new Content.Chosen("opening_hours", ""));
        assertThat(content("postback-datetime")).isEqualTo(new Content.Chosen("visit", "2026-12-24T18:30"));
    }

    @Test
    void seesPeopleComeAndGo() {
        assertThat(content("follow")).isEqualTo(new Content.Entered(new Entry.Followed()));
        assertThat(content("join")).isEqualTo(new Content.Entered(new Entry.Followed()));
        assertThat(content("unfollow")).isEqualTo(new Content.Entered(new Entry.Left()));
        assertThat(content("leave")).isEqualTo(new Content.Entered(new Entry.Left()));
    }

    @Test
    void inAGroupListensOnlyWhenCalledByName() {
        assertThat(content("text-group")).isEqualTo(new Content.Unsupported("overheard text"));
        assertThat(content("text-room-mention-of-another")).isEqualTo(new Content.Unsupported("overheard text"));
        assertThat(content("text-group-mention")).isEqualTo(new Content.Text("幾點開門"));
    }

    @Test
    void ourNameAloneIsAKnockAtTheDoor() {
        assertThat(content("text-group-mention-alone")).isEqualTo(new Content.Entered(new Entry.Opened()));
    }

    @Test
    void aGroupIsOneConversationOfManyPeople() {
        var message = line.read("text-group-mention").getFirst();

        assertThat(message.conversation().thread()).isEqualTo("C0000000000000000000000000group1");
        assertThat(message.person().id()).isEqualTo(MEI);
    }

    @Test
    void staysSilentWhileAnotherModuleOwnsTheChat() {
        var message = line.read("text-standby").getFirst();

        assertThat(message.content()).isEqualTo(new Content.Unsupported("standby message"));
        assertThat(message.reply()).isNull();
    }

    @Test
    void keepsWhatItDoesNotKnowByName() {
        assertThat(content("unsend")).isEqualTo(new Content.Unsupported("unsend"));
        assertThat(content("beacon")).isEqualTo(new Content.Unsupported("beacon"));
        assertThat(line.read("unknown"))
                .extracting(Inbound::content)
                .containsExactly(new Content.Unsupported("greatNewFeature"), new Content.Unsupported("hologram"));
    }

    @Test
    void tellsEventsWithoutAnIdApart() {
        assertThat(line.read("unknown"))
                .extracting(Inbound::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> !id.isBlank());
    }

    private Content content(String name) {
        return line.read(name).getFirst().content();
    }
}
