package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.renhua.handoff.CannedReplies;
import io.renhua.handoff.CannedReply;
import io.renhua.handoff.CannedReply.Fits;
import io.renhua.handoff.Whose;
import io.renhua.handoff.Whose.Scope;
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

/** Canned replies where they are taken: in the middle of writing, by keys alone. */
@Tag("browser")
class CannedPageTest {
    private static DeskHouse house;
    private static Chromium browser;
    private static int count;

    private final ConversationId conversation = new ConversationId("web-mo", "canned-" + count++);
    private BrowserContext here;
    private Page lin;

    @BeforeAll
    static void open() {
        house = DeskHouse.open().awake();
        house.hire("lin", "Lin", StaffRole.AGENT);
        keep("hi", "Greeting", "{name}您好，我是{agent}。");
        keep("late", "Parcel is late", "單號{order_no}的書週五到。");
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
        house.signedIn("lin").act("claim", Map.of("conversation", conversation.toString()));
        here = browser.context();
        lin = Chromium.signedIn(here, house, "lin");
        lin.navigate(house.address() + "/desk#" + conversation.toString().replace("/", "%2F"));
        assertThat(lin.locator(".said.person")).isVisible();
        assertThat(lin.locator("#words")).isEditable();
    }

    @AfterEach
    void getUp() {
        here.close();
    }

    @Test
    void aSlashAtTheStartOpensThemAndEnterTakesOneFilledIn() {
        lin.locator("#words").pressSequentially("/gree");
        assertThat(lin.locator("#canned-list .option")).hasCount(1);

        lin.keyboard().press("Enter");

        assertThat(lin.locator("#words")).hasValue("王小明您好，我是Lin。");
        assertThat(lin.locator("#canned-list")).isHidden();
        assertThat(lin.locator(".said.human")).hasCount(0);
    }

    @Test
    void whatNobodyKnowsIsMarkedAndCannotBeSent() {
        lin.locator("#words").pressSequentially("/");
        assertThat(lin.locator("#canned-list .option")).hasCount(2);
        assertThat(lin.locator("#canned-list [aria-selected=true]")).containsText("/hi");
        lin.keyboard().press("ArrowDown");
        assertThat(lin.locator("#canned-list [aria-selected=true]")).containsText("/late");
        lin.keyboard().press("Tab");
        assertThat(lin.locator("#words")).hasValue("單號{order_no}的書週五到。");
        assertThat(lin.locator("#gaps")).containsText("{order_no}");
        assertThat(lin.locator("#remarks .forbids")).containsText("{order_no} is still empty");

        lin.locator("#send").click();
        assertThat(lin.locator(".said.human")).hasCount(0);

        lin.keyboard().insertText("SP123"); // the gap is selected
        assertThat(lin.locator("#gaps")).isHidden();
        lin.locator("#send").click();
        assertThat(lin.locator(".said.human .words")).hasText("單號SP123的書週五到。");
    }

    @Test
    void theKeyOpensThemFromOutsideAndEscapeLeavesTheWords() {
        lin.locator("#words").fill("one moment ");
        lin.locator("#bubbles").focus();

        lin.keyboard().press("/");
        assertThat(lin.locator("#canned-list .option")).hasCount(2);
        lin.keyboard().press("Escape");

        assertThat(lin.locator("#canned-list")).isHidden();
        assertThat(lin.locator("#words")).hasValue("one moment /");
        assertThat(lin.locator("#words")).isFocused();
    }

    @Test
    void nothingHappensWhileAnInputMethodComposes() {
        lin.locator("#words").pressSequentially("/");
        assertThat(lin.locator("#canned-list .option")).hasCount(2);

        lin.locator("#words")
                .evaluate("field => field.dispatchEvent(new KeyboardEvent('keydown',"
                        + " { key: 'Enter', isComposing: true, bubbles: true }))");

        assertThat(lin.locator("#words")).hasValue("/");
        assertThat(lin.locator("#canned-list")).isVisible();
    }

    @Test
    void aSlashThatFitsNothingIsAWordLikeAnyOther() {
        lin.locator("#enter-sends").check();

        lin.locator("#words").pressSequentially("/nothing");
        assertThat(lin.locator("#canned-list")).isHidden();
        lin.keyboard().press("Enter");

        assertThat(lin.locator(".said.human .words")).hasText("/nothing");
        assertThat(lin.locator("#words")).hasValue("");
        lin.locator("#enter-sends").uncheck();
    }

    @Test
    void isWrittenChangedAndDeletedOnAPageOfItsOwn() {
        lin.navigate(house.address() + "/desk");
        lin.locator(".places a[href='/desk/canned']").click();
        lin.locator(".canned summary").first().click();
        lin.locator("[name=shortcut]").fill("bye");
        lin.locator("[name=words]").fill("慢走。");
        lin.locator(".canned-form .main").click();
        assertThat(lin.locator(".canned .done")).containsText("Saved");

        lin.locator(".canned-list li").filter(having("/bye")).locator(".grave").click();
        assertThat(lin.locator(".canned-list")).not().containsText("/bye");
        lin.locator(".undo button").click();

        assertThat(lin.locator(".canned-list")).containsText("/bye");
        house.get(CannedReplies.class).readable("lin").stream()
                .filter(reply -> reply.shortcut().equals("bye"))
                .forEach(reply -> house.get(CannedReplies.class).delete(reply.id()));
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static void keep(String shortcut, String title, String words) {
        var mo = Whose.of(Scope.PERSONA, "mo");
        house.get(CannedReplies.class)
                .add(new CannedReply(shortcut, mo, Fits.ANYWHERE, shortcut, title, words, null, 0, "lin"));
    }
}
