package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.access.DoorPrograms;
import io.renhua.access.Pass;
import io.renhua.access.Programs;
import io.renhua.access.Wish;
import io.renhua.door.Guest;
import io.renhua.door.SideDoor;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership.Human;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The programs that are let in, as commands and the page tell and change them. */
class StoreProgramsTest {
    private static final Wish HELPDESK = new Wish("helpdesk", "Helpdesk", List.of("read", "answer"), "ann");

    @ParameterizedTest
    @EnumSource
    void areLetInAndTurnedAwayThroughTheDoor(Database database, @TempDir Path folder) {
        try (var store = database.open();
                var door =
                        new SideDoor(folder, DoorPrograms.service(StorePrograms.unattended(store, Clock.systemUTC())));
                var programs = new DoorPrograms(new Guest(folder))) {
            door.start();
            var tokens = new ApiTokens(store, Clock.systemUTC());

            var token = programs.letIn(HELPDESK);

            assertThat(tokens.shown(token)).get().satisfies(shown -> {
                assertThat(shown.agent()).isEqualTo("api:helpdesk");
                assertThat(shown.scopes()).containsExactly(ApiScope.READ, ApiScope.ANSWER);
            });
            assertThat(programs.passes()).extracting(Pass::by).containsExactly("ann");
            assertThat(programs.passes().toString()).doesNotContain(token.substring(24));
            assertThat(programs.turnAway(programs.passes().getFirst().id())).isTrue();
            assertThat(tokens.shown(token)).isEmpty();
            assertThat(programs.passes()).isEmpty();
            assertThat(programs.turnAway("0123456789abcdef")).isFalse();
        }
    }

    @Test
    void leaveNobodyWaitingForThemOnceTheirLastTokenIsGone() {
        try (var house = DeskHouse.open()) {
            var programs = house.get(Programs.class);
            programs.letIn(HELPDESK);
            programs.letIn(HELPDESK);
            var conversation = new ConversationId("web-mo", "w1");
            house.received(conversation, new Person("w1", "Ming", null), "hello", Instant.now());
            house.takenBy("api:helpdesk", conversation);

            programs.turnAway(programs.passes().getFirst().id());
            assertThat(house.get(Desk.class).ownerOf(conversation)).isInstanceOf(Human.class);
            programs.turnAway(programs.passes().getFirst().id());

            assertThat(house.get(Desk.class).ownerOf(conversation)).isNotInstanceOf(Human.class);
        }
    }

    @Test
    void canWishForWhateverTokensAreGoodFor() {
        assertThat(Wish.GOOD_FOR)
                .isEqualTo(ApiScope.ALL.stream().map(ApiScope::word).toList());
    }
}
