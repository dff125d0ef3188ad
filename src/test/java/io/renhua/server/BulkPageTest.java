package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.KeyboardModifier;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Hold;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Ownership.Wrap;
import io.renhua.handoff.Tags;
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

/** Several conversations at once, and one without opening it: in a real browser, by mouse, keys and finger. */
@Tag("browser")
class BulkPageTest {
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
    void open() {
        house = DeskHouse.open();
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("mei", "Mei", StaffRole.AGENT);
        house.hire("olga", "Olga", StaffRole.OPERATOR);
        context = chromium.context();
        page = context.newPage();
    }

    @AfterEach
    void getUp() {
        context.close();
        house.close();
    }

    @Test
    void choosesByKeysAndResolvesAllWithOneTopicAndTakesThatBack() {
        var all = List.of(mine("王小明"), mine("李小華"), mine("陳大文"));
        sitDown("lin");
        page.locator("#list-mine .conversation").first().click();
        assertThat(page.locator("#thread-who h1")).isVisible();

        page.locator("#bubbles").focus();
        page.keyboard().press("x");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("X");
        assertThat(page.locator(".chosen-count")).hasText("3 chosen");
        page.locator("[data-bulk=resolve]").click();
        page.locator("dialog [name=topic]").fill("parcel");
        page.keyboard().press("Enter");

        assertThat(page.locator(".chosen-told")).containsText("Resolve: done with all 3.");
        assertThat(all).map(this::owner).allMatch(Wrap.class::isInstance);
        page.locator(".chosen-told button").click();
        assertThat(page.locator(".chosen-told")).containsText("Take back: done with all 3.");
        assertThat(all).map(this::owner).allMatch(Human.class::isInstance);
    }

    @Test
    void keepsChosenWhatCouldNotBeDoneAndSaysWhyOnItsRow() {
        var own = mine("王小明");
        var waiting = waits("李小華");
        sitDown("lin");

        choose(own);
        choose(waiting);
        page.locator("[data-bulk=hold]").click();
        page.locator("dialog button.main").click();

        assertThat(page.locator(".chosen-told")).containsText("1 could not be");
        assertThat(page.locator(".chosen-count")).hasText("1 chosen");
        assertThat(item(waiting).locator(".choose")).isChecked();
        assertThat(item(waiting).locator(".row-why")).hasText("It waits in the queue and is nobody’s yet.");
        assertThat(item(own).locator(".choose")).not().isChecked();
        assertThat(owner(own)).isInstanceOf(Hold.class);
        page.locator(".chosen-head button").click();
        assertThat(page.locator(".chosen-bar")).isHidden();
    }

    @Test
    void choosesARangeByMouseAndClaimsIt() {
        var all = List.of(waits("王小明"), waits("李小華"), waits("陳大文"));
        sitDown("lin");

        row(all.getFirst()).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROL)));
        row(all.getLast()).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        assertThat(page.locator("#blank")).isVisible(); // nothing was opened
        assertThat(page.locator("[data-bulk=resolve]")).hasCount(0); // none of them is hers
        page.locator("[data-bulk=claim]").click();

        assertThat(page.locator(".chosen-told")).containsText("done with all 3");
        assertThat(all).map(this::owner).allMatch(Human.class::isInstance);
    }

    @Test
    void tagsSeveral() {
        var all = List.of(waits("王小明"), waits("李小華"));
        sitDown("lin");
        all.forEach(this::choose);

        page.locator("[data-bulk=tag]").click();
        page.locator("dialog [name=tag]").fill("guest");
        page.keyboard().press("Enter");

        all.forEach(each -> assertThat(row(each).locator(".tag.own")).hasText("guest"));
        assertThat(all).allMatch(each -> house.get(Tags.class).of(each).contains("guest"));
    }

    @Test
    void supervisorsGiveSeveralToSomebody() {
        house.signedIn("mei").ask("/desk/lists");
        var all = List.of(waits("王小明"), mine("李小華"));
        sitDown("olga");
        all.forEach(this::choose);

        page.locator("[data-bulk=assign]").click();
        page.locator("dialog [name=to]").selectOption("mei");
        page.locator("dialog [name=why]").fill("lunch");
        page.locator("dialog button.main").click();

        assertThat(page.locator(".chosen-told")).containsText("done with all 2");
        assertThat(all)
                .map(this::owner)
                .allMatch(owner -> owner instanceof Human human && human.agent().equals("mei"));
    }

    @Test
    void offersTheSameInAMenuOfTheRow() {
        var own = mine("王小明");
        sitDown("lin");

        item(own).locator(".row-menu").click();
        page.locator(".row-acts button", new Page.LocatorOptions().setHasText("Put off"))
                .click();
        page.locator("dialog button.main").click();

        assertThat(page.locator("#list-hold .conversation")).containsText("王小明");
        assertThat(owner(own)).isInstanceOf(Hold.class);
        assertThat(page.locator("#blank")).isVisible();
    }

    @Test
    void claimsAndPutsOffByASwipeOnAPhone() {
        onAPhone();
        var waiting = waits("王小明");
        var own = mine("李小華");
        sitDown("lin");

        swipe(waiting, 40);
        assertThat(owner(waiting)).isInstanceOf(Queued.class); // not far enough to mean it
        swipe(own, -120);
        page.locator("dialog button.main").click();
        assertThat(page.locator("#list-hold .conversation")).containsText("李小華");
        assertThat(page.locator("#thread-who h1")).isHidden();
        swipe(waiting, 120);

        assertThat(page.locator("#thread-who h1")).hasText("王小明");
        assertThat(owner(waiting)).isInstanceOf(Human.class);
    }

    @Test
    void choosesByALongPressOnAPhone() {
        onAPhone();
        var waiting = waits("王小明");
        sitDown("lin");

        finger(waiting, "pointerdown", 0);
        assertThat(item(waiting).locator(".choose")).isChecked();
        finger(waiting, "pointerup", 0);
        row(waiting).click(); // the press that ends there

        assertThat(page.locator(".chosen-count")).hasText("1 chosen");
        assertThat(page.locator("#thread-who h1")).isHidden();
    }

    private void onAPhone() {
        context.close();
        context = chromium.context(options -> options.setViewportSize(390, 780)
                .setHasTouch(true)
                .setIsMobile(true)
                .setLocale("en-US"));
    }

    private void swipe(ConversationId conversation, int by) {
        finger(conversation, "pointerdown", 0);
        finger(conversation, "pointermove", by / 2);
        finger(conversation, "pointermove", by);
        finger(conversation, "pointerup", by);
    }

    private void finger(ConversationId conversation, String does, int by) {
        row(conversation)
                .evaluate(
                        "(row, [does, by]) => row.dispatchEvent(new PointerEvent(does, { bubbles: true,"
                                + " pointerType: 'touch', clientX: 160 + by, clientY: 300 }))",
                        List.of(does, by));
    }

    private void sitDown(String login) {
        page = Chromium.signedIn(context, house, login);
        assertThat(page.locator(".conversation").first()).isVisible();
    }

    private void choose(ConversationId conversation) {
        item(conversation).locator(".choose").check();
    }

    private ConversationId mine(String name) {
        var conversation = says(name);
        house.takenBy("lin", conversation);
        return conversation;
    }

    private ConversationId waits(String name) {
        var conversation = says(name);
        house.queues(conversation, Instant.now());
        return conversation;
    }

    private ConversationId says(String name) {
        var conversation = new ConversationId("web-mo", "bulk-" + count++);
        house.received(conversation, new Person(conversation.thread(), name, null), "I need a person", Instant.now());
        return conversation;
    }

    private Locator row(ConversationId conversation) {
        return page.locator("[data-id=\"" + conversation + "\"]");
    }

    private Locator item(ConversationId conversation) {
        return page.locator(".lists li", new Page.LocatorOptions().setHas(row(conversation)));
    }

    private Ownership owner(ConversationId conversation) {
        return house.get(Desk.class).ownerOf(conversation);
    }
}
