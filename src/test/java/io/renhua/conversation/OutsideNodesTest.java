package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.conversation.TwoNodes.Hold;
import io.renhua.journal.Happening.Passed;
import io.renhua.journal.Happening.Said;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Echo;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A colleague answers in the platform's app, and another node than the one that is about to answer hears of it. */
class OutsideNodesTest {
    private static final ConversationId PERSON = new ConversationId("pao-line", "U1");

    private final TwoNodes nodes = new TwoNodes(LeaseTimes.USUAL);

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void whatTheOtherNodeHearsStopsWhatThisOneIsAboutToSay() {
        var hold = new Hold();
        nodes.one.thinking = hold;
        nodes.other.thinking = hold;
        nodes.start();
        nodes.one.inbox.accept(List.of(TwoNodes.says(PERSON, "m1")));
        hold.awaitArrival();

        nodes.other.inbox.accept(List.of(colleague()));
        hold.letGo();

        await().atMost(Duration.ofMinutes(1)).until(nodes::allSettled);
        assertThat(nodes.happened(Said.class))
                .extracting(said -> said.content().asText())
                .containsExactly("我來");
        assertThat(nodes.happened(Passed.class)).extracting(Passed::owner).containsExactly("outside");
    }

    private static Inbound colleague() {
        var now = Clock.systemUTC().instant();
        var wu = new Person("U9", "Wu", null);
        return new Inbound("e1", PERSON, wu, new Content.Text("我來"), now, null, new Echo.Said(false));
    }
}
