package io.renhua.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.door.Guest;
import io.renhua.door.SideDoor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorForgettingTest {
    private static final Share LEFT = new Share("mo-line", "mo", 180, null, 2, 30, 1, 1, 0, Instant.EPOCH);
    private static final Share NOTHING = new Share("before", null, 0, "nothing was ever told", 0, 0, 0, 0, 0, null);

    @TempDir
    private Path data;

    @Test
    void tellsTheSameThroughTheDoor() {
        var account = new Account(List.of(LEFT, NOTHING));

        try (var door = new SideDoor(data, DoorForgetting.service(new Fixed(Optional.of(account), account)))) {
            door.start();
            try (var forgetting = new DoorForgetting(new Guest(data))) {
                assertThat(forgetting.now()).contains(account);
                assertThat(forgetting.foreseen()).isEqualTo(account);
            }
        }
    }

    @Test
    void tellsThatAnotherNodeIsAtIt() {
        var nothing = new Account(List.of());

        try (var door = new SideDoor(data, DoorForgetting.service(new Fixed(Optional.empty(), nothing)))) {
            door.start();
            assertThat(new DoorForgetting(new Guest(data)).now()).isEmpty();
        }
    }

    private record Fixed(Optional<Account> now, Account foreseen) implements Forgetting {
        @Override
        public void close() {}
    }
}
