package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The desk of a server to which nobody ever wrote. */
@Tag("browser")
class FirstDeskPageTest {
    private static final ConversationId WEB = new ConversationId("web-mo", "w1");

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
    void saysWhatToDoNextUntilSomebodyWrites() {
        try (var house = house();
                var context = chromium.context()) {
            var page = Chromium.signedIn(context, house, "olga");
            assertThat(page.locator(".start h1")).hasText("Nobody has written yet");
            assertThat(page.locator(".start")).containsText("src/docs/platforms.md");
            assertThat(page.locator(".pick")).isHidden();

            var chat = context.waitForPage(() -> page.locator(".start a.main").click());
            assertThat(chat.locator("a[href*='/c/mo']").first()).isVisible();
            page.locator(".start a[href='/desk/operations']").click();
            page.waitForURL("**/desk/operations");
            page.goBack();

            assertThat(page.locator(".start")).isVisible();
            house.received(WEB, new Person("w1", "王小明", null), "hello", Instant.now());
            assertThat(page.locator(".start")).isHidden();
            assertThat(page.locator(".pick")).isVisible();
            page.reload();
            assertThat(page.locator(".conversation")).isVisible();
            assertThat(page.locator(".start")).isHidden();
        }
    }

    @Test
    void leadsEachWhereTheirRoleMayGo() {
        try (var house = house();
                var owners = chromium.context();
                var agents = chromium.context()) {
            var oda = Chromium.signedIn(owners, house, "oda");
            assertThat(oda.locator(".start li")).hasCount(3);
            oda.locator(".start a[href='/desk/staff']").click();
            oda.waitForURL("**/desk/staff");

            var lin = Chromium.signedIn(agents, house, "lin");
            assertThat(lin.locator(".start li")).hasCount(1);
            assertThat(lin.locator(".start a")).hasCount(1);
        }
    }

    @Test
    void fitsAPhoneInEveryLanguageAndBothThemes() {
        try (var house = house()) {
            for (var locale : List.of("en-US", "zh-TW", "zh-CN")) {
                for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    for (int width : List.of(360, 390, 1280)) {
                        try (var context = chromium.context(options -> options.setViewportSize(width, 844)
                                .setLocale(locale)
                                .setColorScheme(scheme))) {
                            shows(Chromium.signedIn(context, house, "oda"), locale + "-" + scheme + "-" + width);
                        }
                    }
                }
            }
        }
    }

    private static void shows(Page page, String name) {
        assertThat(page.locator(".start a.main")).isVisible();
        assertThat(page.locator(".start a[href='/desk/staff']")).isVisible();
        var wide = (Boolean)
                page.evaluate(
                        "() => [...document.querySelectorAll('.start, .start *')].every(each => each.scrollWidth <= each.clientWidth + 1 || getComputedStyle(each).display === 'inline')");
        assertThat(wide).as(name).isTrue();
    }

    private static DeskHouse house() {
        var house = DeskHouse.open(Database.H2, Map.of());
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("olga", "Olga", StaffRole.OPERATOR);
        house.hire("oda", "Oda", StaffRole.OWNER);
        return house;
    }
}
