package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Lin answers, as Lin and Mei see it. */
@Tag("browser")
class DiscretionPageTest {
    private static DeskHouse house;
    private static Chromium browser;
    private static int count;

    private final ConversationId conversation = new ConversationId("web-mo", "masked-" + count++);
    private final Map<String, String> it = Map.of("conversation", conversation.toString());
    private BrowserContext here;

    @BeforeAll
    static void open() {
        house = DeskHouse.open();
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("mei", "Mei", StaffRole.AGENT);
        browser = new Chromium();
    }

    @AfterAll
    static void close() {
        browser.close();
        house.close();
    }

    @BeforeEach
    void linHasIt() {
        house.received(conversation, new Person("g", "王小明", null), "where is MO1234", Instant.now());
        house.received(conversation, new Person("g", "王小明", null), "and MO5678", Instant.now());
        house.takenBy("lin", conversation);
        here = browser.context();
    }

    @AfterEach
    void getUp() {
        here.close();
    }

    @Test
    void isWholeForWhoeverHasItAndMaskedForAColleague() {
        var lin = turnTo(Chromium.signedIn(here, house, "lin"));
        assertThat(lin.locator(".said.person .words").first()).hasText("where is MO1234");
        assertThat(lin.locator(".show-masked")).hasCount(0);

        try (var other = browser.context()) {
            var mei = turnTo(Chromium.signedIn(other, house, "mei"));

            assertThat(mei.locator(".said.person .words").first()).hasText("where is **1234");
            assertThat(mei.locator(".show-masked")).hasCount(2);
        }
    }

    @Test
    void showsOneBubbleByKeyAndTheThreadSaysWhoLooked() {
        var mei = turnTo(Chromium.signedIn(here, house, "mei"));

        mei.locator(".said.person .show-masked").first().press("Enter");

        assertThat(mei.locator(".said.person .words").first()).hasText("where is MO1234");
        assertThat(mei.locator(".said.person .words").nth(1)).hasText("and **5678");
        assertThat(mei.locator(".desk-line").last()).containsText("Mei looked at what is masked in the message of");
        mei.reload();
        assertThat(mei.locator(".said.person .words").first()).hasText("where is **1234");
    }

    @Test
    void isWholeOnTheSamePageOnceItIsTheirs() {
        var mei = turnTo(Chromium.signedIn(here, house, "mei"));
        assertThat(mei.locator(".show-masked")).hasCount(2);

        house.signedIn("lin").act("release", it);
        house.signedIn("mei").act("claim", it);

        assertThat(mei.locator(".said.person .words").first()).hasText("where is MO1234");
        assertThat(mei.locator(".show-masked")).hasCount(0);
        house.signedIn("mei").act("release", it);
        assertThat(mei.locator(".said.person .words").first()).hasText("where is **1234");
    }

    private Page turnTo(Page page) {
        page.navigate(house.address() + "/desk#" + conversation.toString().replace("/", "%2F"));
        assertThat(page.locator(".said.person").first()).isVisible();
        return page;
    }
}
