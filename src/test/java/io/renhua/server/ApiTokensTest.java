package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Owners let programs in, and out. */
class ApiTokensTest {
    private static final Pattern SHOWN = Pattern.compile("value=\"(renhua_[0-9a-f]{16}_[A-Za-z0-9_-]+)\"");

    private final DeskHouse house = DeskHouse.open();
    private DeskBrowser olga;

    @BeforeEach
    void signIn() {
        house.hire("olga", "Olga", StaffRole.OWNER);
        olga = house.signedIn("olga");
        olga.get("/desk/tokens");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aTokenIsShownOnceAndOnlyItsHashIsKept() {
        var token = make("helpdesk");

        assertThat(new ApiClient(house.address(), token).get("/api/v1/agents").statusCode())
                .isEqualTo(200);
        assertThat(olga.get("/desk/tokens").body())
                .contains("api:helpdesk", "Our helpdesk")
                .doesNotContain(token);
        var secret = token.substring(token.lastIndexOf('_') - 20);
        assertThat(house.get(Store.class)
                        .list("select * from api_token", row -> row.getString("hash") + row.getString("id")))
                .noneMatch(kept -> kept.contains(secret));
    }

    @Test
    void theRightNameWithAnotherSecretIsNobody() {
        var token = make("helpdesk");
        var other = token.substring(0, 24) + "x".repeat(43);

        assertThat(new ApiClient(house.address(), other).get("/api/v1/agents").statusCode())
                .isEqualTo(401);
        assertThat(new ApiClient(house.address(), token + "x")
                        .get("/api/v1/agents")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatIsLeftOutIsSaid() {
        assertThat(olga.post("/desk/tokens/make", Map.of("agent", "Help Desk", "name", "H", "scope_read", "on"))
                        .body())
                .contains("small letters, digits and hyphens");
        assertThat(olga.post("/desk/tokens/make", Map.of("agent", "helpdesk", "name", "H"))
                        .body())
                .contains("Choose what it may do.");
        assertThat(house.get(ApiTokens.class).all()).isEmpty();
    }

    @Test
    void aRevokedTokenIsNobodysAndNobodyIsLeftWaitingForIt() {
        var token = make("helpdesk");
        var conversation = new ConversationId("web-mo", "mei");
        var desk = house.get(Desk.class);
        desk.pass(
                conversation, Bot.FIRST, Bot.FIRST.takeOver("api:helpdesk", Instant.now()), Change.because("claimed"));

        olga.post("/desk/tokens/revoke", Map.of("id", token.substring(7, 23)));

        assertThat(new ApiClient(house.address(), token).get("/api/v1/agents").statusCode())
                .isEqualTo(401);
        assertThat(desk.ownerOf(conversation)).isInstanceOf(Queued.class);
    }

    @Test
    void aNewTokenOfTheSameProgramTakesTheOldOnesPlace() {
        var old = make("helpdesk");
        var fresh = make("helpdesk");
        var conversation = new ConversationId("web-mo", "mei");
        var desk = house.get(Desk.class);
        var human = Bot.FIRST.takeOver("api:helpdesk", Instant.now());
        desk.pass(conversation, Bot.FIRST, human, Change.because("claimed"));

        olga.post("/desk/tokens/revoke", Map.of("id", old.substring(7, 23)));

        assertThat(desk.ownerOf(conversation)).isInstanceOf(Human.class);
        assertThat(new ApiClient(house.address(), fresh).get("/api/v1/agents").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoGuessesIsTurnedAwayForAWhile() {
        var stranger = new ApiClient(house.address(), "renhua_0123456789abcdef_" + "x".repeat(43));
        for (int i = 0; i < SignInTries.PER_ADDRESS; i++) {
            stranger.get("/api/v1/agents");
        }

        var answer = stranger.get("/api/v1/agents");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("300");
        assertThat(answer.body()).contains("Too many tokens from this address were none.");
    }

    @Test
    void neverPrintsATokenByAccident() {
        assertThat(house.get(ApiTokens.class).make("helpdesk", "H", List.of(ApiScope.READ), "olga"))
                .hasToString("a token of api:helpdesk");
    }

    private String make(String agent) {
        var answer = olga.post(
                "/desk/tokens/make",
                Map.of("agent", agent, "name", "Our helpdesk", "scope_read", "on", "scope_answer", "on"));
        assertThat(answer.statusCode()).isEqualTo(201);
        var shown = SHOWN.matcher(answer.body());
        assertThat(shown.find()).isTrue();
        return shown.group(1);
    }
}
