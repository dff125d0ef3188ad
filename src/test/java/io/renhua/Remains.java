package io.renhua;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.journal.Happening;
import io.renhua.journal.Happening.Received;
import io.renhua.journal.Happening.Said;
import io.renhua.journal.Happening.Settled;
import io.renhua.journal.Happening.Settled.State;
import io.renhua.journal.Happening.Understood;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import io.renhua.store.StoreSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is in a store when nobody works on it any more. */
final class Remains implements AutoCloseable {
    private final Store store;
    private final List<Happening> happened;

    Remains(StoreSettings place) {
        store = Store.open(place);
        happened = new Journal(store)
                .all(0, 100_000).stream().map(JournalEntry::happening).toList();
    }

    /** A turn notes what each of its messages was taken for, and then what it says. */
    Set<String> answeredMessages() {
        var sent = settled(State.SENT);
        var answered = new HashSet<String>();
        var turns = new HashMap<ConversationId, List<String>>();
        for (var happening : happened) {
            if (happening instanceof Understood understood) {
                turns.computeIfAbsent(understood.conversation(), _ -> new ArrayList<>())
                        .add(understood.messageId());
            } else if (happening instanceof Said said) {
                var turn = turns.remove(said.conversation());
                answered.addAll(turn != null && sent.contains(said.outboundId()) ? turn : List.of());
            }
        }
        return answered;
    }

    /** What people saw: the calls that the platform took, by conversation; a turn's first one may spend its reply. */
    Heard heardBy(LineStandIn line) {
        var byKey = new LinkedHashMap<String, Call>();
        var replies = new HashMap<String, Call>();
        var last = new HashMap<ConversationId, String>();
        for (var happening : happened) {
            if (happening instanceof Understood understood) {
                last.put(understood.conversation(), understood.messageId());
            } else if (happening instanceof Said said) {
                var call = new Call(said.conversation(), said.outboundId());
                byKey.put(call.id(), call);
                replies.put("reply-" + last.get(said.conversation()), call);
            }
        }
        var calls = line.taken().stream()
                .map(key -> byKey.getOrDefault(key, replies.get(key)))
                .toList();
        assertThat(calls).doesNotContainNull();
        return new Heard(List.copyOf(byKey.values()), calls);
    }

    Set<String> doubted() {
        return settled(State.IN_DOUBT);
    }

    boolean handledOnce() {
        var ids = of(Understood.class).map(Understood::messageId).toList();
        return ids.size() == Set.copyOf(ids).size();
    }

    boolean handledInTheOrderOfArrival() {
        return byConversation(of(Received.class), Received::messageId)
                .equals(byConversation(of(Understood.class), Understood::messageId));
    }

    private <T extends Happening> Map<Object, List<String>> byConversation(
            Stream<T> happenings, Function<T, String> id) {
        return happenings.collect(Collectors.groupingBy(
                Happening::conversation, HashMap::new, Collectors.mapping(id, Collectors.toList())));
    }

    Set<String> settled(State state) {
        return of(Settled.class)
                .filter(settled -> settled.state() == state)
                .map(Settled::outboundId)
                .collect(toSet());
    }

    private <T> Stream<T> of(Class<T> kind) {
        return happened.stream().filter(kind::isInstance).map(kind::cast);
    }

    @Override
    public void close() {
        store.close();
    }

    /** What was acknowledged was answered, handled once and in the order of its coming, and heard in order and once. */
    void assertNothingLostOrSaidTwice(Collection<String> acknowledged, LineStandIn line) {
        assertThat(answeredMessages()).containsAll(acknowledged);
        assertThat(handledOnce()).isTrue();
        assertThat(handledInTheOrderOfArrival()).isTrue();
        var heard = heardBy(line);
        assertThat(doubted()).containsAll(heard.twice());
        assertThat(heard.inOrder()).isTrue();
    }

    record Call(ConversationId conversation, String id) {}

    /**
     * Calls that the platform took.
     *
     * @param said every call in the order of its saying
     */
    record Heard(List<Call> said, List<Call> calls) {
        Set<String> twice() {
            var once = new HashSet<String>();
            return calls.stream().map(Call::id).filter(id -> !once.add(id)).collect(toSet());
        }

        boolean inOrder() {
            return byConversation(said.stream())
                    .equals(byConversation(calls.stream().distinct()));
        }

        private static Map<Object, List<String>> byConversation(Stream<Call> calls) {
            return calls.collect(Collectors.groupingBy(
                    Call::conversation, HashMap::new, Collectors.mapping(Call::id, Collectors.toList())));
        }
    }
}
