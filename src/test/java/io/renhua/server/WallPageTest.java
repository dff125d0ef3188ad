package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.renhua.handoff.Agents;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Request;
import io.renhua.handoff.Request.Rank;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The supervisor's wall in a real browser. */
@Tag("browser")
class WallPageTest {
    private static DeskHouse house;
    private static Chromium chromium;
    private static int count;

    private final ConversationId conversation = new ConversationId("web-mo", "guest-" + count++);
    private BrowserContext context;
    private Page wall;

    @BeforeAll
    static void open() {
        house = DeskHouse.open();
        house.hire("olga", "Olga", StaffRole.OWNER);
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("mei", "Mei", StaffRole.AGENT);
        house.get(Agents.class).seen("lin");
        house.get(Agents.class).seen("mei");
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
        house.close();
    }

    @BeforeEach
    void sitDown() {
        context =
                chromium.context(options -> options.setViewportSize(1920, 1080).setLocale("en-US"));
        context.addInitScript("""
                window.violations = [];
                document.addEventListener('securitypolicyviolation', event =>
                  window.violations.push(event.violatedDirective + ' ' + event.blockedURI));""");
        wall = Chromium.signedIn(context, house, "olga");
        wall.navigate(house.address() + "/desk/wall");
        assertThat(mate("lin")).isVisible();
    }

    @AfterEach
    void getUp() {
        assertThat((List<?>) wall.evaluate("window.violations")).isEmpty();
        context.close();
    }

    @Test
    void showsWhoWaitsWithoutReloading() {
        somebodyWaits("王小明");

        assertThat(ticket()).containsText("王小明");
        assertThat(ticket().locator(".wait")).containsText(":");
        assertThat(wall.locator("#teams")).containsText("care");
    }

    @Test
    void givesWhomIsDraggedToWhomTheyAreDroppedOn() {
        somebodyWaits("王小明");

        ticket().dragTo(mate("lin"));

        assertThat(mate("lin").locator("[data-id='" + conversation + "']")).containsText("王小明");
        assertThat(wall.locator("#said")).hasText("王小明 is with Lin now.");
        assertThat(owner()).isEqualTo("lin");
        assertThat(wall.locator("dialog")).hasCount(0); // the press that ended the drag opened nothing
    }

    @Test
    void letsAFingerDragByTheGripAlone() {
        somebodyWaits("王小明");
        assertThat(ticket()).isVisible();

        finger(".tickets [data-id='" + conversation + "'] b");
        assertThat(owner()).isEmpty();
        finger(".tickets [data-id='" + conversation + "'] .grip");

        await().until(() -> owner().equals("mei"));
    }

    @Test
    void takesItFromSomebodyOnlyWithAReasonThatTheyRead() {
        somebodyWaits("王小明");
        ticket().dragTo(mate("lin"));
        assertThat(mate("lin").locator(ticketOf())).isVisible();

        mate("lin").locator(ticketOf()).dragTo(mate("mei"));
        assertThat(wall.locator("dialog h2")).hasText("Take 王小明 from Lin and give them to Mei");
        wall.locator("dialog .main").click();
        assertThat(owner()).isEqualTo("lin"); // no reason, no taking
        wall.locator("dialog [name=why]").fill("speaks French");
        wall.locator("dialog .main").click();

        assertThat(mate("mei").locator(ticketOf())).isVisible();
        assertThat(owner()).isEqualTo("mei");
        try (var other = chromium.context()) {
            var lin = Chromium.signedIn(other, house, "lin");
            lin.navigate(house.address() + "/desk#" + conversation.toString().replace("/", "%2F"));
            assertThat(lin.locator(".desk-line").last()).containsText("Mei joined · by Olga: speaks French");
            assertThat(lin.locator("#tab-reply")).isDisabled();
        }
    }

    @Test
    void givesByKeysAloneWhatCanBeDragged() {
        somebodyWaits("王小明");
        ticket().focus();

        wall.keyboard().press("Enter");
        assertThat(wall.locator("dialog button.main")).isFocused();
        wall.keyboard().press("Enter");
        wall.locator("dialog [name=to]").focus();
        wall.keyboard().type("Mei");
        wall.keyboard().press("Tab");
        wall.keyboard().press("Tab");
        wall.keyboard().press("Enter");

        assertThat(mate("mei").locator(ticketOf())).isVisible();
        assertThat(owner()).isEqualTo("mei");
    }

    @Test
    void whispersToWhoeverAnswersAndLeadsToTheThread() {
        somebodyWaits("王小明");
        ticket().dragTo(mate("lin"));
        mate("lin").locator(ticketOf()).click();

        wall.locator("dialog button", having("Leave a note")).click();
        wall.locator("dialog [name=text]").fill("be gentle");
        wall.locator("dialog .main").click();
        assertThat(wall.locator("#said")).containsText("is left");

        try (var other = chromium.context()) {
            var lin = Chromium.signedIn(other, house, "lin");
            assertThat(lin.locator("#list-mine " + ticketOf())).containsText("Note by Olga");
        }
        mate("lin").locator(ticketOf()).click();
        wall.locator("dialog a").click();
        assertThat(wall.locator(".memo")).containsText("be gentle");
        assertThat(wall.locator("#tab-reply")).isDisabled();
    }

    @Test
    void showsATelevisionNoNamesAndNothingToPressOnOneScreen() {
        for (int i = 0; i < 30; i++) {
            var guest = new ConversationId("web-mo", "many-" + count++);
            house.received(guest, new Person(guest.thread(), "陳美麗", null), "a person please", Instant.now());
            house.queues(guest, Instant.now());
        }

        wall.navigate(house.address() + "/desk/wall?tv");

        assertThat(wall.locator("#waiting")).containsText("陳○○");
        assertThat(wall.locator("body")).not().containsText("陳美麗");
        assertThat(wall.locator("#waiting")).containsText(Pattern.compile("and \\d+ more"));
        assertThat(wall.locator(".columns button")).hasCount(0);
        assertThat(wall.evaluate("document.documentElement.scrollHeight")).isEqualTo(1080);
        assertThat((boolean) wall.evaluate("""
                [...document.querySelectorAll('.columns .panel')].every(panel => panel.scrollHeight <= panel.clientHeight)""")).isTrue();
    }

    @Test
    void alarmsSupervisorsAtTheirOwnDeskToo() {
        house.received(conversation, new Person("u", "王小明", null), "I want to die", Instant.now());
        var desk = house.get(Desk.class);
        desk.pass(
                conversation,
                Bot.FIRST,
                Bot.FIRST.ask(new Request("care", "crisis", Rank.URGENT, Instant.now())),
                Desk.Change.because("crisis"));

        assertThat(wall.locator("#alarms")).containsText("Urgent: 王小明 is waiting");
        wall.navigate(house.address() + "/desk");
        assertThat(wall.locator("#alarms a", having("Urgent: 王小明"))).isVisible();
        try (var other = chromium.context()) {
            var lin = Chromium.signedIn(other, house, "lin");
            assertThat(lin.locator("#list-queue")).containsText("王小明");
            assertThat(lin.locator("#alarms")).isEmpty();
        }
    }

    /** A finger takes hold of something, moves over Mei and lets go. */
    private void finger(String of) {
        wall.evaluate("""
                of => {
                  const at = document.querySelector(of).getBoundingClientRect();
                  const to = document.querySelector('[data-login=mei]').getBoundingClientRect();
                  const touch = (type, x, y, on) => on.dispatchEvent(new PointerEvent(type,
                    { bubbles: true, pointerType: 'touch', button: 0, clientX: x, clientY: y }));
                  touch('pointerdown', at.x + 2, at.y + 2, document.querySelector(of));
                  touch('pointermove', to.x + 20, to.y + 10, document.body);
                  touch('pointerup', to.x + 20, to.y + 10, document.body);
                }""", of);
    }

    private void somebodyWaits(String name) {
        house.get(Agents.class).seen("lin");
        house.get(Agents.class).seen("mei");
        house.received(conversation, new Person(conversation.thread(), name, null), "a person please", Instant.now());
        house.queues(conversation, Instant.now());
    }

    private String owner() {
        return house.get(Desk.class).ownerOf(conversation).speaker().orElse("");
    }

    private Locator ticket() {
        return wall.locator(".tickets " + ticketOf());
    }

    private String ticketOf() {
        return "[data-id='" + conversation + "']";
    }

    private Locator mate(String login) {
        return wall.locator("[data-login=" + login + "].mate");
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
