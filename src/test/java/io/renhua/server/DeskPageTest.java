package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.renhua.conversation.Inbox;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership.Human;
import io.renhua.journal.Happening;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import io.renhua.search.SearchFeed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The desk in real browsers, two agents side by side. */
@Tag("browser")
class DeskPageTest {
    private static final List<String> HOSTILE = List.of(
            "<script>ran()</script>",
            "<img src=x onerror=ran()>",
            "\"><svg onload=ran()>",
            "</textarea><script>ran()</script>",
            "${ran()} #{ran()} [[${ran()}]] [(${ran()})]",
            "<a href=\"javascript:ran()\">x</a>",
            "<style>*{color:red}</style>");

    private static DeskHouse house;
    private static Chromium chromium;
    private static int count;

    private final ConversationId conversation = new ConversationId("web-mo", "guest-" + count++);
    private BrowserContext here;
    private BrowserContext there;
    private Page lin;
    private Page mei;

    @BeforeAll
    static void open() {
        house = DeskHouse.open().awake();
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("mei", "Mei", StaffRole.AGENT);
        house.hire("wu", "Wu", StaffRole.AGENT);
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
        house.close();
    }

    @BeforeEach
    void sitDown() {
        here = context();
        there = context();
        lin = signedIn(here, "lin");
        mei = signedIn(there, "mei");
    }

    @AfterEach
    void getUp() {
        assertThat(lin.evaluate("window.executions")).isEqualTo(0);
        assertThat((List<?>) lin.evaluate("window.violations")).isEmpty();
        here.close();
        there.close();
    }

    @Test
    void showsANewcomerToTheQueueToEverybodyWithoutReloading() {
        somebodyWaits("王小明", "I need a person");

        assertThat(card(lin, "#list-queue")).containsText("王小明");
        assertThat(card(mei, "#list-queue")).containsText("王小明");
        assertThat(card(lin, "#list-queue").locator(".wait")).containsText(":");
    }

    @Test
    void letsOneClaimAndTellsTheOtherWhoWasFaster() {
        somebodyWaits("王小明", "I need a person");
        card(lin, "#list-queue").click();
        card(mei, "#list-queue").click();
        assertThat(mei.locator("#stand button")).isVisible();

        // Mei's page does not hear of it before she presses
        there.route("**/desk/lists**", route -> route.abort());
        there.route("**/desk/conversation**", route -> route.abort());
        lin.locator("#stand button").click();
        assertThat(lin.locator("#words")).isEditable();
        mei.evaluate("document.querySelector('#stand button').click()");
        assertThat(mei.locator("#stand")).containsText("Lin");
        there.unroute("**/desk/lists**");
        there.unroute("**/desk/conversation**");

        assertThat(mei.locator("#tab-reply")).isDisabled();
        assertThat(((Human) house.get(Desk.class).ownerOf(conversation)).agent())
                .isEqualTo("lin");
    }

    @Test
    void leavesTheRowsOfOtherConversationsAsTheyStand() {
        somebodyWaits("王小明", "I need a person");
        assertThat(card(lin, "#list-queue")).containsText("王小明");
        lin.evaluate("window.row = document.querySelector('#list-queue li')");
        var other = new ConversationId("web-mo", "another-" + count++);

        house.received(other, new Person("another", "李小華", null), "hello", Instant.now());

        assertThat(lin.locator("#list-bot")).containsText("李小華");
        assertThat(lin.evaluate("window.row === document.querySelector('#list-queue li')"))
                .isEqualTo(true);
    }

    @Test
    void keepsTheFocusInTheHeadWhenSomethingHappens() {
        somebodyWaits("王小明", "I need a person");
        card(lin, "#list-queue").click();
        lin.locator("#thread-who .tag.add").focus();

        house.received(conversation, new Person(conversation.thread(), "王小明", null), "hello?", Instant.now());

        assertThat(lin.locator(".said.person .words").last()).hasText("hello?");
        assertThat(lin.locator("#thread-who .tag.add")).isFocused();
    }

    @Test
    void tagsByKeyAndTakesATagAway() {
        somebodyWaits("王小明", "I need a person");
        card(lin, "#list-queue").click();
        assertThat(lin.locator("#thread-who .tag.add")).isVisible();

        lin.keyboard().press("l");
        lin.locator("dialog [name=tag]").fill("no_good_");
        lin.keyboard().press("Enter");
        assertThat(lin.locator("dialog [role=alert]")).isVisible();
        lin.locator("dialog [name=tag]").fill("client_book");
        lin.keyboard().press("Enter");
        assertThat(lin.locator("dialog .chips")).containsText("client_book");
        lin.keyboard().press("Escape");

        assertThat(lin.locator("#thread-who .tag.own")).hasText("client_book");
        assertThat(card(mei, "#list-queue").locator(".tag.own")).hasText("client_book");
        lin.locator("#thread-who .tag.add").click();
        lin.locator("dialog .chips button").click();
        assertThat(lin.locator("dialog .chips li")).hasCount(0);
        lin.keyboard().press("Escape");
        assertThat(lin.locator("#thread-who .tag.own")).hasCount(0);
    }

    @Test
    void repliesOnceHoweverOftenTheButtonIsPressed() {
        somebodyWaits("王小明", "I need a person");
        claim();

        lin.locator("#words").fill("您好，我是 Lin");
        lin.locator("#send").dblclick();

        assertThat(lin.locator(".said.human .words")).hasText("您好，我是 Lin");
        assertThat(lin.locator("#words")).hasValue("");
    }

    @Test
    void saysWhatTheRulesFindInThePagesOwnLanguage() {
        somebodyWaits("王小明", "I need a person");
        claim();

        try (var taipei = chromium.context(options -> options.setLocale("zh-TW"))) {
            var page = Chromium.signedIn(taipei, house, "lin");
            page.navigate(house.address() + "/desk#" + conversation.toString().replace("/", "%2F"));
            page.locator("#words").fill("我們是全國最佳的書店。");

            assertThat(page.locator("#remarks .forbids")).containsText("不能這樣送出： 「最佳」是絕對化用語。 可以改成：");
        }
    }

    @Test
    void saysWhatTheRulesFindWhileItIsWrittenAndRefusesWhatTheLawForbids() {
        somebodyWaits("王小明", "I need a person");
        claim();

        lin.locator("#words").fill("我們是全國最佳！！！！");
        assertThat(lin.locator("#remarks li").first()).hasClass("forbids");
        assertThat(lin.locator("#remarks .forbids")).containsText("最佳");
        assertThat(lin.locator("#remarks .tone").first()).isVisible();
        assertThat(lin.locator("#remarks .forbids")).containsText("最佳 is an absolute term. Instead:");
        lin.locator("#send").click();
        assertThat(lin.locator("#words")).hasValue("我們是全國最佳！！！！");
        assertThat(lin.locator(".said.human")).hasCount(0);

        lin.locator("#words").fill("書今天到。");
        assertThat(lin.locator("#remarks")).isHidden();
        lin.locator("#send").click();
        assertThat(lin.locator(".said.human .words")).hasText("書今天到。");
    }

    @Test
    void leavesTheInputMethodsEnterAlone() {
        somebodyWaits("王小明", "I need a person");
        claim();
        lin.locator("#enter-sends").check();
        lin.locator("#words").fill("ㄋㄧ");

        lin.locator("#words")
                .evaluate("field => field.dispatchEvent(new KeyboardEvent('keydown',"
                        + " { key: 'Enter', isComposing: true, bubbles: true }))");
        assertThat(lin.locator("#words")).hasValue("ㄋㄧ");

        lin.locator("#words").press("Enter");
        assertThat(lin.locator(".said.human .words")).hasText("ㄋㄧ");
    }

    @Test
    void keepsADraftWithItsConversation() {
        somebodyWaits("王小明", "I need a person");
        claim();
        lin.locator("#words").fill("half a sent");
        var other = new ConversationId("web-mo", "other-" + count++);
        house.received(other, new Person("o", "Somebody else", null), "hello", Instant.now());

        lin.locator("#list-bot .conversation", having("Somebody else")).first().click();
        assertThat(lin.locator("#words")).hasValue("");
        assertThat(lin.locator("#tab-reply")).isDisabled();
        card(lin, "#list-mine").click();

        assertThat(lin.locator("#words")).hasValue("half a sent");
    }

    @Test
    void passesItToAColleagueWhoSeesTheNote() {
        somebodyWaits("王小明", "I need a person");
        claim();

        lin.locator("[data-act=transfer]").click();
        lin.locator("dialog [name=whom]").selectOption("mei");
        lin.locator("dialog [name=text]").fill("she speaks French");
        lin.locator("dialog button.main").click();
        assertThat(lin.locator("#stand")).containsText("asks Mei to take over");
        card(mei, "#list-offered").click();
        mei.locator("#stand [data-act=claim]").click();

        assertThat(mei.locator("#words")).isEditable();
        assertThat(mei.locator(".memo")).containsText("she speaks French");
        assertThat(lin.locator("#stand")).containsText("Mei is answering");
    }

    @Test
    void resolvesByKeyAndTakesItBack() {
        somebodyWaits("王小明", "I need a person");
        claim();
        assertThat(lin.locator("#words")).isFocused(); // whoever claims wants to write
        lin.locator("#bubbles").focus();

        lin.keyboard().press("e");
        lin.locator("dialog [name=topic]").fill("parcel");
        lin.keyboard().press("Enter");
        assertThat(lin.locator("#stand")).containsText("Resolved: parcel");
        lin.locator("#bubbles").focus();
        lin.keyboard().press("z");

        assertThat(lin.locator("#words")).isEditable();
    }

    @Test
    void keysDoNothingWhileSomebodyWrites() {
        somebodyWaits("王小明", "I need a person");
        claim();

        lin.locator("#words").pressSequentially("help");
        lin.locator("#bubbles")
                .evaluate("field => field.dispatchEvent(new KeyboardEvent('keydown',"
                        + " { key: 'e', isComposing: true, bubbles: true }))");

        assertThat(lin.locator("dialog")).hasCount(0);
        assertThat(lin.locator("#words")).hasValue("help");
    }

    @Test
    void writesANoteThatOnlyColleaguesRead() {
        somebodyWaits("王小明", "I need a person");
        card(lin, "#list-queue").click();
        lin.locator("#tab-note").click();

        lin.locator("#words").fill("knows her, VIP");
        lin.locator("#send").click();

        assertThat(lin.locator(".memo")).containsText("knows her, VIP");
        assertThat(lin.locator(".said.human")).hasCount(0);
    }

    @Test
    void saysToColleaguesWhoIsThere() {
        try (var elsewhere = context()) {
            var wu = signedIn(elsewhere, "wu"); // with nobody in hand
            wu.locator("#presence").selectOption("break");
            assertThat(wu.locator("#presence")).hasAttribute("data-presence", "break");
            somebodyWaits("王小明", "I need a person");
            card(mei, "#list-queue").click();
            mei.locator("#stand [data-act=claim]").click();

            mei.locator("[data-act=transfer]").click();

            assertThat(mei.locator("dialog [name=whom]")).containsText("Wu · On a break");
        }
    }

    @Test
    void tellsUnderABubbleWhyItWasSaidAndKeepsThatOpen() {
        house.get(Inbox.class)
                .accept(List.of(new Inbound(
                        "m-" + conversation,
                        conversation,
                        new Person(conversation.thread(), "王小明", null),
                        new Content.Text("推薦一本書"),
                        Instant.now(),
                        null)));
        lin.navigate(house.address() + "/desk#" + conversation.toString().replace("/", "%2F"));
        var why = lin.locator(".said.bot .because").last();

        why.locator("summary").click();
        assertThat(why.locator("dd").first()).containsText("推薦一本書");
        assertThat(why).containsText("mo/lines/shop.yaml:");
        assertThat(why.locator("code")).containsText("renhua why ");

        house.received(conversation, new Person("g", "王小明", null), "謝謝", Instant.now());
        assertThat(lin.locator(".said.person")).hasCount(2);
        assertThat(why.locator("code")).isVisible();
    }

    @Test
    void saysWhatWasTooLateAndWhatDidNotArrive() {
        house.received(conversation, new Person("g", "王小明", null), "hello", Instant.now());
        var late = house.said(conversation, new Speaker(Speaker.Kind.BOT, "Mo"), "one moment", Instant.now());
        var refused = house.said(conversation, new Speaker(Speaker.Kind.BOT, "Mo"), "still there?", Instant.now());
        house.happened(
                new Happening.Settled(conversation, Instant.now(), late, Happening.Settled.State.WITHHELD, "stale"));
        house.happened(new Happening.Settled(
                conversation, Instant.now(), refused, Happening.Settled.State.REFUSED, "blocked by the person"));

        lin.navigate(house.address() + "/desk#" + conversation.toString().replace("/", "%2F"));

        assertThat(lin.locator(".said.withheld")).containsText("too late, not sent");
        assertThat(lin.locator(".said.refused")).containsText("blocked by the person");
        assertThat(lin.locator(".said.bot .badge").first()).hasText("AI");
    }

    @Test
    void showsHostileWordsAsWords() {
        HOSTILE.forEach(words -> house.received(conversation, new Person("g", words, null), words, Instant.now()));
        house.happened(new Happening.Received(
                conversation,
                Instant.now(),
                "u",
                new Person("g", HOSTILE.getFirst(), null),
                new Content.Unsupported(HOSTILE.getFirst()),
                Instant.now()));
        house.queues(conversation, Instant.now());

        card(lin, "#list-queue").click();

        assertThat(lin.locator(".said.person .words")).hasText(HOSTILE.toArray(String[]::new));
        house.get(SearchFeed.class).look();
        lin.navigate(house.address() + "/desk/transcripts");
        assertThat(lin.locator(".found")).containsText("<script>ran()</script>");
    }

    private void claim() {
        card(lin, "#list-queue").click();
        lin.locator("#stand button").click();
        assertThat(lin.locator("#tab-reply")).hasAttribute("aria-selected", "true"); // a note would stay a note
    }

    private void somebodyWaits(String name, String words) {
        house.received(conversation, new Person(conversation.thread(), name, null), words, Instant.now());
        house.queues(conversation, Instant.now());
    }

    private Locator card(Page page, String list) {
        return page.locator(list + " [data-id=\"" + conversation + "\"]");
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static BrowserContext context() {
        var context = chromium.context();
        context.addInitScript("""
                window.executions = 0;
                window.ran = () => { window.executions += 1; };
                window.violations = [];
                document.addEventListener('securitypolicyviolation', event =>
                  window.violations.push(event.violatedDirective + ' ' + event.blockedURI));""");
        return context;
    }

    private static Page signedIn(BrowserContext context, String login) {
        return Chromium.signedIn(context, house, login);
    }
}
