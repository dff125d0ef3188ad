package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.renhua.handoff.Agents;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Colleagues are named in notes by a list, and the name that stands there then is one that calls them. */
@Tag("browser")
class MentionsPageTest {
    private static DeskHouse house;
    private static Chromium browser;
    private static int count;

    private final ConversationId conversation = new ConversationId("web-mo", "named-" + count++);
    private BrowserContext here;
    private Page lin;

    @BeforeAll
    static void open() {
        house = DeskHouse.open();
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("wu", "小吳", StaffRole.AGENT);
        house.hire("mei", "Mei", StaffRole.AGENT);
        house.hire("mei2", "Mei Chen", StaffRole.AGENT);
        browser = new Chromium();
    }

    @AfterAll
    static void close() {
        browser.close();
        house.close();
    }

    @BeforeEach
    void sitDown() {
        house.get(Agents.class).seen("wu");
        house.get(Agents.class).seen("mei");
        house.get(Agents.class).seen("mei2");
        house.received(conversation, new Person("g", "王小明", null), "hello", Instant.now());
        house.takenBy("lin", conversation);
        here = browser.context();
        lin = Chromium.signedIn(here, house, "lin");
        lin.navigate(house.address() + "/desk#" + conversation.toString().replace("/", "%2F"));
        assertThat(lin.locator("#words")).isEditable();
    }

    @AfterEach
    void getUp() {
        here.close();
    }

    @Test
    void anAtSignOffersThemAndEnterTakesOne() {
        lin.locator("#tab-note").click();
        lin.locator("#words").pressSequentially("請@w");
        assertThat(lin.locator("#mention-list .option")).hasCount(1);

        lin.keyboard().press("Enter");

        assertThat(lin.locator("#words")).hasValue("請@小吳 ");
        assertThat(lin.locator("#mention-list")).isHidden();
        lin.keyboard().insertText("看一下");
        lin.locator("#send").click();
        assertThat(lin.locator(".memo .words")).hasText("請@小吳 看一下");
        await().untilAsserted(() -> org.assertj.core.api.Assertions.assertThat(
                        house.signedIn("wu").ask("/desk/lists").body())
                .contains("\"note\":{"));
    }

    @Test
    void arrowsChooseAndEscapeLeavesTheWords() {
        lin.locator("#tab-note").click();
        lin.locator("#words").pressSequentially("ask @me");
        assertThat(lin.locator("#mention-list .option")).hasCount(2);
        lin.keyboard().press("ArrowDown");
        assertThat(lin.locator("#mention-list [aria-selected=true]")).containsText("Mei Chen");
        lin.keyboard().press("Tab");
        assertThat(lin.locator("#words")).hasValue("ask @mei2 "); // her name would call Mei as well

        lin.keyboard().type("and @m");
        assertThat(lin.locator("#mention-list .option")).hasCount(2);
        lin.keyboard().press("Escape");

        assertThat(lin.locator("#mention-list")).isHidden();
        assertThat(lin.locator("#words")).hasValue("ask @mei2 and @m");
        lin.keyboard().type("e");
        assertThat(lin.locator("#mention-list")).isHidden();
    }

    @Test
    void nothingHappensInRepliesInAddressesOrWhileAnInputMethodComposes() {
        lin.locator("#words").pressSequentially("ask @w");
        assertThat(lin.locator("#mention-list")).isHidden();

        lin.locator("#tab-note").click();
        lin.locator("#words").fill("");
        lin.locator("#words").pressSequentially("lin@w");
        assertThat(lin.locator("#mention-list")).isHidden();

        lin.locator("#words").fill("");
        lin.locator("#words").pressSequentially("@w");
        assertThat(lin.locator("#mention-list .option")).hasCount(1);
        lin.locator("#words")
                .evaluate("field => field.dispatchEvent(new KeyboardEvent('keydown',"
                        + " { key: 'Enter', isComposing: true, bubbles: true }))");
        assertThat(lin.locator("#words")).hasValue("@w");
        assertThat(lin.locator("#mention-list")).isVisible();
    }
}
