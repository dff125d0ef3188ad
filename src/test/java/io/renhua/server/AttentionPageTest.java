package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.renhua.conversation.Channels;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was not read yet and what closes soon, in a real browser. */
@Tag("browser")
class AttentionPageTest {
    private static final Duration WINDOW = Duration.ofHours(48);

    private static DeskHouse house;
    private static Chromium chromium;
    private static int count;

    private final ConversationId conversation = new ConversationId("web-mo", "reader-" + count++);
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void open() {
        house = DeskHouse.open();
        house.get(Channels.class).open(NarrowChannel.closingAfter(WINDOW));
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
    void sitDown() {
        context = chromium.context();
        page = Chromium.signedIn(context, house, "lin");
    }

    @AfterEach
    void getUp() {
        context.close();
    }

    @Test
    void countsWhatWasNotReadAndNothingOfWhatLiesInFrontOfTheReader() {
        says("one");
        says("two");
        house.takenBy("lin", conversation);
        assertThat(card().locator(".unread")).containsText("2");

        card().click();
        assertThat(page.locator(".said.person")).hasCount(2);
        assertThat(card().locator(".unread")).hasCount(0);
        says("three");
        assertThat(page.locator(".said.person")).hasCount(3);

        assertThat(card().locator(".unread")).hasCount(0);
    }

    @Test
    void saysUpToWhereItWasRead() {
        says("one");
        house.takenBy("lin", conversation);
        page.waitForResponse("**/desk/read", () -> card().click());
        page.locator("#bubbles").focus();
        page.keyboard().press("Escape");
        says("two");
        says("three");
        assertThat(card().locator(".unread")).containsText("2");

        card().click();

        assertThat(page.locator("#read-to-here")).hasText("You have read to here");
        assertThat(page.locator("#read-to-here + .said .words")).hasText("two");
        page.locator("#words").fill("yes");
        page.locator("#send").click();
        assertThat(page.locator(".said.human .words")).hasText("yes");
        assertThat(page.locator("#read-to-here + .said .words")).hasText("two"); // it stays while they are there
    }

    @Test
    void putsAWindowThatClosesSoonOnTopInAmberWithItsClock() {
        says("hello");
        house.takenBy("lin", conversation);
        var closing = new ConversationId(NarrowChannel.NAME, "closing-" + count++);
        var soon = new ConversationId(NarrowChannel.NAME, "soon-" + count++);
        hears(soon, Duration.ofMinutes(90));
        hears(closing, Duration.ofMinutes(20));

        var first = page.locator("#list-mine .conversation").first();
        assertThat(first).hasAttribute("data-id", closing.toString());
        assertThat(first).hasClass(Pattern.compile("closing"));
        assertThat(first.locator(".window-left")).hasText(Pattern.compile("Reply window (19:|20:00)"));
        var later = page.locator("#list-mine [data-id='" + soon + "']");
        assertThat(later).not().hasClass(Pattern.compile("closing"));
        assertThat(later.locator(".window-left")).isVisible();
        assertThat(card().locator(".window-left")).hasCount(0);
    }

    @Test
    void showsANoteToWhoeverAnswers() {
        says("hello");
        house.takenBy("lin", conversation);

        house.signedIn("mei").act("note", Map.of("conversation", conversation.toString(), "text", "a regular"));

        assertThat(card()).containsText("Note by Mei");
        card().click();
        assertThat(page.locator(".mine .memo.of-another")).containsText("a regular");
    }

    private void says(String words) {
        house.received(conversation, new Person(conversation.thread(), "王小明", null), words, Instant.now());
    }

    private static void hears(ConversationId conversation, Duration left) {
        var at = Instant.now().minus(WINDOW).plus(left);
        house.received(conversation, new Person(conversation.thread(), "李四", null), "hello", at);
        house.takenBy("lin", conversation);
    }

    private Locator card() {
        return page.locator(".conversation[data-id='" + conversation + "']");
    }
}
