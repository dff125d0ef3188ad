package io.renhua.connector.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.message.Content;
import io.renhua.message.Content.Media.Kind;
import io.renhua.message.ConversationId;
import io.renhua.message.Entry;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TelegramUpdateTest {
    private final TelegramStand telegram = new TelegramStand();

    @Test
    void readsATextWithWhoWroteIt() {
        var expected = new Inbound(
                "700001",
                new ConversationId("pao-telegram", "200000001"),
                new Person("200000001", "Mei Chen", "zh-hant"),
                new Content.Text("我的包裹在哪裡？😄"),
                Instant.ofEpochSecond(1_780_000_000L),
                null);

        assertThat(telegram.read("text")).containsExactly(expected);
    }

    @Test
    void knowsTheStartButtonFromADeepLink() {
        assertThat(content("start")).isEqualTo(new Content.Entered(new Entry.Opened()));
        assertThat(content("start-scene")).isEqualTo(new Content.Entered(new Entry.Scanned("box-osmanthus")));
    }

    @Test
    void readsMediaAsTelegramsIds() {
        assertThat(content("photo")).isEqualTo(new Content.Media(Kind.IMAGE, "telegram:AgACphoto-large", "是這一盒嗎？"));
        assertThat(content("voice")).isEqualTo(new Content.Media(Kind.VOICE, "telegram:AwADvoice", ""));
        assertThat(content("video")).isEqualTo(new Content.Media(Kind.VIDEO, "telegram:BAADvideo", ""));
        assertThat(content("animation")).isEqualTo(new Content.Media(Kind.VIDEO, "telegram:CgADanimation", ""));
        assertThat(content("document")).isEqualTo(new Content.Media(Kind.FILE, "telegram:BQADdocument", "訂單.pdf"));
    }

    @Test
    void hearsAStickerAsItsEmoji() {
        assertThat(content("sticker")).isEqualTo(new Content.Text("👍"));
    }

    @Test
    void readsPlaces() {
        assertThat(content("location")).isEqualTo(new Content.Place(25.0566, 121.5079, ""));
        assertThat(content("venue")).isEqualTo(new Content.Place(25.0566, 121.5079, "大稻埕碼頭"));
    }

    @Test
    void takesAPhoneNumberOnlyFromItsOwner() {
        assertThat(content("contact")).isEqualTo(new Content.Text("+886900000000"));
        assertThat(content("contact-of-another")).isEqualTo(new Content.Unsupported("contact"));
    }

    @Test
    void readsAPressWithTheWordsOnTheButton() {
        var message = telegram.read("pressed").getFirst();

        assertThat(message.content()).isEqualTo(new Content.Chosen("human", "找真人"));
        assertThat(message.conversation().thread()).isEqualTo("200000001");
        assertThat(content("pressed-inline")).isEqualTo(new Content.Chosen("human", ""));
    }

    @Test
    void inAGroupListensOnlyWhenCalledOrAnswered() {
        assertThat(content("group-overheard")).isEqualTo(new Content.Unsupported("overheard text"));
        assertThat(content("group-mention-of-another")).isEqualTo(new Content.Unsupported("overheard text"));
        assertThat(content("group-mention")).isEqualTo(new Content.Text("早安  幾點開門"));
        assertThat(content("group-reply")).isEqualTo(new Content.Text("那星期天呢"));
        assertThat(content("group-command")).isEqualTo(new Content.Entered(new Entry.Scanned("gift")));
        assertThat(content("group-photo-mention"))
                .isEqualTo(new Content.Media(Kind.IMAGE, "telegram:AgACgroup", "這個？"));
    }

    @Test
    void ourNameAloneIsAKnockAtTheDoor() {
        assertThat(content("group-mention-alone")).isEqualTo(new Content.Entered(new Entry.Opened()));
    }

    @Test
    void aForumTopicIsAConversationOfItsOwn() {
        assertThat(telegram.read("group-mention").getFirst().conversation().thread())
                .isEqualTo("-1001234500001");
        assertThat(telegram.read("forum-topic").getFirst().conversation().thread())
                .isEqualTo("-1001234500001:45");
    }

    @Test
    void seesPeopleBlockUsAndGroupsTakeUsIn() {
        assertThat(content("blocked")).isEqualTo(new Content.Entered(new Entry.Left()));
        assertThat(content("removed-from-group")).isEqualTo(new Content.Entered(new Entry.Left()));
        assertThat(content("added-to-group")).isEqualTo(new Content.Entered(new Entry.Followed()));
        assertThat(content("unblocked")).isEqualTo(new Content.Entered(new Entry.Returned()));
        assertThat(telegram.read("promoted-in-group")).isEmpty();
    }

    @Test
    void doesNotTalkWithBots() {
        assertThat(telegram.read("from-a-bot")).isEmpty();
    }

    @Test
    void keepsWhatItDoesNotKnowByName() {
        assertThat(content("edited")).isEqualTo(new Content.Unsupported("edited_message"));
        assertThat(content("poll")).isEqualTo(new Content.Unsupported("poll"));
        assertThat(content("group-migrated")).isEqualTo(new Content.Unsupported("migrate_to_chat_id"));
        assertThat(content("channel-post")).isEqualTo(new Content.Unsupported("channel_post"));
        assertThat(content("unknown")).isEqualTo(new Content.Unsupported("hologram"));
    }

    private Content content(String name) {
        return telegram.read(name).getFirst().content();
    }
}
