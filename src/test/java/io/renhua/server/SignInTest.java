package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
    private final DeskHouse house = DeskHouse.open();

    @BeforeEach
    void hire() {
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("olga", "Olga", StaffRole.OWNER);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void leadsWhoIsNotSignedInToTheDoorAndBack() {
        var browser = house.browser();

        var refused = browser.get("/desk/transcripts?words=tea");

        assertThat(refused.statusCode()).isEqualTo(303);
        assertThat(refused.headers().firstValue("Location"))
                .hasValue("/desk/sign-in?to=%2Fdesk%2Ftranscripts%3Fwords%3Dtea");
    }

    @Test
    void letsInWithTheRightPasswordAndKeepsTheCookieFromScripts() {
        var browser = house.browser();
        browser.get("/desk/sign-in");

        var answer = signIn(browser, "lin", DeskHouse.PASSWORD);

        assertThat(answer.headers().firstValue("Location")).hasValue("/desk");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("renhua=").contains("HTTPOnly", "SameSite=Lax"));
        assertThat(browser.get("/desk").body()).contains("data-login=\"lin\"");
    }

    @Test
    void leadsNowhereElse() {
        var browser = house.browser();
        browser.get("/desk/sign-in");

        var answer = browser.post(
                "/desk/sign-in", Map.of("login", "lin", "password", DeskHouse.PASSWORD, "to", "//evil.example/desk"));

        assertThat(answer.headers().firstValue("Location")).hasValue("/desk");
    }

    @Test
    void refusesTheWrongPasswordAndSaysSo() {
        var browser = house.browser();
        browser.get("/desk/sign-in");

        var answer = signIn(browser, "lin", "wrong");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("do not go together");
    }

    @Test
    void stopsGuessingWhateverTheForwardedAddressSays() {
        var guesser = house.browser();
        guesser.get("/desk/sign-in");

        for (int i = 0; i < SignInTries.PER_ACCOUNT; i++) {
            guess(guesser, i);
        }

        assertThat(guess(guesser, 99)).isEqualTo(429);
        assertThat(signIn(guesser, "lin", DeskHouse.PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void letsTheTrueOwnerOfAnAccountInWhileSomebodyElseGuesses() {
        var owner = house.signedIn("lin");
        var guesser = house.browser();
        guesser.get("/desk/sign-in");
        for (int i = 0; i <= SignInTries.PER_ACCOUNT; i++) {
            guess(guesser, i);
        }
        owner.post("/desk/sign-out", Map.of());
        owner.get("/desk/sign-in");

        assertThat(signIn(owner, "lin", DeskHouse.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void beginsASessionOfItsOwnAtEverySignIn() {
        var browser = house.browser();
        browser.cookies.put("renhua", "planted");
        browser.get("/desk/sign-in");

        signIn(browser, "lin", DeskHouse.PASSWORD);
        var first = browser.cookies.get("renhua");
        browser.get("/desk");
        browser.post("/desk/sign-out", Map.of());
        browser.get("/desk/sign-in");
        signIn(browser, "lin", DeskHouse.PASSWORD);

        assertThat(first).isNotEqualTo("planted");
        assertThat(browser.cookies.get("renhua")).isNotEqualTo(first);
    }

    @Test
    void endsTheSessionForGoodWhenSigningOut() {
        var browser = house.signedIn("lin");
        var stolen = browser.cookies.get("renhua");

        browser.post("/desk/sign-out", Map.of());

        browser.cookies.put("renhua", stolen);
        assertThat(browser.ask("/desk/lists").statusCode()).isEqualTo(401);
    }

    @Test
    void endsOtherSessionsWhenThePasswordChanges() {
        var here = house.signedIn("lin");
        var elsewhere = house.signedIn("lin");

        var changed = here.post(
                "/desk/account/password", Map.of("present", DeskHouse.PASSWORD, "wanted", "osmanthus in October"));

        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(here.ask("/desk/lists").statusCode()).isEqualTo(200);
        assertThat(elsewhere.ask("/desk/lists").statusCode()).isEqualTo(401);
    }

    @Test
    void putsADismissedPersonOutAtOnce() {
        var lin = house.signedIn("lin");
        var olga = house.signedIn("olga");

        olga.post("/desk/staff/disable", Map.of("login", "lin"));

        assertThat(lin.ask("/desk/lists").statusCode()).isEqualTo(401);
        assertThat(lin.act("claim", Map.of("conversation", "web-mo/a")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void keepsTheLastOwner() {
        var olga = house.signedIn("olga");

        assertThat(olga.post("/desk/staff/disable", Map.of("login", "olga")).statusCode())
                .isEqualTo(409);
        assertThat(olga.post("/desk/staff/role", Map.of("login", "olga", "role", "agent"))
                        .statusCode())
                .isEqualTo(409);
    }

    private int guess(DeskBrowser browser, int number) {
        var form = Map.of("login", "lin", "password", "guess " + number, "to", "/desk", DeskToken.FIELD, browser.token);
        return browser.send(browser.form("/desk/sign-in", form)
                        .header("Origin", browser.address)
                        .header("X-Forwarded-For", "10.0.0." + number))
                .statusCode();
    }

    private static HttpResponse<String> signIn(DeskBrowser browser, String login, String password) {
        return browser.post("/desk/sign-in", Map.of("login", login, "password", password, "to", "/desk"));
    }
}
