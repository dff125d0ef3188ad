package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A queue of hundreds on a page. */
@Tag("browser")
class LongListsPageTest {
    private static final int STEP = 60;
    private static final int WAITING = 130;

    private static DeskHouse house;
    private static Chromium chromium;
    private static int served;

    @BeforeAll
    static void open() {
        house = DeskHouse.open();
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("mei", "Mei", StaffRole.AGENT);
        var since = Instant.now().minus(Duration.ofHours(1));
        for (int i = 0; i < WAITING; i++) {
            house.received(waiting(i), new Person("p" + i, "Visitor " + i, null), "a person please", since);
            house.queues(waiting(i), since.plusSeconds(i));
        }
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
        house.close();
    }

    @Test
    void showsTheFirstRowsAndTheNextWhenAsked() {
        try (var context = chromium.context()) {
            var page = Chromium.signedIn(context, house, "lin");

            assertThat(rows(page)).hasCount(STEP);
            assertThat(page.locator("#list-queue .count")).hasText(String.valueOf(WAITING - served));
            page.locator("#list-queue .more-rows").click();

            assertThat(rows(page)).hasCount(2 * STEP);
            page.locator("#list-queue .more-rows").click();
            assertThat(rows(page)).hasCount(WAITING - served);
            assertThat(page.locator("#list-queue .more-rows")).isHidden();
        }
    }

    @Test
    void fillsUpAgainWhenThoseInFrontAreServed() {
        try (var context = chromium.context()) {
            var page = Chromium.signedIn(context, house, "lin");
            var mei = house.signedIn("mei");
            assertThat(rows(page)).hasCount(STEP);
            page.evaluate("window.short = 0; new MutationObserver(() => { window.short ||="
                    + " document.querySelectorAll('#list-queue li').length < 60; })"
                    + ".observe(document.querySelector('#list-queue'), { childList: true, subtree: true })");

            for (int i = 0; i < 50; i++) { // more than are kept behind those that are shown
                mei.act("claim", Map.of("conversation", waiting(served).toString()));
                served++;
            }

            assertThat(page.locator("#list-queue .count")).hasText(String.valueOf(WAITING - served));
            assertThat(rows(page)).hasCount(STEP);
            assertThat(rows(page).first()).containsText("Visitor " + served);
            assertThat(rows(page).last()).containsText("Visitor " + (served + STEP - 1));
            assertThat(page.evaluate("window.short")).isEqualTo(false);
        }
    }

    private static ConversationId waiting(int which) {
        return new ConversationId("web-mo", "waits-%03d".formatted(which));
    }

    private static Locator rows(Page page) {
        return page.locator("#list-queue li");
    }
}
