package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.renhua.handoff.DeskDrafts;
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

/** What is written at the desk, on two devices of one agent and beside a colleague. */
@Tag("browser")
class DraftsPageTest {
    private static DeskHouse house;
    private static Chromium browser;
    private static int count;

    private final ConversationId conversation = new ConversationId("web-mo", "drafts-" + count++);
    private final Map<String, String> it = Map.of("conversation", conversation.toString());
    private BrowserContext here;
    private Page lin;

    @BeforeAll
    static void open() {
        house = DeskHouse.open().awake();
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("mei", "Mei", StaffRole.AGENT);
        house.hire("olga", "Olga", StaffRole.OWNER);
        browser = new Chromium();
    }

    @AfterAll
    static void close() {
        browser.close();
        house.close();
    }

    @BeforeEach
    void sitDown() {
        house.received(conversation, new Person("g", "王小明", null), "a person please", Instant.now());
        house.queues(conversation, Instant.now());
        house.signedIn("lin").act("claim", it);
        here = browser.context();
        lin = Chromium.signedIn(here, house, "lin");
        turnTo(lin, conversation);
    }

    @AfterEach
    void getUp() {
        here.close();
    }

    @Test
    void isThereAfterThePageWasClosedInTheMiddleOfAWord() {
        lin.locator("#words").fill("half a sent");

        lin.close(new Page.CloseOptions().setRunBeforeUnload(true));

        var again = here.newPage();
        turnTo(again, conversation);
        assertThat(again.locator("#words")).hasValue("half a sent");
    }

    @Test
    void isTheSameOnTheOtherDeviceOnceThatIsLookedAt() {
        try (var phone = browser.context()) {
            var pocket = Chromium.signedIn(phone, house, "lin");
            turnTo(pocket, conversation);
            assertThat(pocket.locator("#words")).isEditable();
            types(lin, "on my way");

            pocket.evaluate("dispatchEvent(new Event('focus'))");

            assertThat(pocket.locator("#words")).hasValue("on my way");
        }
    }

    @Test
    void neverOverwritesWhatIsBeingTyped() {
        try (var phone = browser.context()) {
            var pocket = Chromium.signedIn(phone, house, "lin");
            turnTo(pocket, conversation);
            assertThat(pocket.locator("#words")).isEditable();
            types(lin, "on my way");

            pocket.locator("#words").fill("typed in the pocket");

            assertThat(pocket.locator("#beside")).containsText("on my way");
            assertThat(pocket.locator("#words")).hasValue("typed in the pocket");
            pocket.locator("#beside button").first().click();
            assertThat(pocket.locator("#words")).hasValue("on my way");
            assertThat(pocket.locator("#beside")).isHidden();
        }
    }

    @Test
    void isFoldedOnceAColleagueHasAnsweredAndCanBeTakenAgain() {
        types(lin, "three days");
        var mei = house.signedIn("mei");
        assign("mei");
        assertThat(lin.locator("#words")).hasValue("three days");

        mei.act("reply", Map.of("conversation", conversation.toString(), "text", "Tomorrow.", "messageId", "m1"));

        var former = lin.locator("#beside details");
        assertThat(former).containsText("Written before Mei’s reply");
        assertThat(lin.locator("#words")).hasValue("");
        former.locator("summary").click();
        former.locator("button").first().click();
        assertThat(lin.locator("#words")).hasValue("three days");
        assertThat(lin.locator("#beside")).isHidden();
    }

    @Test
    void whoeverTakesOverReadsWhatWasBegun() {
        types(lin, "three days");
        var mei = Chromium.signedIn(here, house, "mei");
        turnTo(mei, conversation);

        assign("mei");

        assertThat(mei.locator(".memo")).containsText("three days");
        assertThat(mei.locator(".memo .speaker")).containsText("had begun to write this");
    }

    @Test
    void whoeverWasCutOffReadsFirstWhatAColleagueHasAnswered() {
        types(lin, "three days");
        here.setOffline(true);
        assertThat(lin.locator("#line-state")).not().isEmpty(new LocatorAssertions.IsEmptyOptions().setTimeout(30_000));
        assertThat(lin.locator("#send")).isDisabled();
        assign("mei");
        house.signedIn("mei")
                .act("reply", Map.of("conversation", conversation.toString(), "text", "Tomorrow.", "messageId", "m1"));
        assign("lin");

        here.setOffline(false);

        var news = lin.locator("#beside .news");
        assertThat(news).containsText("Tomorrow.", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        assertThat(lin.locator("#send")).isDisabled();
        news.locator("button").click();
        assertThat(lin.locator("#send")).isEnabled();
        assertThat(lin.locator("#beside details")).containsText("three days");
    }

    @Test
    void showsWhoElseReadsAndWritesBeforeAnybodySends() {
        try (var desk = browser.context()) {
            var mei = Chromium.signedIn(desk, house, "mei");
            turnTo(mei, conversation);
            assertThat(lin.locator("#onlookers")).hasText("Mei is reading this");
            assertThat(mei.locator("#onlookers")).hasText("Lin is reading this");

            lin.locator("#words").pressSequentially("three days");
            assertThat(mei.locator("#onlookers")).hasText("Lin is writing …");

            mei.navigate(house.address() + "/desk/canned");
            assertThat(lin.locator("#onlookers")).isHidden();
        }
    }

    @Test
    void nothingIsLeftToWriteOnceItIsSent() {
        types(lin, "on its way");

        lin.locator("#send").click();

        assertThat(lin.locator(".said.human .words")).hasText("on its way");
        assertThat(lin.locator("#words")).hasValue("");
        lin.reload();
        assertThat(lin.locator("#words")).isEditable();
        assertThat(lin.locator("#words")).hasValue("");
    }

    private void assign(String to) {
        house.signedIn("olga").act("assign", Map.of("conversation", conversation.toString(), "to", to, "why", "lunch"));
    }

    /** Writes, until it is kept. */
    private void types(Page page, String words) {
        page.waitForResponse("**/desk/draft", () -> page.locator("#words").pressSequentially(words));
        assertThat(house.get(DeskDrafts.class).of(conversation, "lin").draft()).isNotNull();
    }

    private static void turnTo(Page page, ConversationId conversation) {
        page.navigate(house.address() + "/desk#" + conversation.toString().replace("/", "%2F"));
        assertThat(page.locator("#words")).isVisible();
    }
}
