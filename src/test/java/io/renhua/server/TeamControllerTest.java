package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renhua.handoff.Agent;
import io.renhua.handoff.Agent.Presence;
import io.renhua.handoff.Agent.Skills;
import io.renhua.handoff.Agents;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class TeamControllerTest {
    private final DeskHouse house;
    private final DeskBrowser olga;
    private final Agents agents;

    TeamControllerTest(Database database) {
        house = DeskHouse.open(database);
        house.hire("olga", "Olga", StaffRole.OPERATOR);
        house.hire("lin", "Lin", StaffRole.AGENT);
        olga = house.signedIn("olga");
        agents = house.get(Agents.class);
        agents.seen("lin");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void savesWhatSomebodyCanTakeAndAnEmptyKindIsEverything() {
        var answer = olga.post(
                "/desk/team/save",
                Map.of("login", "lin", "capacity", "3", "teams:care", "on", "locales:zh-Hant", "on"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(lin().capacity()).isEqualTo(3);
        assertThat(lin().skills()).isEqualTo(new Skills(List.of("care"), List.of(), List.of("zh-Hant"), List.of()));
        assertThat(olga.get("/desk/team?saved=lin").body()).contains("role=\"status\"", "name=\"channels:web-mo\"");
    }

    @Test
    void keepsWhatWasChosenWhenTheNumberCannotBe() {
        var before = lin().skills();

        for (var wrong : List.of("", "0", "51", "six", "-1")) {
            var answer = olga.post("/desk/team/save", Map.of("login", "lin", "capacity", wrong, "teams:care", "on"));

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains("from 1 to 50", "aria-invalid=\"true\"")
                    .containsPattern("name=\"teams:care\" checked");
        }
        assertThat(lin().skills()).isEqualTo(before);
        assertThat(lin().capacity()).isEqualTo(Agents.CAPACITY);
    }

    @Test
    void neverLosesAChoiceThatDoesNotExistAnyMore() {
        agents.equip("lin", 6, new Skills(List.of(), List.of(), List.of(), List.of("web-old")));

        assertThat(olga.get("/desk/team").body()).containsPattern("name=\"channels:web-old\" checked");
    }

    @Test
    void setsSomebodyAwayAndSaysByWhom() {
        var answer = olga.post("/desk/team/away", Map.of("login", "lin", "presence", "break"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(lin().presence()).isEqualTo(Presence.BREAK);
        assertThat(lin().reason()).isEqualTo("sent_by:olga");
        assertThat(olga.get("/desk/team").body()).contains("set by Olga");
    }

    @Test
    void settingSomebodyAwayDoesNotCountAsTheirPageBeingOpen() {
        var longAgo = Instant.now().minusSeconds(600).truncatedTo(ChronoUnit.MICROS);
        house.get(Store.class)
                .write(transaction ->
                        transaction.update("update desk_agent set seen_at = ? where login = 'lin'", longAgo));

        olga.post("/desk/team/away", Map.of("login", "lin", "presence", "offline"));

        assertThat(lin().seen()).isEqualTo(longAgo);
        assertThat(lin().presence()).isEqualTo(Presence.OFFLINE);
    }

    @Test
    void bringsNobodyBackForThemAndChangesNobodyUnknown() {
        assertThat(olga.post("/desk/team/away", Map.of("login", "lin", "presence", "online"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(olga.post("/desk/team/away", Map.of("login", "nobody", "presence", "break"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(olga.post("/desk/team/save", Map.of("login", "nobody", "capacity", "3"))
                        .statusCode())
                .isEqualTo(400);
        assertThatThrownBy(() -> agents.sendAway("lin", Presence.BUSY, "olga"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(lin().presence()).isEqualTo(Presence.ONLINE);
    }

    private Agent lin() {
        return agents.named("lin").orElseThrow();
    }
}
