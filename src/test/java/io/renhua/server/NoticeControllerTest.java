package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.store.Database;
import io.renhua.store.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class NoticeControllerTest {
    private final DeskHouse house;
    private final DeskBrowser lin;

    NoticeControllerTest(Database database) {
        house = DeskHouse.open(database);
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("mei", "Mei", StaffRole.AGENT);
        lin = house.signedIn("lin");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void callsForEverythingUntilSomethingElseIsChosen() {
        assertThat(lin.ask("/desk/notices").body()).isEqualTo("{\"off\":[],\"repeats\":true}");
    }

    @Test
    void keepsWhatEachChose() {
        choose(List.of("queue/sound", "wrote/desktop", "queue/sound"), false);
        choose(List.of("queue/sound"), false);

        assertThat(lin.ask("/desk/notices").body()).isEqualTo("{\"off\":[\"queue/sound\"],\"repeats\":false}");
        assertThat(house.signedIn("mei").ask("/desk/notices").body()).contains("\"off\":[]");
    }

    @Test
    void refusesWhatNobodyIsCalledFor() {
        for (var each : List.of("lunch/sound", "queue/smoke", "queue", "queue/sound/loud")) {
            assertThat(choose(List.of(each), true).statusCode()).as(each).isEqualTo(400);
        }
        assertThat(lin.ask("/desk/notices").body()).contains("\"off\":[]");
    }

    private HttpResponse<String> choose(List<String> off, boolean repeats) {
        var chosen = Json.write(Map.of("off", off, "repeats", repeats));
        return lin.send(lin.request("/desk/notices")
                .header("Content-Type", "application/json")
                .header("Origin", house.address())
                .header("X-Renhua-Token", lin.token)
                .POST(HttpRequest.BodyPublishers.ofString(chosen)));
    }
}
