package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.renhua.journal.Happening.Settled;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the desk shows of those who answer elsewhere, and of words that crossed with whoever came. */
@Tag("browser")
class OutsidePageTest {
    private static DeskHouse house;
    private static Chromium browser;
    private static int count;

    private final ConversationId conversation = new ConversationId("web-mo", "outside-" + count++);
    private BrowserContext here;

    @BeforeAll
    static void open() {
        house = DeskHouse.open();
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("mei", "Mei", StaffRole.AGENT);
        browser = new Chromium();
    }

    @AfterAll
    static void close() {
        browser.close();
        house.close();
    }

    @BeforeEach
    void somebodyWrites() {
        house.received(conversation, new Person("g", "王小明", null), "推薦一本書", Instant.now());
        here = browser.context();
    }

    @AfterEach
    void getUp() {
        here.close();
    }

    @Test
    void tellsWhoAnswersInThePlatformsApp() {
        house.answeredOutside(conversation, "Wu", Instant.now());

        var lin = turnTo(Chromium.signedIn(here, house, "lin"));

        assertThat(lin.locator(".desk-line").last()).containsText("Wu answered in the platform's own app");
        assertThat(lin.locator(".stand-words")).containsText("Wu answers in the app of web-mo");
    }

    @Test
    void letsAnybodyGiveItBackByKey() {
        house.answeredOutside(conversation, "Wu", Instant.now());
        var lin = turnTo(Chromium.signedIn(here, house, "lin"));
        assertThat(lin.locator(".stand-words")).containsText("Wu answers");

        lin.keyboard().press("b");

        assertThat(lin.locator(".desk-line").last()).containsText("Given back to the persona");
    }

    @Test
    void letsAnybodyTakeItOver() {
        house.answeredOutside(conversation, "Wu", Instant.now());
        var lin = turnTo(Chromium.signedIn(here, house, "lin"));

        lin.locator(".stand-acts button").first().click();

        assertThat(lin.locator(".desk-line").last()).containsText("Lin joined");
    }

    @Test
    void showsWhatThePlatformHadTakenJustBeforeSomebodyCame() {
        sent("故事還是詩？", Instant.now().minusMillis(300));
        house.takenBy("lin", conversation);

        assertThat(turnTo(Chromium.signedIn(here, house, "lin")).locator(".crossed"))
                .hasText(Pattern.compile("sent [0-4]\\.[0-9] s before you joined"));
        try (var other = browser.context()) {
            assertThat(turnTo(Chromium.signedIn(other, house, "mei")).locator(".crossed"))
                    .hasText(Pattern.compile("sent [0-4]\\.[0-9] s before Lin joined"));
        }
    }

    @Test
    void saysNothingOfWordsThatWereReadLongBefore() {
        sent("故事還是詩？", Instant.now().minusSeconds(60));
        house.takenBy("lin", conversation);

        assertThat(turnTo(Chromium.signedIn(here, house, "lin")).locator(".crossed"))
                .hasCount(0);
    }

    private void sent(String words, Instant at) {
        var call = house.said(conversation, new Speaker(Speaker.Kind.BOT, "小墨"), words, at);
        house.happened(new Settled(conversation, at, call, Settled.State.SENT, null));
    }

    private Page turnTo(Page page) {
        page.navigate(house.address() + "/desk#" + conversation.toString().replace("/", "%2F"));
        assertThat(page.locator(".said.person").first()).isVisible();
        return page;
    }
}
