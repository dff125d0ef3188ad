package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.renhua.handoff.Tags;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.search.SearchFeed;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Searching in a real browser, by the keyboard alone. */
@Tag("browser")
class SearchPageTest {
    private static DeskHouse house;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        house = DeskHouse.open().awake();
        house.hire("lin", "Lin", StaffRole.OPERATOR);
        for (int i = 0; i < 3; i++) {
            var conversation = new ConversationId("web-mo", "guest-" + i);
            house.received(
                    conversation, new Person("guest-" + i, "王小明 " + i, null), "請問退貨要怎麼辦理？訂單 MO1234", Instant.now());
            house.get(Tags.class).add(conversation, "vip", "lin");
        }
        house.get(SearchFeed.class).look();
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
        house.close();
    }

    @Test
    void leadsFromTheDeskToTheWordsToTheLineByTheKeyboard() {
        try (var context = chromium.context()) {
            var page = Chromium.signedIn(context, house, "lin");
            page.locator("#list-bot .conversation").first().waitFor();
            page.keyboard().press("f");
            page.waitForURL("**/desk/transcripts");
            assertThat(page.locator("#search-words")).isFocused();

            page.keyboard().type("退货/f");
            assertThat(page.locator("#search-words")).hasValue("退货/f");
            page.keyboard().press("Backspace");
            page.keyboard().press("Backspace");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/desk/transcripts\\?words=[^&]*$"));
            assertThat(page.locator("#found mark").first()).hasText("退貨");

            next(page);
            next(page);
            page.keyboard().press("k");
            assertThat(page.locator("#found a").first()).isFocused();
            page.keyboard().press("/");
            assertThat(page.locator("#search-words")).isFocused();
            assertThat(page.locator("#search-words")).hasValue("退货");

            page.locator("#found a").first().press("Enter");
            assertThat(page.locator(".looked-for")).containsText("退貨");
        }
    }

    private static void next(Page page) {
        page.keyboard().press("Tab"); // out of the field
        page.locator("#found a").nth(0).focus();
        page.keyboard().press("j");
        assertThat(page.locator("#found a").nth(1)).isFocused();
    }
}
