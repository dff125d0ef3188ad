package io.renhua.connector.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.Http;
import io.renhua.connector.Recorded;
import io.renhua.connector.Webhook;
import io.renhua.message.Content;
import io.renhua.message.Content.Media.Kind;
import io.renhua.message.ConversationId;
import io.renhua.message.Entry;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackEventTest {
    private final SlackStand slack = new SlackStand();

    @Test
    void readsADirectMessage() {
        var expected = new Inbound(
                "D0MEI:1780000001.000100",
                new ConversationId("pao-slack", "D0MEI"),
                Person.of("U0MEI"),
                new Content.Text("我的包裹在哪裡？😄"),
                Instant.ofEpochSecond(1_780_000_001L),
                null);

        assertThat(slack.read("direct.json")).containsExactly(expected);
    }

    @Test
    void readsSlacksWritingAsPeopleSeeIt() {
        assertThat(content("direct-entities.json"))
                .isEqualTo(new Content.Text("1 < 2 && @U0MING saw the box in #tea &lt; @here"));
    }

    @Test
    void answersAMentionInAThread() {
        var message = slack.read("mention.json").getFirst();

        assertThat(message.content()).isEqualTo(new Content.Text("are you open on Sunday?"));
        assertThat(message.conversation().thread()).isEqualTo("C0TEA:1780000010.000300");
        assertThat(slack.read("mention-in-thread.json").getFirst().conversation())
                .isEqualTo(message.conversation());
        assertThat(content("mention-in-thread.json")).isEqualTo(new Content.Text("and ?"));
    }

    @Test
    void aMentionThatComesByBothSubscriptionsIsOneMessage() {
        var mention = slack.read("mention.json").getFirst();
        var message = slack.read("mention-as-message.json").getFirst();

        assertThat(message.id()).isEqualTo(mention.id());
        assertThat(message.content()).isEqualTo(mention.content());
        assertThat(message.conversation()).isEqualTo(mention.conversation());
    }

    @Test
    void whatItMerelyOverhearsNeverHidesAMention() {
        var overheard = ((Webhook.Messages) slack.receive(withoutAuthorizations("slack/mention-as-message.json")))
                .messages()
                .getFirst();

        assertThat(overheard.content()).isEqualTo(new Content.Unsupported("overheard message"));
        assertThat(overheard.id())
                .isNotEqualTo(slack.read("mention.json").getFirst().id());
    }

    private static String withoutAuthorizations(String name) {
        return new String(Recorded.body(name), StandardCharsets.UTF_8).replace("authorizations", "authorizations_gone");
    }

    @Test
    void takesTheFirstNameOfAMentionForOursWhereNothingSaysWhoWeAre() {
        assertThat(content("mention-of-nobody-known.json")).isEqualTo(new Content.Text("hello"));
    }

    @Test
    void ourNameAloneIsAKnockAtTheDoor() {
        assertThat(content("mention-alone.json")).isEqualTo(new Content.Entered(new Entry.Opened()));
    }

    @Test
    void inAChannelListensOnlyWhenCalled() {
        assertThat(content("channel.json")).isEqualTo(new Content.Unsupported("overheard message"));
    }

    @Test
    void aThreadInADirectMessageIsAConversationOfItsOwn() {
        assertThat(slack.read("direct-thread.json").getFirst().conversation().thread())
                .isEqualTo("D0MEI:1780000003.000200");
        assertThat(slack.read("thread-broadcast.json").getFirst().conversation().thread())
                .isEqualTo("D0MEI:1780000003.000200");
    }

    @Test
    void readsEachFile() {
        assertThat(slack.read("files.json"))
                .extracting(Inbound::content)
                .containsExactly(
                        new Content.Media(Kind.IMAGE, "slack:F0BOX", "look at these"),
                        new Content.Media(Kind.FILE, "slack:F0BILL", "bill.pdf"));
        assertThat(slack.read("files.json")).extracting(Inbound::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "own-echo",
                "own-echo-without-bot-id",
                "other-bot",
                "other-bot-mention",
                "bot-message",
                "channel-join",
                "message-changed",
                "own-reaction"
            })
    void doesNotTalkWithItselfNorWithBotsNorAboutMessages(String name) {
        assertThat(slack.read(name + ".json")).isEmpty();
    }

    @Test
    void knowsItselfByItsConfiguredIdToo() {
        var configured = slack.connector(base -> call -> new Http.NotSent(""), Map.of("bot-user-id", "U0MEI"));
        var request = SlackStand.signed(
                SlackStand.SECRET, SlackStand.NOW.getEpochSecond(), Recorded.body("slack/direct.json"));

        assertThat(((Webhook.Messages) configured.receive(request)).messages()).isEmpty();
    }

    @Test
    void seesAPaneOpenedAndItselfInvited() {
        var opened = slack.read("assistant-thread.json").getFirst();

        assertThat(opened.content()).isEqualTo(new Content.Entered(new Entry.Opened()));
        assertThat(opened.conversation().thread()).isEqualTo("D0MEI:1780000040.000100");
        assertThat(opened.person()).isEqualTo(Person.of("U0MEI"));
        assertThat(content("bot-joined.json")).isEqualTo(new Content.Entered(new Entry.Followed()));
        assertThat(content("bot-left.json")).isEqualTo(new Content.Entered(new Entry.Left()));
        assertThat(content("somebody-joined.json")).isEqualTo(new Content.Unsupported("member_joined_channel"));
    }

    @Test
    void keepsWhatItDoesNotKnowByName() {
        assertThat(content("reaction.json")).isEqualTo(new Content.Unsupported("reaction_added"));
        assertThat(content("new-subtype.json")).isEqualTo(new Content.Unsupported("hologram"));
        assertThat(content("uninstalled.json")).isEqualTo(new Content.Unsupported("app_uninstalled"));
        assertThat(content("rate-limited.json")).isEqualTo(new Content.Unsupported("app_rate_limited"));
        assertThat(slack.read("rate-limited.json").getFirst().id()).isNotBlank();
    }

    @Test
    void readsAPress() {
        var message = slack.read("press.form").getFirst();

        assertThat(message.content()).isEqualTo(new Content.Chosen("human", "找真人"));
        assertThat(message.id()).isEqualTo("900.100.choice-1");
        assertThat(message.conversation().thread()).isEqualTo("D0MEI");
        assertThat(message.person()).isEqualTo(new Person("U0MEI", "mei", null));
        assertThat(slack.read("press-in-thread.form").getFirst().conversation().thread())
                .isEqualTo("C0TEA:1780000010.000300");
    }

    @Test
    void readsOtherThingsThatCanBePressed() {
        assertThat(content("press-select.form")).isEqualTo(new Content.Chosen("l", "Large"));
        assertThat(content("press-without-value.form")).isEqualTo(new Content.Chosen("feedback", "Send feedback"));
        assertThat(content("press-link.form")).isEqualTo(new Content.Unsupported("link"));
        assertThat(content("view-submission.form")).isEqualTo(new Content.Unsupported("view_submission"));
        assertThat(content("shortcut.form")).isEqualTo(new Content.Unsupported("shortcut"));
    }

    @Test
    void answersACommandToThePersonAlone() {
        var message = slack.read("command.form").getFirst();

        assertThat(message.content()).isEqualTo(new Content.Text("where is my parcel & when"));
        assertThat(message.conversation().thread()).isEqualTo("U0MEI");
        assertThat(message.id()).isEqualTo("900.400.cmd");
        assertThat(content("command-alone.form")).isEqualTo(new Content.Entered(new Entry.Opened()));
        assertThat(slack.read("command-alone.form").getFirst().conversation().thread())
                .isEqualTo("D0MEI");
    }

    private Content content(String file) {
        return slack.read(file).getFirst().content();
    }
}
