package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.renhua.handoff.CannedReplies;
import io.renhua.handoff.CannedReply;
import io.renhua.handoff.CannedReply.Fits;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Macro;
import io.renhua.handoff.Macro.Step;
import io.renhua.handoff.Macros;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Wrap;
import io.renhua.handoff.Tags;
import io.renhua.handoff.Whose;
import io.renhua.handoff.Whose.Scope;
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

/** Macros where they are used, in a real browser: found by key and palette, shown, done, taken back. */
@Tag("browser")
class MacroPageTest {
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
        keep("hi", "{name}，書明天到。");
        keep("number", "單號{order_no}到了。");
        macro("Late parcel", new Step.Say("hi"), new Step.Tag("late"), new Step.Resolve("parcel"));
        context = chromium.context();
        page = context.newPage();
    }

    @AfterEach
    void getUp() {
        context.close();
        house.close();
    }

    @Test
    void aKeyFindsOneShowsWhatItWillDoAndDoesItAndZTakesBackWhatCanBe() {
        var conversation = mine("王小明");
        sitDownAt(conversation);

        page.keyboard().press("m");
        page.keyboard().type("late");
        page.keyboard().press("Enter");
        assertThat(page.locator(".sheet.macro li")).hasCount(3);
        assertThat(page.locator(".sheet.macro blockquote")).hasText("王小明，書明天到。");
        assertThat(page.locator(".said.human")).hasCount(0);
        page.keyboard().press("Enter");

        assertThat(page.locator(".said.human .words")).hasText("王小明，書明天到。");
        assertThat(page.locator("#stand")).containsText("Take back");
        assertThat(page.locator("#thread-who .tag.own")).hasText("late");
        assertThat(owner(conversation)).isInstanceOf(Wrap.class);
        page.locator("#bubbles").focus();
        page.keyboard().press("z");

        assertThat(page.locator("#thread-who .tag.own")).hasCount(0);
        assertThat(page.locator("#words")).isEditable();
        assertThat(owner(conversation)).isInstanceOf(Human.class);
        assertThat(house.get(Tags.class).of(conversation)).isEmpty();
    }

    @Test
    void thePaletteHasThemByName() {
        sitDownAt(mine("王小明"));

        page.keyboard().press("Control+k");
        page.keyboard().type("parcel");
        assertThat(page.locator(".palette .option")).hasCount(1);
        page.keyboard().press("Enter");
        assertThat(page.locator(".sheet.macro h2")).hasText("Late parcel");
        page.keyboard().press("Escape");

        assertThat(page.locator(".sheet.macro")).hasCount(0);
        assertThat(page.locator(".said.human")).hasCount(0);
    }

    @Test
    void whatWouldBeRefusedCannotBePressedAndSaysWhy() {
        macro("Parcel is here", new Step.Tag("here"), new Step.Say("number"));
        var conversation = mine("王小明");
        sitDownAt(conversation);

        choose("Parcel is here");

        assertThat(page.locator(".sheet.macro li.refused blockquote")).hasText("單號{order_no}到了。");
        assertThat(page.locator(".sheet.macro .macro-why")).containsText("{order_no} is still empty");
        assertThat(page.locator(".sheet.macro .main")).isDisabled();
        assertThat(house.get(Tags.class).of(conversation)).isEmpty();
    }

    @Test
    void saysWhereItStoppedAndWhy() {
        macro("Too much", new Step.Tag("late"), new Step.Resolve("parcel"), new Step.Resolve("twice"));
        var conversation = mine("王小明");
        sitDownAt(conversation);

        choose("Too much");
        page.locator(".sheet.macro .main").click();

        assertThat(page.locator("#stand")).containsText("It stopped at “Resolve: twice”");
        assertThat(owner(conversation)).isInstanceOf(Wrap.class);
    }

    @Test
    void doesSeveralAtOnceAndLeavesChosenWhatCouldNotBe() {
        var own = List.of(mine("王小明"), mine("李小華"));
        var hers = says("陳大文");
        house.takenBy("mei", hers);
        sitDown();
        own.forEach(this::check);
        check(hers);

        page.locator("[data-bulk=macros]").click();
        page.locator(".palette .option").click();
        assertThat(page.locator(".macro-one")).hasCount(3);
        assertThat(page.locator(".macro-one.refused summary")).containsText("Mei has it.");
        assertThat(page.locator(".sheet.macro .main")).hasText("Do it with 2 of 3");
        page.locator(".sheet.macro .main").click();

        assertThat(page.locator(".chosen-told")).containsText("Macros: done with 2.");
        assertThat(page.locator(".chosen-count")).hasText("1 chosen");
        assertThat(own).map(this::owner).allMatch(Wrap.class::isInstance);
        assertThat(house.get(Tags.class).of(hers)).isEmpty();
        page.locator(".chosen-told button").click();
        assertThat(page.locator(".chosen-told")).containsText("Take back: done with all 2.");
        assertThat(own).map(this::owner).allMatch(Human.class::isInstance);
        assertThat(own).allMatch(each -> house.get(Tags.class).of(each).isEmpty());
    }

    @Test
    void isWrittenOnAPageOfItsOwn() {
        sitDown();
        page.locator(".places a[href='/desk/macros']").click();
        page.locator(".canned summary").click();
        page.locator("[name=title]").fill("To care");
        page.locator("[name=say]").selectOption("hi");
        page.locator("[name=tags]").fill("late, vip");
        page.locator("[name=end]").selectOption("pass:care");
        page.locator(".canned-form .main").click();

        assertThat(page.locator(".canned .done")).containsText("Saved");
        assertThat(page.locator(".canned-list > li", having("To care")).locator(".macro-steps li"))
                .hasText(new String[] {"Say /hi", "Tag: late", "Tag: vip", "Pass on to team care"});
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private void choose(String title) {
        page.locator("#open-macros").click();
        page.locator(".palette .option", having(title)).click();
        assertThat(page.locator(".sheet.macro h2")).hasText(title);
    }

    private void sitDown() {
        page = Chromium.signedIn(context, house, "lin");
    }

    private void sitDownAt(ConversationId conversation) {
        sitDown();
        page.locator("[data-id=\"" + conversation + "\"]").click();
        assertThat(page.locator("#words")).isEditable();
        page.locator("#bubbles").focus();
    }

    private void check(ConversationId conversation) {
        page.locator(".lists li", new Page.LocatorOptions().setHas(page.locator("[data-id=\"" + conversation + "\"]")))
                .locator(".choose")
                .check();
    }

    private void keep(String shortcut, String words) {
        house.get(CannedReplies.class)
                .add(new CannedReply(
                        shortcut, Whose.of(Scope.PERSONA, "mo"), Fits.ANYWHERE, shortcut, "", words, null, 0, "lin"));
    }

    private void macro(String title, Step... steps) {
        house.get(Macros.class)
                .add(new Macro(title, Whose.of(Scope.PERSONA, "mo"), title, List.of(steps), null, 0, "lin"));
    }

    private ConversationId mine(String name) {
        var conversation = says(name);
        house.takenBy("lin", conversation);
        return conversation;
    }

    private ConversationId says(String name) {
        var conversation = new ConversationId("web-mo", "macro-" + count++);
        house.received(conversation, new Person(conversation.thread(), name, null), "I need a person", Instant.now());
        return conversation;
    }

    private Ownership owner(ConversationId conversation) {
        return house.get(Desk.class).ownerOf(conversation);
    }
}
