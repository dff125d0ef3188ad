package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.door.SideDoor;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Speaker;
import io.renhua.publishing.Audience;
import io.renhua.publishing.Editions;
import io.renhua.publishing.Release;
import io.renhua.publishing.StorePublications;
import io.renhua.store.Store;
import io.renhua.store.StoreSettings;
import io.renhua.why.DoorExplanations;
import io.renhua.why.Explanation;
import io.renhua.why.Scripts;
import io.renhua.why.StoreExplanations;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why something was said, asked while a server has the store open and while none has. */
class LocalExplanationsTest {
    private static final Path PAO = Path.of("personas/pao");

    @TempDir
    private Path data;

    @Test
    void readsTheStoreItselfWhenNobodyServes() {
        try (var store = Store.open(StoreSettings.inFolder(data))) {
            something(store);
        }

        try (var explanations = LocalExplanations.open(configuration())) {
            tells(explanations.last("pao", 1));
        }
    }

    @Test
    void asksTheServerWhichHasTheStore() {
        try (var store = Store.open(StoreSettings.inFolder(data))) {
            something(store);
            var publications = new StorePublications(store, Clock.systemUTC());
            var inTheStore = new StoreExplanations(
                    new Journal(store), new Scripts(new SpokenScripts(publications, Path.of("nowhere"))));
            try (var door = new SideDoor(data, DoorExplanations.service(inTheStore))) {
                door.start();
                try (var explanations = LocalExplanations.open(configuration())) {
                    tells(explanations.last("pao", 1));
                    var bubble = explanations.last(null, 1).getFirst().bubble();
                    assertThat(explanations.of(bubble)).isEqualTo(inTheStore.of(bubble));
                    assertThat(explanations.of(bubble + 1)).isEmpty();
                }
            }
        }
    }

    /** By the version that spoke, wherever its files are now. */
    private static void tells(List<Explanation> last) {
        var script = Objects.requireNonNull(last.getFirst().script());
        var place = Objects.requireNonNull(script.place());
        assertThat(place.file()).isEqualTo("pao/persona.yaml");
        assertThat(place.line()).isGreaterThan(1);
    }

    private static void something(Store store) {
        var address = "0123456789abcdef";
        new StorePublications(store, Clock.systemUTC())
                .publish(
                        new Release("pao", address, "1", new Audience.Everybody(), "mei", "the first", null, true),
                        Optional.of(Editions.pack(PAO)));
        var conversation = new ConversationId("web-pao", "mei");
        var said = new Happening.Said(
                conversation,
                Instant.parse("2026-11-23T04:00:00Z"),
                "o",
                new Content.Text("我是AI。"),
                new Speaker(Speaker.Kind.BOT, "泡小拾"),
                0,
                "pao",
                "1@0123456789ab",
                "disclosure.first");
        var trace = "{\"reason\":{\"is\":\"Machine\",\"again\":false},\"locale\":\"zh-Hant\",\"held\":[]}";
        store.write(conversation.toString(), transaction -> new Journal(store).append(transaction, said, trace));
    }

    private Configuration configuration() {
        return new Configuration(
                data,
                new StorePlace("", ""),
                null,
                Path.of("personas"),
                URI.create("http://localhost:8080"),
                io.renhua.conversation.Patience.NONE,
                new Manner(false, false, Set.of(), null),
                DeskSettings.STANDARD,
                Map.of(),
                List.of());
    }
}
