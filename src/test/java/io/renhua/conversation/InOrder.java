package io.renhua.conversation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.journal.Happening;
import io.renhua.journal.Happening.Received;
import io.renhua.journal.Happening.Said;
import io.renhua.journal.Happening.Settled;
import io.renhua.journal.Happening.Understood;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.message.ConversationId;
import io.renhua.message.Outbound;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the journal and the platform must agree on when everything that came was answered once, in its order. */
record InOrder(List<Happening> happenings, List<Outbound> calls) {

    InOrder(Journal journal, Stream<Outbound> calls) {
        this(journal.all(0, 1_000_000).stream().map(JournalEntry::happening).toList(), calls.toList());
    }

    void assertAnsweredOnce(int messages) {
        assertThat(happened(Received.class)).hasSize(messages);
        assertThat(byConversation(Understood.class, Understood::messageId))
                .isEqualTo(byConversation(Received.class, Received::messageId));
        assertThat(calls).extracting(Outbound::id).doesNotHaveDuplicates();
        assertThat(happened(Settled.class)).allMatch(settled -> settled.state() == Settled.State.SENT);
        assertThat(byConversation(Settled.class, Settled::outboundId)).isEqualTo(said());
        assertThat(calls).hasSize((int) happened(Settled.class).count());
    }

    private Map<ConversationId, List<String>> said() {
        var said = byConversation(Said.class, Said::outboundId);
        said.replaceAll((_, ids) -> ids.stream().distinct().toList()); // a call carries several bubbles
        return said;
    }

    private <T extends Happening> Map<ConversationId, List<String>> byConversation(
            Class<T> kind, Function<T, String> id) {
        return happened(kind).collect(groupingBy(Happening::conversation, HashMap::new, mapping(id, toList())));
    }

    private <T extends Happening> Stream<T> happened(Class<T> kind) {
        return happenings.stream().filter(kind::isInstance).map(kind::cast);
    }
}
