package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.renhua.conversation.DeadLetters;
import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of operations in a real browser. */
@Tag("browser")
class OperationsPageTest {
    private static final ConversationId MEI = new ConversationId("web-mo", "mei");

    private static final LocatorAssertions.ContainsTextOptions REFRESHED =
            new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);
    private static final LocatorAssertions.HasCountOptions ALL_REFRESHED =
            new LocatorAssertions.HasCountOptions().setTimeout(20_000);

    private static Playwright playwright;
    private static Browser chromium;

    private final DeskHouse house = DeskHouse.open();
    private final Lying lying = new Lying(house.get(Store.class));
    private BrowserContext context;
    private Page marc;

    @BeforeAll
    static void open() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void close() {
        chromium.close();
        playwright.close();
    }

    @BeforeEach
    void signIn() {
        house.hire("marc", "Marc", StaffRole.OPERATOR);
        context = chromium.newContext(
                new Browser.NewContextOptions().setViewportSize(1280, 800).setLocale("en-US"));
        context.addInitScript("""
                window.violations = [];
                document.addEventListener('securitypolicyviolation', event =>
                  window.violations.push(event.violatedDirective + ' ' + event.blockedURI));""");
        marc = context.newPage();
        marc.navigate(house.address() + "/desk/sign-in");
        marc.locator("[name=login]").fill("marc");
        marc.locator("[name=password]").fill(DeskHouse.PASSWORD);
        marc.locator("form.stack button").click();
        marc.waitForURL("**/desk");
    }

    @AfterEach
    void leave() {
        assertThat((List<?>) marc.evaluate("window.violations")).isEmpty();
        context.close();
        house.close();
    }

    @Test
    void showsByItselfWhatHappensMeanwhile() {
        marc.locator(".places a[href='/desk/operations']").click();
        assertThat(marc.locator(".verdict")).containsText("All is well.");

        lying.words(MEI, "dead", "the kettle is on", "gave up after a day: 503", Instant.now());
        house.get(LatestBacklog.class).outdated();

        assertThat(marc.locator(".verdict")).containsText("Something was put aside.", REFRESHED);
        assertThat(marc.locator(".letters li")).containsText("the kettle is on");
        assertThat(marc.locator(".letters time")).containsText(":");
    }

    @Test
    void triesOneAgainAndSaysSo() {
        var dead = lying.words(MEI, "dead", "the kettle is on", null, Instant.now());
        lying.words(MEI, "doubt", "perhaps", null, Instant.now());
        marc.navigate(house.address() + "/desk/operations");

        marc.locator("[data-id=" + dead + "] button.main").click();

        assertThat(marc.locator("#done")).hasText("It is being tried again.");
        assertThat(marc.locator(".letters li")).hasCount(1);
        assertThat(marc).hasURL(house.address() + "/desk/operations");
    }

    @Test
    void asksBeforeAllOfAChannelAreTriedAgainAndDoesNotTakeTheQuestionAway() {
        lying.words(MEI, "dead", "one", null, Instant.now());
        lying.words(MEI, "dead", "two", null, Instant.now());
        marc.navigate(house.address() + "/desk/operations");
        marc.locator(".sure summary").click();

        lying.words(MEI, "dead", "three", null, Instant.now());
        house.get(LatestBacklog.class).outdated();
        assertThat(marc.locator(".letters li")).hasCount(3, ALL_REFRESHED);
        marc.locator(".sure button").click();

        assertThat(marc.locator("#done")).hasText("3 are being tried again.");
        assertThat(house.get(DeadLetters.class).list(10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void fitsTheScreen(int width) {
        lying.words(MEI, "dead", "水開了。".repeat(40), "gave up after a day: " + "x".repeat(200), Instant.now());
        lying.words(MEI, "doubt", "w".repeat(300), "no answer", Instant.now());
        marc.setViewportSize(width, 800);
        marc.navigate(house.address() + "/desk/operations");

        assertThat(marc.locator(".letters li")).hasCount(2);
        assertThat(marc.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    }
}
