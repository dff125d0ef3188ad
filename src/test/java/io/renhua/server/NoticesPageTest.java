package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How the desk calls, in a real browser that allows it or does not. */
@Tag("browser")
class NoticesPageTest {
    private static final String OBSERVED = """
            window.popups = [];
            const Real = window.Notification;
            window.Notification = class extends Real {
              constructor(title, options) { super(title, options); window.popups.push(options.body); }
            };
            window.tones = 0;
            const make = AudioContext.prototype.createOscillator;
            AudioContext.prototype.createOscillator = function () { window.tones += 1; return make.call(this); };
            window.contexts = [];
            window.AudioContext = class extends AudioContext {
              constructor() { super(); window.contexts.push(this); }
            };""";

    private static DeskHouse house;
    private static Chromium chromium;
    private static int count;

    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void open() {
        house = DeskHouse.open();
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("mei", "Mei", StaffRole.AGENT);
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
        house.close();
    }

    @BeforeEach
    void openABrowser() {
        context = chromium.context();
        context.addInitScript(OBSERVED);
        page = context.newPage();
    }

    @AfterEach
    void getUp() {
        context.close();
    }

    @Test
    void soundsAndPopsUpWhenSomebodyJoinsTheQueueBehindAnotherWindow() {
        sitDown("notifications");
        lookAway();

        somebodyWaits("王小明");

        until("window.popups.length === 1");
        assertThat((List<?>) page.evaluate("window.popups")).hasToString("[王小明 joined the queue]");
        assertThat((int) page.evaluate("window.tones")).isPositive();
        assertThat(page).hasTitle(Pattern.compile("^\\(\\d+\\) "));
    }

    @Test
    void popsNothingUpOverThePageInFrontAndTakesNoFocus() {
        sitDown("notifications");
        var mine = somebodyWaits("李四");
        card(page, mine).click();
        page.locator("#stand [data-act=claim]").click();
        page.locator("#words").fill("half a sent");

        somebodyWaits("王小明");

        until("document.getElementById('news').textContent.includes('王小明')");
        assertThat((List<?>) page.evaluate("window.popups")).isEmpty();
        assertThat(page.locator("#words")).isFocused();
        assertThat(page.locator("#words")).hasValue("half a sent");
        until("window.tones > 0"); // once they pause
    }

    @Test
    void staysSilentForOtherPeoplesChats() {
        sitDown("notifications");
        var hers = somebodyWaits("王小明");
        until("window.tones > 0");
        house.signedIn("mei").act("claim", Map.of("conversation", hers.toString()));
        assertThat(page.locator("#list-colleagues .conversation", having("王小明")).first())
                .isVisible();
        lookAway();
        page.evaluate("window.tones = 0");

        house.received(hers, new Person("p", "王小明", null), "are you there?", Instant.now());
        assertThat(page.locator("#list-colleagues .conversation-words", having("are you there?")))
                .isVisible();

        assertThat(page.evaluate("window.tones")).isEqualTo(0);
        assertThat((List<?>) page.evaluate("window.popups")).isEmpty();
    }

    @Test
    void saysWhatToDoWhereNotificationsAreBlocked() {
        sitDown();

        assertThat(page.evaluate("Notification.permission")).isEqualTo("denied");
        assertThat(page.locator("#warnings")).containsText("Notifications are blocked");
        page.locator("#warnings button", having("Not now")).click();
        assertThat(page.locator("#warnings")).not().containsText("Notifications are blocked");
        page.reload();
        assertThat(page.locator("#load")).not().isEmpty();
        assertThat(page.locator("#warnings")).not().containsText("Notifications are blocked");
    }

    @Test
    void warnsWhileTheBrowserKeepsThePageSilentAndSoundsAfterAPress() {
        sitDown("notifications");
        page = context.newPage(); // of an agent who came by a bookmark
        page.navigate(house.address() + "/desk");

        assertThat(page.evaluate("window.contexts[0].state")).isEqualTo("suspended");
        assertThat(page.locator("#warnings")).containsText("silent");
        page.locator("#warnings button", having("Turn sound on")).click();

        assertThat(page.locator("#warnings")).not().containsText("silent");
        assertThat(page.evaluate("window.contexts[0].state")).isEqualTo("running");
    }

    @Test
    void triesEachWayOut() {
        sitDown("notifications");
        page.locator("#show-notices").click();

        page.locator("[data-test=sound]").click();
        assertThat(page.locator("dialog [role=status]")).containsText("The sound was played");
        page.locator("[data-test=desktop]").click();
        assertThat(page.locator("dialog [role=status]")).containsText("handed to your system");
        page.locator("[data-test=badge]").click();

        assertThat(page).hasTitle(Pattern.compile("^\\(\\d+\\) "));
        assertThat((int) page.evaluate("window.tones")).isEqualTo(3);
        assertThat((List<?>) page.evaluate("window.popups")).hasSize(1);
    }

    @Test
    void keepsTheChoiceForTheirOtherDevicesAndKeepsToIt() {
        sitDown("notifications");
        page.locator("#show-notices").click();
        var saved = page.waitForResponse(
                "**/desk/notices", () -> page.locator("[name='queue/sound']").uncheck());
        assertThat(saved.status()).isEqualTo(200);
        page.locator("dialog .main").click();
        lookAway();
        page.evaluate("window.tones = 0");

        somebodyWaits("王小明");
        until("window.popups.length === 1");
        assertThat(page.evaluate("window.tones")).isEqualTo(0);

        try (var other = chromium.context()) {
            var there = Chromium.signedIn(other, house, "lin");
            assertThat(there.locator("#load")).not().isEmpty();
            there.locator("#show-notices").click();
            assertThat(there.locator("[name='queue/sound']")).not().isChecked();
            assertThat(there.locator("[name='queue/desktop']")).isChecked();
            there.waitForResponse(
                    "**/desk/notices",
                    () -> there.locator("[name='queue/sound']").check());
        }
    }

    @Test
    void tellsWhoeverComesBackFromABreakInOneLine() {
        sitDown("notifications");
        page.locator("#presence").selectOption("break");
        lookAway();
        for (int i = 0; i < 5; i++) {
            somebodyWaits("Guest " + i);
        }
        assertThat(page.locator("#list-queue .conversation", having("Guest 4")).first())
                .isVisible();
        assertThat((List<?>) page.evaluate("window.popups")).isEmpty();

        page.locator("#presence").selectOption("online");

        assertThat(page.locator("#digest")).containsText("5 joined the queue");
        assertThat((List<?>) page.evaluate("window.popups")).hasToString("[While you were away: 5 joined the queue.]");
        page.locator("#digest button").click();
        assertThat(page.locator("#digest")).isEmpty();
    }

    @Test
    void soundsAgainUntilSomebodyLooks() {
        context.clock().install();
        page = Chromium.signedIn(context, house, "lin");
        page.locator("#show-keys").click(); // a press, so that it may be heard
        page.locator("dialog .main").click();
        assertThat(page.locator("#load")).not().isEmpty();
        somebodyWaits("王小明");
        until("window.tones === 2");

        page.clock().runFor(21_000);
        until("window.tones === 4");
        page.keyboard().press("Shift"); // somebody is there
        page.clock().runFor(60_000);

        assertThat(page.evaluate("window.tones")).isEqualTo(4);
    }

    private void sitDown(String... permissions) {
        context.grantPermissions(List.of(permissions));
        page = Chromium.signedIn(context, house, "lin");
        assertThat(page.locator("#load")).not().isEmpty();
        page.locator("#show-keys").click(); // a press, so that it may be heard
        page.locator("dialog .main").click();
    }

    private void until(String isSo) {
        page.waitForCondition(() -> (boolean) page.evaluate(isSo));
    }

    /** Another window is in front. */
    private void lookAway() {
        page.evaluate("document.hasFocus = () => false");
    }

    private static ConversationId somebodyWaits(String name) {
        var conversation = new ConversationId("web-mo", "caller-" + count++);
        house.received(conversation, new Person(conversation.thread(), name, null), "a person please", Instant.now());
        house.queues(conversation, Instant.now());
        return conversation;
    }

    private static Locator card(Page page, ConversationId conversation) {
        return page.locator(".conversation[data-id=\"" + conversation + "\"]");
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
