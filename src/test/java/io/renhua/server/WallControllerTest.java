package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renhua.conversation.LongWaits;
import io.renhua.handoff.Agent.Presence;
import io.renhua.handoff.Agents;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Request;
import io.renhua.handoff.Request.Rank;
import io.renhua.journal.Happening;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class WallControllerTest {
    private static final ConversationId WANG = new ConversationId("web-mo", "wang");
    private static final ConversationId LI = new ConversationId("web-mo", "li");

    private final DeskHouse house;
    private final DeskBrowser olga;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    WallControllerTest(Database database) {
        house = DeskHouse.open(database);
        house.hire("olga", "Olga", StaffRole.OWNER);
        house.hire("lin", "Lin", StaffRole.AGENT);
        olga = house.signedIn("olga");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void showsWhoWaitsByTeamAndWhoIsThere() {
        house.get(Agents.class).present("lin", Presence.BUSY, null);
        waits(WANG, "王小明", Rank.ORDINARY, now.minusSeconds(120));
        waits(LI, "李四", Rank.ORDINARY, now.minusSeconds(60));

        var state = state("");

        assertThat(state.path("teams").path(0).path("name").asText()).isEqualTo("care");
        assertThat(state.path("teams").path(0).path("waiting").asInt()).isEqualTo(2);
        assertThat(Instant.parse(state.path("teams").path(0).path("longest").asText()))
                .isEqualTo(now.minusSeconds(120));
        assertThat(state.path("waiting").findValuesAsText("person")).containsExactly("王小明", "李四");
        assertThat(state.path("people").path(0).path("presence").asText()).isEqualTo("busy");
        assertThat(state.path("told").asLong()).isEqualTo(180);
        assertThat(state.path("alarms")).isEmpty();
    }

    @Test
    void showsWhatPeopleWaitedLatelyAndWhoHasWhom() {
        house.get(Agents.class).seen("lin");
        waits(WANG, "王小明", Rank.ORDINARY, now.minusSeconds(100));
        olga.act("assign", Map.of("conversation", WANG.toString(), "to", "lin", "why", "assigned"));

        var state = state("");

        assertThat(state.path("waiting")).isEmpty();
        assertThat(state.path("running").path(0).path("agent").asText()).isEqualTo("lin");
        assertThat(state.path("running").path(0).path("unanswered").asText()).isNotEmpty();
        assertThat(state.path("teams").path(0).path("typical").asLong()).isBetween(100L, 160L);
    }

    @Test
    void tellsATelevisionNobodysName() {
        waits(WANG, "王小明", Rank.URGENT, now);

        assertThat(olga.ask("/desk/wall/state?tv=").body()).contains("王○○").doesNotContain("王小明");
        assertThat(olga.get("/desk/wall?tv").body())
                .contains("data-tv=\"true\"")
                .doesNotContain("class=\"bar\"");
        assertThat(olga.get("/desk/wall").body()).contains("data-tv=\"false\"", "class=\"bar\"");
    }

    @Test
    void alarmsWhenNobodyIsThereAndWhenSomebodyUrgentWaits() {
        waits(WANG, "王小明", Rank.ORDINARY, now.minusSeconds(30));
        assertThat(alarms().findValuesAsText("kind")).containsExactly("nobody");
        waits(LI, "李四", Rank.URGENT, now);
        assertThat(alarms().findValuesAsText("kind")).containsExactly("nobody", "urgent");

        house.get(Agents.class).seen("lin");

        assertThat(alarms().findValuesAsText("kind")).containsExactly("urgent");
        assertThat(alarms().findValuesAsText("name")).containsExactly("李四");
        assertThat(alarms().findValuesAsText("conversation")).containsExactly(LI.toString());
    }

    @Test
    void alarmsWhenAPromiseWasBrokenAndNotForAnEarlierWait() {
        house.get(Agents.class).seen("lin");
        house.happened(new Happening.Noted(WANG, now.minusSeconds(900), LongWaits.PROMISE, "waits longer"));
        waits(WANG, "王小明", Rank.ORDINARY, now.minusSeconds(600));
        assertThat(alarms()).isEmpty();

        house.happened(new Happening.Noted(WANG, now.minusSeconds(10), LongWaits.PROMISE, "waits longer"));

        assertThat(alarms().findValuesAsText("kind")).containsExactly("promise");
        assertThat(state("").path("waiting").path(0).path("broken").asBoolean()).isTrue();
    }

    @Test
    void alarmsWhenAPageIsGoneWhileSomebodyWaitsForItsAgent() {
        house.get(Agents.class).seen("lin");
        house.get(Agents.class).seen("olga");
        waits(WANG, "王小明", Rank.ORDINARY, now);
        olga.act("assign", Map.of("conversation", WANG.toString(), "to", "lin", "why", "assigned"));
        assertThat(alarms()).isEmpty();

        var before = now.minus(Duration.ofSeconds(60));
        house.get(Store.class)
                .write(transaction ->
                        transaction.update("update desk_agent set seen_at = ? where login = 'lin'", before));

        assertThat(alarms().findValuesAsText("kind")).containsExactly("lost");
        assertThat(alarms().findValuesAsText("name")).containsExactly("Lin");
    }

    private void waits(ConversationId conversation, String name, Rank rank, Instant since) {
        house.received(conversation, new Person(conversation.thread(), name, null), "a person please", since);
        house.get(Desk.class)
                .pass(
                        conversation,
                        Bot.FIRST,
                        Bot.FIRST.ask(new Request("care", "explicit", rank, since)),
                        Change.because("explicit"));
    }

    private JsonNode alarms() {
        return read(olga.ask("/desk/alarms").body());
    }

    private JsonNode state(String query) {
        return read(olga.ask("/desk/wall/state" + query).body());
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
