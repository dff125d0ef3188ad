package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.store.Database;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class StaffInvitationsTest {
    private final DeskHouse house;

    StaffInvitationsTest(Database database) {
        house = DeskHouse.open(database);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void makeTheFirstOwnerByALinkThatWorksOnce() {
        var path = house.get(StaffInvitations.class).forFirstOwner().orElseThrow();
        var browser = house.browser();
        var page = browser.get(path);

        var joined = browser.post("/desk/welcome", form(path, "olga", "Olga", "tea at half past ten"));

        assertThat(page.body()).contains("invited as owner");
        assertThat(joined.statusCode()).isEqualTo(303);
        assertThat(browser.get("/desk/staff").statusCode()).isEqualTo(200);
        assertThat(house.get(StaffInvitations.class).forFirstOwner()).isEmpty();
        assertThat(house.browser().get(path).statusCode()).isEqualTo(410);
    }

    @Test
    void voidAnEarlierLinkWhileNobodyHasUsedIt() {
        var first = house.get(StaffInvitations.class).forFirstOwner().orElseThrow();

        var second = house.get(StaffInvitations.class).forFirstOwner().orElseThrow();

        assertThat(house.browser().get(first).statusCode()).isEqualTo(410);
        assertThat(house.browser().get(second).statusCode()).isEqualTo(200);
    }

    @Test
    void sayEverythingThatIsWrongAtOnce() {
        var path = house.get(StaffInvitations.class).forFirstOwner().orElseThrow();
        var browser = house.browser();
        browser.get(path);

        var refused = browser.post("/desk/welcome", form(path, "O", " ", "short"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("The login takes 2 to 60", "A name takes 1 to 40", "at least 10 characters")
                .doesNotContain("short\"");
        assertThat(house.get(StaffAccounts.class).all()).isEmpty();
    }

    @Test
    void bringColleaguesInTheirRole() {
        house.hire("olga", "Olga", StaffRole.OWNER);
        var olga = house.signedIn("olga");
        var page = olga.post("/desk/staff/invite", Map.of("role", "agent")).body();
        var link = page.replaceAll("(?s).*value=\"(http[^\"]*/desk/welcome[^\"]*)\".*", "$1");
        var path = link.substring(olga.address.length());
        var lin = house.browser();
        lin.get(path);

        lin.post("/desk/welcome", form(path, "lin", "Lin", "tea at half past ten"));

        assertThat(lin.get("/desk").body()).contains("data-login=\"lin\"");
        assertThat(lin.get("/desk/staff").statusCode()).isEqualTo(403);
    }

    private static Map<String, String> form(String path, String login, String name, String password) {
        var token = path.substring(path.indexOf('=') + 1);
        return Map.of("token", token, "login", login, "name", name, "password", password);
    }
}
