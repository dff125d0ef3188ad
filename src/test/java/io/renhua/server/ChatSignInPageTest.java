package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.renhua.store.Database;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whom a site has signed in, by a link with what its server signed, as they and the desk see it. */
@Tag("browser")
class ChatSignInPageTest {
    private static Chromium chromium;

    @BeforeAll
    static void openABrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeIt() {
        chromium.close();
    }

    @Test
    void knowsWhoeverComesByTheSitesLinkUntilTheySignOut() {
        try (var house = DeskHouse.open(Database.H2, SignedIdentity.SETTINGS).awake();
                var phone = chromium.context(
                        options -> options.setViewportSize(390, 844).setLocale("zh-TW"));
                var work = chromium.context();
                var pocket = chromium.context(
                        options -> options.setViewportSize(390, 844).setLocale("zh-TW"))) {
            house.hire("lin", "Lin", StaffRole.AGENT);
            var page = phone.newPage();
            page.navigate(house.address() + "/c/mo#signed=" + token(Duration.ofHours(1)));

            assertThat(page.locator(".signed-in")).containsText("王小明");
            assertThat(page.url()).isEqualTo(house.address() + "/c/mo");
            say(page, "可以宅配嗎");

            var desk = Chromium.signedIn(work, house, "lin");
            desk.locator(".conversation", new Page.LocatorOptions().setHasText("王小明"))
                    .click();
            assertThat(desk.locator("#thread-who .verified")).hasText("✓ Verified");
            assertThat(desk.locator("#brief .known")).containsText("c-1@example.com");
            var small = Chromium.signedIn(pocket, house, "lin");
            small.locator(".conversation", new Page.LocatorOptions().setHasText("王小明"))
                    .click();
            assertThat(small.locator("#thread-who .verified")).hasText("✓ 已驗證");

            page.locator("#sign-out").click();
            assertThat(page.locator(".signed-in")).hasCount(0);
            assertThat(page.locator("#log")).not().containsText("可以宅配嗎");
        }
    }

    @Test
    void leavesWhoeverComesByAnOldLinkAGuestAndSaysSo() {
        try (var house = DeskHouse.open(Database.H2, SignedIdentity.SETTINGS).awake();
                var phone = chromium.context()) {
            var page = phone.newPage();
            page.navigate(house.address() + "/c/mo#signed=" + token(Duration.ofSeconds(-1)));

            assertThat(page.locator("#banner")).containsText("you’re a guest for now");
            say(page, "hello");
            assertThat(page.locator(".signed-in")).hasCount(0);
        }
    }

    @Test
    void showsTheThreadNoMoreOnceSomebodySignsOutBesideIt() {
        try (var house = DeskHouse.open(Database.H2, SignedIdentity.SETTINGS).awake();
                var phone = chromium.context()) {
            var page = sayingAsMing(phone, house, "mine");

            var beside = phone.newPage();
            beside.navigate(house.address() + "/c/mo#signed-out");
            assertThat(beside.locator("#text")).isVisible();
            assertThat(beside.locator(".signed-in")).hasCount(0);

            assertThat(page.locator(".signed-in")).hasCount(0);
            assertThat(page.locator("#log")).not().containsText("mine");
        }
    }

    @Test
    void showsNobodysThreadToWhoeverComesAfterThemByAnOldLink() {
        try (var house = DeskHouse.open(Database.H2, SignedIdentity.SETTINGS).awake();
                var phone = chromium.context()) {
            var page = sayingAsMing(phone, house, "mine");

            page.evaluate("location.hash = 'signed=" + token(Duration.ofSeconds(-1)) + "'");

            assertThat(page.locator("#banner")).containsText("you’re a guest for now");
            assertThat(page.locator(".signed-in")).hasCount(0);
            assertThat(page.locator("#log")).not().containsText("mine");
            assertThat(page.url()).isEqualTo(house.address() + "/c/mo");
        }
    }

    /** They come by their site's link, and say something. */
    private static Page sayingAsMing(BrowserContext browser, DeskHouse house, String words) {
        var page = browser.newPage();
        page.navigate(house.address() + "/c/mo#signed=" + token(Duration.ofHours(1)));
        assertThat(page.locator(".signed-in")).containsText("王小明");
        say(page, words);
        return page;
    }

    private static void say(Page page, String words) {
        page.locator("#text").fill(words);
        page.locator("#send").click();
        assertThat(page.locator("#log")).containsText(words);
    }

    private static String token(Duration lasts) {
        return SignedIdentity.of("c-1", "王小明", Instant.now().plus(lasts));
    }
}
