package io.renhua.connector.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.Http;
import io.renhua.connector.Recorded;
import io.renhua.connector.Settings;
import io.renhua.connector.Webhook;
import io.renhua.message.Channel;
import io.renhua.message.Content;
import io.renhua.message.Echo;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What our own people write in Slack itself. */
class SlackColleaguesTest {
    private final SlackStand slack = new SlackStand();

    @Test
    void aColleagueWhoAnswersInTheThreadIsNoQuestionToUs() {
        var said = read("U0WU, U0LIN", "colleague-in-thread.json").getFirst();

        assertThat(said.echo()).isEqualTo(new Echo.Said(true));
        assertThat(said.person()).isEqualTo(Person.of("U0LIN"));
        assertThat(said.content()).isEqualTo(new Content.Text("The last box is yours."));
        assertThat(said.conversation())
                .isEqualTo(slack.read("mention-in-thread.json").getFirst().conversation());
    }

    @Test
    void anybodyElseWhoWritesThereIsOnlyOverheard() {
        var said = read("U0WU", "colleague-in-thread.json").getFirst();

        assertThat(said.echo()).isNull();
        assertThat(said.content()).isEqualTo(new Content.Unsupported("overheard message"));
    }

    @Test
    void aColleagueWhoCallsUsByNameAsksUs() {
        var said = read("U0MEI", "mention-in-thread.json").getFirst();

        assertThat(said.echo()).isNull();
        assertThat(said.content()).isEqualTo(new Content.Text("and ?"));
    }

    @Test
    void whoOurPeopleAreIsSaidBySlacksIds() {
        var settings = new Settings(
                "pao-slack", Map.of("signing-secret", SlackStand.SECRET, "bot-token", "xoxb-1", "colleagues", "lin"));
        new SlackPlatform().open(new Channel("pao-slack", "slack"), settings, base -> deaf(), slack.clock);

        assertThat(settings.problems()).singleElement().asString().contains("colleagues", "U012AB3CD");
    }

    private List<Inbound> read(String colleagues, String file) {
        var connector = slack.connector(base -> deaf(), Map.of("colleagues", colleagues));
        var body = Recorded.body("slack/" + file);
        var request = SlackStand.signed(SlackStand.SECRET, SlackStand.NOW.getEpochSecond(), body);
        return ((Webhook.Messages) connector.receive(request)).messages();
    }

    private static Http deaf() {
        return call -> new Http.NotSent("no connection");
    }
}
