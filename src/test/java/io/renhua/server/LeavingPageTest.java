package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.renhua.handoff.Agent.Presence;
import io.renhua.handoff.Agents;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Hold;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Ownership.Wrap;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever leaves says first what becomes of those they have, in a real browser. */
@Tag("browser")
class LeavingPageTest {
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
        context = chromium.context();
        page = Chromium.signedIn(context, house, "lin");
        assertThat(page.locator("#load")).not().isEmpty();
    }

    @AfterEach
    void getUp() {
        context.close();
        house.close();
    }

    @Test
    void leavesAtOnceWhereNothingIsInHand() {
        page.locator("#presence").selectOption("offline");

        assertThat(page.locator("#presence")).hasAttribute("data-presence", "offline");
        assertThat(page.locator("dialog")).hasCount(0);
    }

    @Test
    void doesWithEachWhatIsChosenAndTheRestIsFirstInTheQueue() {
        var putOff = claimed("王小明");
        var resolved = claimed("李小華");
        var unchosen = claimed("陳大文");
        page.locator("#presence").selectOption("offline");
        assertThat(page.locator(".leaving h2")).hasText("Before you go offline: you have 3");
        assertThat(each("陳大文").locator("select").first()).containsText("First in the queue");

        each("王小明").locator("select").first().selectOption("hold");
        each("李小華").locator("select").first().selectOption("resolve");
        each("李小華").locator("[name=topic]").fill("parcel");
        page.locator(".leaving button.main").click();

        assertThat(page.locator("#presence")).hasAttribute("data-presence", "offline");
        assertThat(owner(putOff)).isInstanceOf(Hold.class);
        assertThat(owner(resolved)).isInstanceOf(Wrap.class);
        assertThat(owner(unchosen)).isInstanceOf(Queued.class);
    }

    @Test
    void choosesForAllAtOnce() {
        var one = claimed("王小明");
        var other = claimed("李小華");
        page.locator("#presence").selectOption("break");

        page.locator(".leaving-all select").first().selectOption("resolve");
        page.locator(".leaving-all [name=topic]").fill("tea");
        page.locator(".leaving button.main").click();

        assertThat(page.locator("#presence")).hasAttribute("data-presence", "break");
        assertThat(owner(one))
                .isInstanceOfSatisfying(
                        Wrap.class, wrap -> assertThat(wrap.topic()).isEqualTo("tea"));
        assertThat(owner(other)).isInstanceOf(Wrap.class);
    }

    @Test
    void aBreakTakesNothingFromWhoeverChoosesNothing() {
        var conversation = claimed("王小明");
        page.locator("#presence").selectOption("break");
        assertThat(each("王小明").locator("select").first()).containsText("Stays with me");

        page.locator(".leaving button.main").click();

        assertThat(page.locator("#presence")).hasAttribute("data-presence", "break");
        assertThat(owner(conversation)).isInstanceOf(Human.class);
    }

    @Test
    void staysWhoeverThinksBetterOfIt() {
        var conversation = claimed("王小明");
        page.locator("#presence").selectOption("offline");
        assertThat(page.locator(".leaving")).isVisible();

        page.keyboard().press("Escape");

        assertThat(page.locator("#presence")).hasValue("online");
        assertThat(owner(conversation)).isInstanceOf(Human.class);
        assertThat(house.get(Agents.class).named("lin").orElseThrow().presence())
                .isEqualTo(Presence.ONLINE);
    }

    @Test
    void saysWhatCouldNotBeDoneAndGoesAsThingsStand() {
        var conversation = claimed("王小明");
        page.locator("#presence").selectOption("offline");
        each("王小明").locator("select").first().selectOption("release");
        var desk = house.get(Desk.class);
        var owner = desk.ownerOf(conversation);
        desk.pass(conversation, owner, owner.assigned("mei", Instant.now()), Change.by("olga", "lunch"));

        page.locator(".leaving button.main").click();
        assertThat(page.locator(".leaving [role=alert]")).containsText("1 could not be done");
        assertThat(each("王小明").locator(".row-why")).isVisible();
        page.locator(".leaving button.main").click();

        assertThat(page.locator("#presence")).hasAttribute("data-presence", "offline");
        assertThat(owner(conversation)).isInstanceOf(Human.class); // hers, and left alone
    }

    @Test
    void signingOutAsksToo() {
        var conversation = claimed("王小明");
        page.locator(".menu summary").click();
        page.locator("form[action='/desk/sign-out'] button").click();
        assertThat(page.locator(".leaving h2")).hasText("Before you sign out: you have 1");

        page.locator(".leaving button.main").click();
        page.waitForURL("**/desk/sign-in");

        assertThat(owner(conversation)).isInstanceOf(Queued.class);
        assertThat(house.get(Agents.class).attends("lin")).isFalse();
    }

    /** Claimed, and not answered yet. */
    private ConversationId claimed(String name) {
        var conversation = new ConversationId("web-mo", "leaving-" + count++);
        house.received(conversation, new Person(conversation.thread(), name, null), "I need a person", Instant.now());
        house.queues(conversation, Instant.now());
        page.locator("[data-id=\"" + conversation + "\"]").click();
        page.locator("#stand [data-act=claim]").click();
        assertThat(page.locator("#list-mine [data-id=\"" + conversation + "\"]"))
                .isVisible();
        return conversation;
    }

    private Locator each(String name) {
        return page.locator(".leaving-list li", new Page.LocatorOptions().setHasText(name));
    }

    private Ownership owner(ConversationId conversation) {
        return house.get(Desk.class).ownerOf(conversation);
    }
}
