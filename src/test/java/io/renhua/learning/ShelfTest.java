package io.renhua.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renhua.door.Guest;
import io.renhua.door.OutOfReach;
import io.renhua.door.SideDoor;
import io.renhua.message.Content;
import io.renhua.store.Store;
import io.renhua.store.StoreSettings;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was not understood, asked of the process that has the store open. */
class ShelfTest {
    @TempDir
    private Path data;

    private Store store = Store.open(StoreSettings.inMemory("unused"));
    private Life life = new Life(store);
    private Shelf own = new StoreShelf(store, life.catchUp());
    private SideDoor door = new SideDoor(Path.of(""), DoorShelf.service(own));

    @BeforeEach
    void open() {
        store.close();
        store = Store.open(StoreSettings.inFolder(data));
        life = new Life(store);
        own = new StoreShelf(store, life.catchUp());
        door = new SideDoor(data, DoorShelf.service(own));
        door.start();
    }

    @AfterEach
    void close() {
        door.close();
        store.close();
    }

    @Test
    void answersTheSameThroughTheDoor() {
        life.missed("mei", "可以寄到冰島嗎");
        life.doubted("lee", "冰島呢");
        life.understood("lee", new Content.Chosen("shipping", "問運費"), "shipping");
        var decision = new Decision("pao", "冰島呢", Decision.Verdict.MUTED, null, "op", Life.NOON);

        try (var asked = new DoorShelf(new Guest(data))) {
            assertThat(new Guest(data).isHeard()).isTrue();
            assertThat(asked.bubbles("pao")).hasSize(2).isEqualTo(own.bubbles("pao"));
            assertThat(asked.bubbles("orvanne")).isEmpty();

            asked.decide(List.of(decision));
            assertThat(asked.decisions("pao")).containsExactly(decision).isEqualTo(own.decisions("pao"));
        }
    }

    @Test
    void seesWhatWasSaidAMomentAgo() {
        try (var asked = new DoorShelf(new Guest(data))) {
            assertThat(asked.bubbles("pao")).isEmpty();

            life.missed("mei", "可以寄到冰島嗎");

            assertThat(asked.bubbles("pao")).hasSize(1);
        }
    }

    @Test
    void opensToNobodyElseOnTheMachine() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(SideDoor.NAME))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }

    @Test
    void outlivesAGuestWhoTalksNonsense() throws IOException {
        try (var guest = SocketChannel.open(UnixDomainSocketAddress.of(data.resolve(SideDoor.NAME)))) {
            guest.write(ByteBuffer.wrap("{\"is\":\"Everything\"}\n".getBytes(StandardCharsets.UTF_8)));
            var answer = ByteBuffer.allocate(500);
            guest.read(answer);
            assertThat(new String(answer.array(), StandardCharsets.UTF_8)).contains("another version");
        }

        assertThat(new Guest(data).isHeard()).isTrue();
    }

    @Test
    void opensWhereAKilledServerLeftItsDoor() throws IOException {
        door.close();
        try (var left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            left.bind(UnixDomainSocketAddress.of(data.resolve(SideDoor.NAME)));
        }
        assertThat(new Guest(data).isHeard()).isFalse();

        door.start();

        assertThat(new Guest(data).isHeard()).isTrue();
    }

    @Test
    void saysSoWhenTheStoreDoesNotAnswer() {
        store.close();

        assertThatThrownBy(() -> new DoorShelf(new Guest(data)).bubbles("pao"))
                .isInstanceOf(OutOfReach.class)
                .hasMessageStartingWith("The server cannot answer");
        assertThat(new Guest(data).isHeard()).isTrue();
    }

    @Test
    void takesItsDoorAwayWhenItGoes() {
        door.close();

        assertThat(data.resolve(SideDoor.NAME)).doesNotExist();
        assertThat(new Guest(data).isHeard()).isFalse();
        assertThatThrownBy(() -> new DoorShelf(new Guest(data)).bubbles("pao")).isInstanceOf(OutOfReach.class);
    }
}
