package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Human;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The desk by hands on the keyboard, in a real browser. */
@Tag("browser")
class KeysPageTest {
    private static Chromium chromium;
    private static int count;

    private DeskHouse house;
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void openABrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void sitDown() {
        house = DeskHouse.open();
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("mei", "Mei", StaffRole.AGENT);
        context = chromium.context();
        page = signedIn(context, "lin");
    }

    @AfterEach
    void getUp() {
        context.close();
        house.close();
    }

    // ---- the palette

    @Test
    void findsWhatCanBeDoneNowByAWordOfAnyLanguage() {
        claimed("王小明");
        assertThat(page.locator("#words")).isFocused();

        page.keyboard().press("Control+k"); // from where one writes, too
        var field = page.locator(".palette [role=combobox]");
        assertThat(field).isFocused();
        field.fill("解決");
        assertThat(options()).hasCount(1);
        assertThat(options().first()).containsText("Resolve");
        assertThat(options().first().locator("kbd")).hasText("e");
        assertThat(field).hasAttribute("aria-activedescendant", "palette-0");
        field.press("Enter");

        assertThat(page.locator("dialog [name=topic]")).isVisible();
        assertThat(page.locator(".palette")).hasCount(0);
    }

    @Test
    void offersOnlyWhatIsAllowedNow() {
        open(somebodyWaits("王小明"));

        palette("claim");
        assertThat(options().first()).containsText("Claim");
        palette("resolve");
        assertThat(options()).hasCount(0);
        assertThat(page.locator(".palette .nothing")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator(".palette")).hasCount(0);
    }

    @Test
    void jumpsToAConversationByNameAndToAPlace() {
        somebodyWaits("王小明");
        var other = somebodyWaits("李小華");
        assertThat(row(other)).isVisible();

        palette("小華");
        page.keyboard().press("Enter");
        assertThat(page.locator("#thread-who h1")).hasText("李小華");

        palette("numbers");
        page.keyboard().press("Enter");
        page.waitForURL("**/desk/numbers");
    }

    @Test
    void movesByArrowsAndLeavesTheInputMethodAlone() {
        open(somebodyWaits("王小明"));
        palette("");
        var field = page.locator(".palette [role=combobox]");

        field.press("ArrowDown");
        assertThat(field).hasAttribute("aria-activedescendant", "palette-1");
        field.press("ArrowUp");
        field.press("ArrowUp");
        assertThat(options().last()).hasAttribute("aria-selected", "true");
        field.evaluate("field => field.dispatchEvent(new KeyboardEvent('keydown',"
                + " { key: 'Enter', isComposing: true, bubbles: true }))");

        assertThat(page.locator(".palette")).isVisible();
    }

    // ---- which keys

    @Test
    void givesAnActAnotherKeyOnAllDevicesAndTheUsualOneBack() {
        claimed("王小明");
        page.locator("#show-keys").click();
        change("resolve", "c");
        assertThat(page.locator(".keys-told")).containsText("c is the key of “Claim”");
        change("resolve", "w");
        assertThat(key("resolve")).hasText("w");
        page.locator(".keys .main").click();

        page.reload();
        assertThat(page.locator("[data-act=resolve]")).hasAttribute("title", "Key: w");
        press("e");
        assertThat(page.locator("dialog")).hasCount(0);
        press("w");
        assertThat(page.locator("dialog [name=topic]")).isVisible();
        page.keyboard().press("Escape");
        try (var elsewhere = chromium.context()) {
            var phone = signedIn(elsewhere, "lin");
            phone.locator("#show-keys").click();
            assertThat(phone.locator("[data-name=resolve] kbd")).hasText("w");
        }

        page.locator("#show-keys").click();
        page.locator("[data-name=resolve] .plain").click();
        assertThat(key("resolve")).hasText("e");
        page.locator(".keys .main").click();
        press("e");
        assertThat(page.locator("dialog [name=topic]")).isVisible();
    }

    @Test
    void refusesAKeyThatThePageNeedsAndLeavesOneAsItIsByEscape() {
        page.locator("#show-keys").click();

        change("resolve", "ArrowDown");
        assertThat(page.locator(".keys-told")).containsText("needed to move about");
        change("palette", "q");
        assertThat(page.locator(".keys-told")).containsText("hold Ctrl");
        change("resolve", "Escape");

        assertThat(page.locator(".keys")).isVisible();
        assertThat(key("resolve")).hasText("e");
        change("palette", "Control+p");
        assertThat(key("palette")).hasText("Ctrl/⌘+P");
        page.locator(".keys .sheet-foot button").first().click();
        assertThat(key("palette")).hasText("Ctrl/⌘+K");
    }

    @Test
    void switchesSingleKeysOffAndLeavesThoseThatAreHeld() {
        open(somebodyWaits("王小明"));
        page.locator("#show-keys").click();
        page.locator("[name=keys-on]").uncheck();
        page.locator(".keys .main").click();
        page.reload();
        assertThat(page.locator("#stand [data-act=claim]")).isVisible();

        press("c");
        press("?");
        press("Control+k");

        assertThat(page.locator(".palette")).isVisible();
        assertThat(page.locator("dialog")).hasCount(1);
        assertThat(house.get(KeyChoices.class).of("lin").off()).isTrue();
    }

    // ---- what they do

    @Test
    void goesToWhoWaitsLongestIntoItAndToAnOpenOne() {
        somebodyWaits("李小華", Instant.now());
        var longest = somebodyWaits("王小明", Instant.now().minusSeconds(300));
        assertThat(row(longest)).isVisible();

        press("g");
        press("u");
        assertThat(page.locator("#thread-who h1")).hasText("王小明");
        assertThat(page.locator("#stand [data-act=claim]")).isVisible();
        press("c");
        assertThat(page.locator("#words")).isFocused();
        page.locator("#bubbles").focus();
        page.keyboard().press("Escape");
        assertThat(page.locator("#blank")).isVisible();

        page.keyboard().press("Alt+1");
        assertThat(page.locator(".said.person").first()).isVisible();
        assertThat(page.locator("#tab-reply")).hasAttribute("aria-selected", "true");
        page.locator("#bubbles").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#words")).isFocused();
    }

    @Test
    void sendsAndGoesOnToWhoWaitsLongest() {
        var first = claimed("王小明");
        somebodyWaits("李小華", Instant.now().minusSeconds(300));
        assertThat(page.locator("#list-queue .conversation")).hasCount(1);

        page.locator("#words").fill("好的，我看一下");
        page.keyboard().press("Control+Shift+Enter");

        assertThat(page.locator("#thread-who h1")).hasText("李小華");
        page.keyboard().press("Alt+1");
        assertThat(page.locator("#thread-who h1")).hasText("王小明");
        assertThat(page.locator(".said.human .words")).hasText("好的，我看一下");
        assertThat(row(first)).isVisible();
    }

    @Test
    void callsSomebodyUrgentAndNotAnyMore() {
        somebodyWaits("王小明", Instant.now().minusSeconds(300));
        var urgent = somebodyWaits("李小華", Instant.now());
        open(urgent);

        press("p");

        assertThat(page.locator("#list-queue .conversation").first()).containsText("李小華");
        assertThat(row(urgent)).containsText("urgent");
        assertThat(page.locator("#bubbles")).containsText("Lin says that this is urgent");
        press("p");
        assertThat(row(urgent)).not().containsText("urgent");
    }

    @Test
    void saysByAKeyWhetherOneIsThere() {
        press("a");
        page.locator("dialog [name=presence]").selectOption("busy");
        page.locator("dialog button.main").click();

        assertThat(page.locator("#presence")).hasValue("busy");
        assertThat(page.locator("#presence")).hasAttribute("data-presence", "busy");
    }

    @Test
    void takesBackWhatWasPutOffGivenBackAndTagged() {
        var conversation = claimed("王小明");
        press("h");
        page.locator("dialog button.main").click();
        assertThat(page.locator("#stand [data-act=undo]")).isVisible();
        press("z");
        assertThat(page.locator("#stand")).isHidden();
        assertThat(owner(conversation)).isInstanceOf(Human.class);

        press("b");
        assertThat(page.locator("#stand [data-act=undo]")).isVisible();
        assertThat(owner(conversation)).isInstanceOf(Bot.class);
        press("z");
        assertThat(page.locator("#tab-reply")).isEnabled();
        assertThat(owner(conversation)).isInstanceOf(Human.class);

        press("l");
        page.locator("dialog [name=tag]").fill("guest");
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog .chips")).containsText("guest");
        page.keyboard().press("Escape");
        press("z");
        assertThat(page.locator("#thread-who .tag.own")).hasCount(0);

        await().pollInSameThread()
                .untilAsserted(
                        () -> { // the tag goes from the page before its act is over
                            press("z");
                            assertThat(page.locator("#stand").textContent()).contains("Nothing of yours");
                        });
    }

    @Test
    void doesNotTakeBackWhatThePersonaWasAskedAbout() {
        var conversation = claimed("王小明");
        press("b");
        assertThat(page.locator("#stand [data-act=undo]")).isVisible();

        house.received(conversation, new Person(conversation.thread(), "王小明", null), "還有一件事", Instant.now());
        assertThat(page.locator(".said.person .words").last()).hasText("還有一件事");
        press("z");

        assertThat(page.locator("#stand")).containsText("cannot be taken back any more");
        assertThat(owner(conversation)).isInstanceOf(Bot.class);
    }

    // ---- one message

    @Test
    void copiesALinkToAMessageAndLeadsThere() {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        var conversation = somebodyWaits("王小明");
        for (int i = 0; i < 60; i++) {
            house.received(conversation, new Person(conversation.thread(), "王小明", null), "line " + i, Instant.now());
        }
        open(conversation);
        assertThat(page.locator(".said.person")).hasCount(61);

        press("Shift+ArrowUp");
        press("Shift+ArrowUp");
        press("y");
        assertThat(page.locator(".link-told")).hasText("Copied");
        var link = (String) page.evaluate("navigator.clipboard.readText()");
        page.keyboard().press("Escape");
        page.navigate("about:blank");
        page.navigate(link.replaceFirst("@\\d+", "@" + firstSeq(conversation)));

        assertThat(page.locator(".said.person").first()).isFocused();
        assertThat(page.locator(".said.person .words").first()).isInViewport();
        assertThat(link).contains("/desk#web-mo%2F").matches(".*@\\d+");
    }

    @Test
    void saysWhereAMessageCanBeReadThatIsFurtherBack() {
        var conversation = somebodyWaits("王小明");
        page.navigate(house.address() + "/desk#" + conversation.toString().replace("/", "%2F") + "@999999");

        assertThat(page.locator("#stand a"))
                .hasAttribute("href", java.util.regex.Pattern.compile(".*read\\?.*#999999"));
    }

    private long firstSeq(ConversationId conversation) {
        return house.get(Transcripts.class).thread(conversation, 0).getFirst().seq();
    }

    private void change(String name, String to) {
        page.locator("[data-name=" + name + "] button").first().click();
        page.keyboard().press(to);
    }

    private Locator key(String name) {
        return page.locator("[data-name=" + name + "] kbd");
    }

    private void palette(String words) {
        if (page.locator(".palette").count() == 0) {
            page.keyboard().press("Control+k");
        }
        page.locator(".palette [role=combobox]").fill(words);
    }

    private Locator options() {
        return page.locator(".palette [role=option]");
    }

    /** A key where nobody writes. */
    private void press(String key) {
        page.evaluate("document.activeElement.matches('textarea, input') && document.activeElement.blur()");
        page.keyboard().press(key);
    }

    private ConversationId claimed(String name) {
        var conversation = somebodyWaits(name);
        open(conversation);
        page.locator("#stand [data-act=claim]").click();
        assertThat(page.locator("#tab-reply")).hasAttribute("aria-selected", "true"); // a note would stay a note
        assertThat(page.locator("#words")).isFocused();
        return conversation;
    }

    private ConversationId somebodyWaits(String name) {
        return somebodyWaits(name, Instant.now());
    }

    private ConversationId somebodyWaits(String name, Instant since) {
        var conversation = new ConversationId("web-mo", "keys-" + count++);
        house.received(conversation, new Person(conversation.thread(), name, null), "I need a person", since);
        house.queues(conversation, since);
        return conversation;
    }

    private void open(ConversationId conversation) {
        row(conversation).click();
        assertThat(page.locator("#stand")).isVisible();
    }

    private Locator row(ConversationId conversation) {
        return page.locator("[data-id=\"" + conversation + "\"]");
    }

    private Object owner(ConversationId conversation) {
        return house.get(Desk.class).ownerOf(conversation);
    }

    private Page signedIn(BrowserContext where, String login) {
        return Chromium.signedIn(where, house, login);
    }
}
