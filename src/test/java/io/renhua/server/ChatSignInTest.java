package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.Identity;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.people.Profile;
import io.renhua.people.Profiles;
import io.renhua.store.Database;
import io.renhua.store.Json;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a site has signed in on a chat page: as one person on every device, and as nobody once they are out. */
class ChatSignInTest {
    private static final Identity MING = new Identity("c-1", null, null, null, Instant.EPOCH);

    private final HttpClient laptop = browser();
    private final HttpClient phone = browser();
    private DeskHouse house;

    private static HttpClient browser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    @BeforeEach
    void open() {
        house = DeskHouse.open(Database.H2, SignedIdentity.SETTINGS);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void showsTheSameThreadOnEveryDevice() throws Exception {
        signIn(laptop, token());
        say(laptop, "a1", "from the laptop");

        signIn(phone, token());

        assertThat(heard(phone)).contains("from the laptop");
        assertThat(house.get(Journal.class).last(MING.on("web-mo"), 10))
                .extracting(JournalEntry::happening)
                .filteredOn(Happening.Received.class::isInstance)
                .extracting(each -> ((Happening.Received) each).person().name())
                .containsExactly("王小明");
    }

    @Test
    void hidesTheThreadFromWhoeverUsesTheBrowserNext() throws Exception {
        say(laptop, "a0", "as a guest");
        signIn(laptop, token());
        say(laptop, "a1", "mine");

        assertThat(post(laptop, "/c/mo/sign-out", Map.of()).statusCode()).isEqualTo(204);

        say(laptop, "a2", "somebody else");
        assertThat(heard(laptop)).contains("somebody else").doesNotContain("mine", "as a guest");
        signIn(laptop, token("c-2", "陳小姐"));
        say(laptop, "a3", "a third");
        assertThat(heard(laptop)).contains("a third").doesNotContain("mine", "somebody else");
    }

    @Test
    void forgetsWhoIsSignedInWithAClearedChat() throws Exception {
        signIn(laptop, token());
        say(laptop, "a1", "mine");

        post(laptop, "/c/mo/clear", Map.of());

        say(laptop, "a2", "somebody else");
        assertThat(heard(laptop)).contains("somebody else").doesNotContain("mine");
    }

    @Test
    void keepsWhateverIsRefusedAGuestAndSaysWhy() throws Exception {
        say(laptop, "a1", "as a guest");

        var answer = post(
                laptop,
                "/c/mo/identify",
                Map.of("token", SignedIdentity.of("c-1", "王小明", Instant.now().minusSeconds(1))));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"why\":\"expired\"", "\"problem\":\"the token has expired\"");
        assertThat(heard(laptop)).contains("as a guest");
        assertThat(post(laptop, "/c/mo/identify", Map.of()).body()).contains("\"why\":\"malformed\"");
        assertThat(post(laptop, "/c/nobody/identify", Map.of("token", token())).statusCode())
                .isEqualTo(404);
    }

    @Test
    void takesNoTokenFromAnotherSite() throws Exception {
        open(laptop);
        var request = request("/c/mo/identify")
                .header("Content-Type", "application/json")
                .header("Origin", "https://evil.example")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(Map.of("token", token()))));

        assertThat(laptop.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void tellsTheDeskWhatTheSiteSaysAndThatItIsThey() throws Exception {
        house.hire("lin", "Lin", StaffRole.AGENT);
        signIn(laptop, token());

        post(laptop, "/c/mo/messages", Map.of("id", "e1", "entered", "opened"));

        var ming = MING.on("web-mo");
        assertThat(house.get(Profiles.class).of(ming).facts())
                .isEqualTo(Map.of("customer_id", "c-1", "name", "王小明", "email", "c-1@example.com"));
        var card = house.signedIn("lin").ask("/desk/conversation?id=" + ming).body();
        assertThat(card).contains("\"verified\":true", "王小明");
        say(phone, "a1", "a guest");
        assertThat(house.signedIn("lin").ask("/desk/lists").body()).contains("\"verified\":false");
    }

    @Test
    void bringsNothingBackOnceItIsForgotten() throws Exception {
        signIn(laptop, token());
        post(laptop, "/c/mo/messages", Map.of("id", "e1", "entered", "opened"));
        var ming = MING.on("web-mo");
        house.get(Profiles.class).tell(ming, _ -> Profile.NOTHING, "forgotten");

        say(laptop, "a1", "still here");
        post(laptop, "/c/mo/messages", Map.of("id", "e2", "entered", "opened")); // the page is loaded once more

        assertThat(house.get(Profiles.class).of(ming).facts()).isEmpty();

        signIn(laptop, token());

        assertThat(house.get(Profiles.class).of(ming).facts()).isNotEmpty();
    }

    @Test
    void proposesThatAGuestIsWhoeverSignsInAndLeavesItToTheDesk() throws Exception {
        house.hire("lin", "Lin", StaffRole.AGENT);
        say(laptop, "a1", "as a guest");
        signIn(laptop, token());
        post(laptop, "/c/mo/messages", Map.of("id", "e1", "entered", "opened"));

        var sheet = house.signedIn("lin")
                .ask("/desk/person?id=" + MING.on("web-mo"))
                .body();

        assertThat(sheet).contains("\"same\":[]", "\"name\":\"email\"", "\"told\":false");
    }

    @Test
    void putsNoWordsUnderAnotherName() throws Exception {
        say(laptop, "a1", "as a guest");
        var guest = thread(laptop);
        signIn(laptop, token());

        var answer = post(laptop, "/c/mo/messages?as=" + guest, Map.of("id", "a2", "text", "typed before"));

        assertThat(answer.statusCode()).isEqualTo(403);
        try (var events = ChatLines.open(laptop, uri("/c/mo/events?as=" + guest))) {
            assertThat(events.next("event:")).isEqualTo("event: moved");
        }
        assertThat(thread(laptop)).isEqualTo(MING.on("web-mo").thread());
    }

    private String token() {
        return token("c-1", "王小明");
    }

    private static String token(String subject, String name) {
        return SignedIdentity.of(subject, name, Instant.now().plus(Duration.ofHours(1)));
    }

    private void signIn(HttpClient browser, String token) throws Exception {
        open(browser);
        assertThat(post(browser, "/c/mo/identify", Map.of("token", token)).statusCode())
                .isEqualTo(204);
    }

    private void say(HttpClient browser, String id, String words) throws Exception {
        open(browser);
        assertThat(post(browser, "/c/mo/messages", Map.of("id", id, "text", words))
                        .statusCode())
                .isEqualTo(202);
    }

    /** What its page shows of the thread so far. */
    private String heard(HttpClient browser) throws Exception {
        var heard = new StringBuilder();
        try (var events = ChatLines.open(browser, uri("/c/mo/events"))) {
            for (var line = events.next(""); !line.equals("event: ready"); line = events.next("")) {
                heard.append(line).append('\n');
            }
        }
        return heard.toString();
    }

    private String thread(HttpClient browser) throws Exception {
        return open(browser).body().replaceAll("(?s).*&quot;thread&quot;:&quot;([^&]+)&quot;.*", "$1");
    }

    private HttpResponse<String> open(HttpClient browser) throws IOException, InterruptedException {
        return browser.send(request("/c/mo").build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(HttpClient browser, String path, Map<String, String> body)
            throws IOException, InterruptedException {
        return browser.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Origin", house.address())
                        .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path));
    }

    private URI uri(String path) {
        return URI.create(house.address() + path);
    }
}
