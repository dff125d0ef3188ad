package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.renhua.conversation.Inbox;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Closed;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Entry;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who leaves, who is blocked and what is spam, as the desk shows it and is told of it. */
@Tag("browser")
class TurnawaysPageTest {
    private static Chromium chromium;
    private static int count;

    private DeskHouse house;
    private BrowserContext context;
    private BrowserContext other;

    @BeforeAll
    static void openABrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeIt() {
        chromium.close();
    }

    @BeforeEach
    void open() {
        house = DeskHouse.open(Database.H2, Map.of()).awake();
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("olga", "Olga", StaffRole.OPERATOR);
        context = chromium.context();
        other = chromium.context();
    }

    @AfterEach
    void close() {
        context.close();
        other.close();
        house.close();
    }

    @Test
    void whoeverHasThemReadsThatTheyLeftAndCanDoNothingMore() {
        var conversation = talks("王小明");
        house.takenBy("lin", conversation);
        var page = Chromium.signedIn(context, house, "lin");
        assertThat(page.locator("#list-mine .conversation")).hasCount(1);

        house.get(Inbox.class)
                .accept(List.of(new Inbound(
                        "left",
                        conversation,
                        new Person(conversation.thread(), "王小明", null),
                        new Content.Entered(new Entry.Left()),
                        Instant.now(),
                        null)));

        assertThat(page.locator("#news")).containsText("王小明 has left");
        assertThat(page.locator("#list-mine .conversation")).hasCount(0);
        row(page, conversation).click();
        assertThat(page.locator("#stand")).containsText("They have left");
        assertThat(page.locator("#stand button")).hasCount(0);
        assertThat(page.locator(".desk-line").last()).containsText("They left; nothing more is sent");
    }

    @Test
    void agentsAskAndSupervisorsBlockAndTakeItBack() {
        var conversation = talks("王小明");
        house.takenBy("lin", conversation);
        var lin = Chromium.signedIn(context, house, "lin");
        row(lin, conversation).click();
        assertThat(lin.locator("#thread-who h1")).hasText("王小明");
        lin.locator("#bubbles").focus();
        lin.keyboard().press("d");
        assertThat(lin.locator("dialog h2")).hasText("Ask to block");
        lin.locator("dialog [name=term]").selectOption("week");
        lin.locator("dialog [name=why]").fill("rude to Mei");
        lin.keyboard().press("Enter");
        assertThat(row(lin, conversation).locator(".tag.late")).hasText("Asked to block");
        assertThat(owner(conversation)).isInstanceOf(Human.class);

        var olga = Chromium.signedIn(other, house, "olga");
        assertThat(olga.locator("#alarms .block")).containsText("Somebody asks to block 王小明");
        olga.locator("#alarms .block a").click();
        olga.locator("#stand [data-act=block]").click();
        assertThat(olga.locator("dialog [name=why]")).hasValue("rude to Mei");
        assertThat(olga.locator("dialog [name=term]")).hasValue("week");
        olga.locator("dialog button.main").click();

        assertThat(olga.locator("#stand")).containsText("Blocked until");
        assertThat(olga.locator(".desk-line").first()).isVisible();
        assertThat(olga.locator("#bubbles")).containsText("Olga blocked them, 7 days: rude to Mei");
        assertThat(olga.locator("#brief")).containsText("rude to Mei");
        assertThat(olga.locator("#alarms .block")).hasCount(0);
        assertThat(lin.locator("#list-mine .conversation")).hasCount(0);
        assertThat(owner(conversation)).isInstanceOf(Closed.class);

        olga.locator("#bubbles").focus();
        olga.keyboard().press("z");
        assertThat(lin.locator("#list-mine .conversation")).hasCount(1);
        assertThat(((Human) owner(conversation)).agent()).isEqualTo("lin");
    }

    @Test
    void aFloodIsMarkedCallsNobodyAndIsClosedWithOthers() {
        var page = Chromium.signedIn(context, house, "lin");
        var flood = new ConversationId("web-mo", "flood-" + count++);
        flooded(flood);
        house.received(flood, new Person(flood.thread(), "李小華", null), "真人", Instant.now());
        house.queues(flood, Instant.now());
        assertThat(row(page, flood).locator(".tag.late")).hasText("Flood");
        assertThat(page.locator("#news")).isEmpty();
        var ordinary = waits("王小明");
        assertThat(page.locator("#news")).containsText("王小明");

        for (var each : List.of(flood, ordinary)) {
            row(page, each).locator("xpath=..").locator(".choose").check();
        }
        page.locator("[data-bulk=spam]").click();

        assertThat(page.locator(".chosen-told")).containsText("Close as spam: done with all 2.");
        assertThat(owner(flood)).isInstanceOf(Closed.class);
        page.locator(".chosen-told button").click();
        assertThat(page.locator(".chosen-told")).containsText("Take back: done with all 2.");
        assertThat(owner(ordinary)).isInstanceOf(Queued.class);
    }

    private void flooded(ConversationId conversation) {
        house.get(Store.class)
                .write(transaction -> transaction.update(
                        "insert into flood (conversation, since, until_at) values (?, ?, ?)",
                        conversation.toString(),
                        Instant.now(),
                        Instant.now().plusSeconds(600)));
    }

    private ConversationId waits(String name) {
        var conversation = talks(name);
        house.queues(conversation, Instant.now());
        return conversation;
    }

    private ConversationId talks(String name) {
        var conversation = new ConversationId("web-mo", "away-" + count++);
        house.received(conversation, new Person(conversation.thread(), name, null), "真人", Instant.now());
        return conversation;
    }

    private static Locator row(Page page, ConversationId conversation) {
        return page.locator(".conversation[data-id='" + conversation + "']");
    }

    private Ownership owner(ConversationId conversation) {
        return house.get(Desk.class).ownerOf(conversation);
    }
}
