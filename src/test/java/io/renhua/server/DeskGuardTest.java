package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeskGuardTest {
    private static DeskHouse house;
    private static DeskBrowser owner;
    private static DeskBrowser other;

    @BeforeAll
    static void open() {
        house = DeskHouse.open();
        house.hire("olga", "Olga", StaffRole.OWNER);
        house.hire("lin", "Lin", StaffRole.AGENT);
        owner = house.signedIn("olga");
        other = house.signedIn("lin");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void refusesEveryChangeThatOurOwnPageDidNotAskFor() {
        var forgeries = forgeries();
        var changes = changes();
        var taken = new ArrayList<String>();

        for (var path : changes) {
            forgeries.forEach((name, forge) -> {
                var request = owner.request(path).header("Accept", "*/*").POST(BodyPublishers.ofString("role=agent"));
                forge.accept(request);
                if (owner.status(request) != 403) {
                    taken.add(name + " by " + path);
                }
            });
        }

        assertThat(changes).contains("/desk/claim", "/desk/staff/invite", "/desk/sign-in", "/desk/sign-out");
        assertThat(taken).isEmpty();
    }

    @Test
    void takesAFormOfOurOwnPage() {
        assertThat(owner.post("/desk/staff/invite", Map.of("role", "agent")).statusCode())
                .isEqualTo(201);
    }

    private static List<String> changes() {
        return house.get(Router.class)
                .uriRoutes()
                .filter(route -> !List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS)
                        .contains(route.getHttpMethod()))
                .map(route -> route.getUriMatchTemplate().toPathString())
                .filter(path -> path.startsWith("/desk"))
                .distinct()
                .toList();
    }

    private static Map<String, Consumer<HttpRequest.Builder>> forgeries() {
        var form = "application/x-www-form-urlencoded";
        return Map.of(
                "no token",
                request -> request.header("Origin", owner.address).header("Content-Type", form),
                "another's token",
                request -> request.header("Origin", owner.address)
                        .header("Content-Type", form)
                        .header(DeskToken.HEADER, other.token),
                "a made up token",
                request -> request.header("Origin", owner.address)
                        .header("Content-Type", form)
                        .header(DeskToken.HEADER, "A".repeat(43)),
                "plain text",
                request -> request.header("Origin", owner.address).header("Content-Type", "text/plain"),
                "no origin",
                request -> request.header("Content-Type", form).header(DeskToken.HEADER, owner.token),
                "a foreign origin",
                request -> request.header("Origin", "https://evil.example")
                        .header("Content-Type", form)
                        .header(DeskToken.HEADER, owner.token),
                "no origin's name",
                request -> request.header("Origin", "null")
                        .header("Content-Type", form)
                        .header(DeskToken.HEADER, owner.token),
                "another site",
                request -> request.header("Origin", owner.address)
                        .header("Sec-Fetch-Site", "cross-site")
                        .header("Content-Type", form)
                        .header(DeskToken.HEADER, owner.token),
                "a site beside us",
                request -> request.header("Origin", owner.address)
                        .header("Sec-Fetch-Site", "same-site")
                        .header("Content-Type", form)
                        .header(DeskToken.HEADER, owner.token));
    }
}
