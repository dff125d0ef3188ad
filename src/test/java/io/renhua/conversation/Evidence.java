package io.renhua.conversation;

import io.renhua.journal.Happening;
import io.renhua.journal.Happening.Passed;
import io.renhua.journal.Happening.Received;
import io.renhua.journal.Happening.Said;
import io.renhua.journal.Happening.Settled;
import io.renhua.journal.Happening.Settled.State;
import io.renhua.journal.Happening.Understood;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.message.ConversationId;
import io.renhua.message.Speaker;
import io.renhua.store.Store;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the journal says of a conversation, asked as a judge asks. */
final class Evidence {
    private static final int ALL = 100_000;

    private final List<Happening> happened;

    private Evidence(List<Happening> happened) {
        this.happened = happened;
    }

    static Evidence of(Store store, ConversationId conversation) {
        return new Evidence(new Journal(store)
                .after(conversation, 0, ALL).stream()
                        .map(JournalEntry::happening)
                        .toList());
    }

    /** Messages in the order of their arrival, each as often as it is noted. */
    List<String> received() {
        return of(Received.class).map(Received::messageId).toList();
    }

    /** Messages in the order in which the persona answered, each as often as it did. */
    List<String> answered() {
        return of(Understood.class).map(Understood::messageId).toList();
    }

    /** Calls in the order in which they were said. */
    List<String> said() {
        return of(Said.class).map(Said::outboundId).distinct().toList();
    }

    List<String> agentsWords() {
        return of(Said.class)
                .filter(said -> said.speaker().kind() == Speaker.Kind.HUMAN)
                .map(said -> said.content().asText())
                .toList();
    }

    /** What became of a call, one after the other. */
    List<State> became(String call) {
        return of(Settled.class)
                .filter(settled -> settled.outboundId().equals(call))
                .map(Settled::state)
                .toList();
    }

    /** The epochs that owners began, in the order in which they came. */
    List<Long> epochs() {
        return of(Passed.class).map(Passed::epoch).toList();
    }

    /** Whether a person had the conversation when a message came, or since. */
    boolean aPersonCouldRead(String message) {
        boolean human = false;
        boolean arrived = false;
        for (var happening : happened) {
            switch (happening) {
                case Passed passed -> human = passed.owner().equals("human");
                case Received received when received.messageId().equals(message) -> arrived = true;
                default -> {}
            }
            if (arrived && human) {
                return true;
            }
        }
        return false;
    }

    /** Whether a person took the conversation over after a call was said. */
    boolean aPersonCameAfter(String call) {
        Predicate<Happening> saysIt =
                happening -> happening instanceof Said said && said.outboundId().equals(call);
        return happened.stream()
                .dropWhile(saysIt.negate())
                .anyMatch(happening ->
                        happening instanceof Passed passed && passed.owner().equals("human"));
    }

    private <T extends Happening> Stream<T> of(Class<T> kind) {
        return happened.stream().filter(kind::isInstance).map(kind::cast);
    }
}
