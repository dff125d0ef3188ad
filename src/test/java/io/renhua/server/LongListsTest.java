package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.store.Database;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A desk with more conversations than a page shows. */
class LongListsTest {
    private static final int ROWS = 40;
    private static final int WAITING = 43;

    @ParameterizedTest
    @EnumSource(Database.class)
    void tellsTheFirstOfAListAndHowManyThereAre(Database database) throws IOException {
        try (var house = house(database)) {
            var lin = house.signedIn("lin");
            everybodyWaits(house);

            var lists = lists(lin);

            assertThat(lists.path("queue")).hasSize(ROWS);
            assertThat(lists.path("queue").path(0).path("id").asText()).isEqualTo(waiting(0));
            assertThat(lists.path("totals").path("queue").asInt()).isEqualTo(WAITING);
            assertThat(lists.toString()).doesNotContain(waiting(WAITING - 1));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void tellsEverythingThatTheReaderHas(Database database) throws IOException {
        try (var house = house(database)) {
            var lin = house.signedIn("lin");
            everybodyWaits(house);
            for (int i = 0; i < WAITING; i++) {
                lin.act("claim", Map.of("conversation", waiting(i)));
            }

            assertThat(lists(lin).path("mine")).hasSize(WAITING);
            assertThat(lists(house.signedIn("mei")).path("colleagues")).hasSize(ROWS);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void countsWhateverItListsAsItListsIt(Database database) throws IOException {
        try (var house = house(database)) {
            var lin = house.signedIn("lin");
            var mei = house.signedIn("mei");
            lists(mei); // whoever opened the desk once can be asked
            everybodyWaits(house);
            for (int i = 0; i < 5; i++) {
                lin.act("claim", Map.of("conversation", waiting(i)));
            }
            lin.act("transfer", Map.of("conversation", waiting(0), "to", "mei"));
            lin.act("transfer", Map.of("conversation", waiting(1), "team", "returns"));
            lin.act(
                    "hold",
                    Map.of(
                            "conversation",
                            waiting(2),
                            "until",
                            Instant.now().plusSeconds(60).toString()));
            lin.act("resolve", Map.of("conversation", waiting(3), "topic", "shoes"));
            lin.act("release", Map.of("conversation", waiting(4)));

            for (var reader : List.of(lin, mei)) {
                var lists = lists(reader);
                for (var name : List.of("offered", "mine", "hold", "colleagues")) {
                    assertThat(lists.path("totals").path(name).asInt())
                            .as(name)
                            .isEqualTo(lists.path(name).size());
                }
            }
            assertThat(lists(mei).path("offered")).hasSize(2);
            assertThat(lists(lin).path("mine")).hasSize(3);
        }
    }

    private static DeskHouse house(Database database) {
        var house = DeskHouse.open(database);
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("mei", "Mei", StaffRole.AGENT);
        return house;
    }

    private static void everybodyWaits(DeskHouse house) {
        var since = Instant.now().minus(Duration.ofHours(1));
        for (int i = 0; i < WAITING; i++) {
            var conversation = ConversationId.parse(waiting(i));
            house.received(conversation, Person.of("visitor"), "a person please", since);
            house.queues(conversation, since.plusSeconds(i));
        }
    }

    private static String waiting(int which) {
        return "web-mo/waits-%02d".formatted(which);
    }

    private static JsonNode lists(DeskBrowser who) throws IOException {
        return new ObjectMapper().readTree(who.ask("/desk/lists?rows=" + ROWS).body());
    }
}
