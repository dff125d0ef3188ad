package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static DeskHouse house;

    @BeforeAll
    static void open() {
        house = DeskHouse.open();
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("olga", "Olga", StaffRole.OWNER);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void leadsWhoIsNotSignedInToTheDoorAndBack() {
        var browser = house.browser();

        var refused = browser.get("/desk/transcripts?words=tea");

        assertThat(refused.statusCode()).isEqualTo(303);
        assertThat(refused.headers().firstValue("Location"))
                .contains("/desk/sign-in?to=%2Fdesk%2Ftranscripts%3Fwords%3Dtea");
    }

    @Test
    void letsInWithTheRightPassword() {
        var browser = house.signedIn("lin");

        assertThat(browser.get("/desk").body()).contains("data-login=\"lin\"");
    }

    @Test
    void refusesTheWrongPasswordAndSaysSo() {
        var browser = house.browser();
        browser.get("/desk/sign-in");

        var answer = browser.post("/desk/sign-in", Map.of("login", "lin", "password", "wrong", "to", "/desk"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("do not go together");
    }
}
