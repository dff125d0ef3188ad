package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.journal.Happening.Said;
import io.renhua.journal.Happening.Settled;
import io.renhua.journal.Happening.Settled.State;
import io.renhua.journal.Happening.Understood;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Outbound;
import io.renhua.message.Person;
import io.renhua.store.LooseDisk;
import io.renhua.store.Store;
import io.renhua.store.StoreAway;
import io.renhua.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power goes while a node takes, answers and sends, on a disk that keeps what was forced, and of the rest what chance will.
 * PostgreSQL forces its own log, and is refused where it does not.
 */
class PowerCutTest {
    private static final long SEED = Long.getLong("renhua.power.seed", 20_261_127);
    private static final int CUTS = 12;
    private static final int WRITERS = 8;

    private final Clock clock =
            Clock.offset(Clock.systemUTC(), Duration.between(Clock.systemUTC().instant(), Room.NOON));
    private final Random chance = new Random(SEED);
    private final Queue<String> taken = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();

    @TempDir
    private Path folder;

    @Test
    void losesNothingThatWasAcknowledged() throws IOException {
        try (var disk = LooseDisk.in(folder)) {
            assertThat(wrongAfterCuts(disk, CUTS)).as("seed %d", SEED).isEmpty();
        }
    }

    @Test
    void noticesADiskThatSaysItHasForcedWhatItHasNot() throws IOException {
        try (var disk = LooseDisk.in(folder)) {
            Store.open(disk.store()).close(); // or nothing could be opened, and nothing be missed
            disk.lie();

            assertThat(wrongAfterCuts(disk, 3)).isNotEmpty();
        }
    }

    private List<String> wrongAfterCuts(LooseDisk disk, int many) throws IOException {
        var cuts = new ArrayList<Cut>();
        try (var node = new WorkingNode(Store.open(disk.store()), clock, Room::meaning);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            write(node, threads);
            for (int number = 0; number < many; number++) {
                int enough = taken.size() + 1 + chance.nextInt(40);
                await().until(() -> taken.size() >= enough);
                cuts.add(cut(disk, node, Files.createDirectory(folder.resolve("cut" + number))));
            }
            over.set(true);
        }
        return cuts.stream().flatMap(cut -> wrong(cut).stream()).toList();
    }

    private void write(WorkingNode node, ExecutorService threads) {
        for (int writer = 0; writer < WRITERS; writer++) {
            var person = new ConversationId("pao-line", "U" + writer);
            var _ = threads.submit(() -> {
                for (int number = 0; !over.get(); number++) {
                    write(node, person, person.thread() + "-" + number);
                }
            });
        }
    }

    private void write(WorkingNode node, ConversationId person, String id) {
        try {
            node.inbox.accept(List.of(says(person, id)));
            taken.add(id);
        } catch (StoreAway e) {
            // the platform is told to come again, and need not
        }
    }

    private static Inbound says(ConversationId person, String id) {
        return new Inbound(id, person, Person.of(person.thread()), new Content.Text("推薦一本書"), Room.NOON, null);
    }

    /**
     * What had happened when the power went.
     *
     * @param acknowledged the messages of which their platform was told that they are kept
     * @param heard the calls that the platform had taken
     */
    private record Cut(Path left, Set<String> acknowledged, Set<String> heard) {}

    private Cut cut(LooseDisk disk, WorkingNode node, Path into) {
        var acknowledged = Set.copyOf(taken);
        var heard = node.platform.calls().map(Outbound::id).collect(Collectors.toSet());
        disk.cut(chance, into);
        return new Cut(into, acknowledged, heard);
    }

    /** Starts a node on what is left, and lets it come to an end. */
    private List<String> wrong(Cut cut) {
        var wrong = new ArrayList<String>();
        try (var node = new WorkingNode(Store.open(StoreSettings.inFolder(cut.left())), clock, Room::meaning)) {
            await().atMost(Duration.ofMinutes(1)).until(node::isIdle);
            var handled =
                    node.happened(Understood.class).map(Understood::messageId).toList();
            var said = node.happened(Said.class).map(Said::outboundId).collect(Collectors.toSet());
            var doubted = node.happened(Settled.class)
                    .filter(settled -> settled.state() == State.IN_DOUBT)
                    .map(Settled::outboundId)
                    .collect(Collectors.toSet());
            var again = node.platform.calls().map(Outbound::id).collect(Collectors.toSet());
            tell(wrong, "lost", without(cut.acknowledged(), handled));
            tell(wrong, "handled twice", handled.size() == Set.copyOf(handled).size() ? Set.of() : Set.copyOf(handled));
            tell(wrong, "said without a trace", without(cut.heard(), said));
            again.retainAll(cut.heard());
            tell(wrong, "said twice without a mark", without(again, doubted));
        } catch (StoreAway | IllegalStateException e) {
            wrong.add("cannot be opened: " + e.getMessage());
        }
        return wrong;
    }

    private static Set<String> without(Set<String> these, Collection<String> those) {
        var left = new HashSet<>(these);
        left.removeAll(those);
        return left;
    }

    private static void tell(List<String> wrong, String what, Set<String> which) {
        if (!which.isEmpty()) {
            wrong.add(what + ": " + which);
        }
    }
}
