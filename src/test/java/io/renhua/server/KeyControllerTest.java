package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.store.Database;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class KeyControllerTest {
    private static final String USUAL = "{\"changed\":{},\"off\":false}";

    private final DeskHouse house;
    private final DeskBrowser lin;

    KeyControllerTest(Database database) {
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
    void everybodyBeginsWithTheUsualKeys() {
        assertThat(lin.ask("/desk/keys").body()).isEqualTo(USUAL);
    }

    @Test
    void keepsWhatEachChose() {
        choose(Map.of("resolve", "x"), false);
        choose(Map.of("resolve", "f", "unanswered", "g n", "palette", "mod+p"), true);

        assertThat(lin.ask("/desk/keys").body())
                .contains("\"resolve\":\"f\"", "\"unanswered\":\"g n\"", "\"palette\":\"mod+p\"", "\"off\":true");
        assertThat(house.signedIn("mei").ask("/desk/keys").body()).isEqualTo(USUAL);

        choose(Map.of(), false);
        assertThat(lin.ask("/desk/keys").body()).isEqualTo(USUAL);
    }

    @Test
    void refusesWhatIsNoKeyAndOneKeyForTwo() {
        for (var each : List.of("", " ", "a b c", "hyper+x", "<script>ran()</script>")) {
            assertThat(choose(Map.of("resolve", each), false).statusCode())
                    .as(each)
                    .isEqualTo(400);
        }
        assertThat(choose(Map.of("resolve", "e", "hold", "e"), false).statusCode())
                .isEqualTo(400);
        assertThat(choose(Map.of("No Act", "e"), false).statusCode()).isEqualTo(400);
        assertThat(lin.ask("/desk/keys").body()).isEqualTo(USUAL);
    }

    @Test
    void refusesMoreThanAPageHasUseFor() {
        var many = new HashMap<String, String>();
        for (char letter = 'a'; letter <= 'z'; letter++) {
            many.put("act_" + letter, String.valueOf(letter));
            many.put("act_alt_" + letter, "alt+" + letter);
            many.put("act_mod_" + letter, "mod+" + letter);
        }

        assertThat(choose(many, false).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> choose(Map<String, String> changed, boolean off) {
        return lin.act("keys", Map.of("changed", changed, "off", off));
    }
}
