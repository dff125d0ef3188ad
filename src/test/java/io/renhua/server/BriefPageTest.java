package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.renhua.conversation.Inbox;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.people.Profile;
import io.renhua.people.Profiles;
import io.renhua.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an agent reads before the first word, on the page. */
@Tag("browser")
class BriefPageTest {
    private static final ConversationId WANG = new ConversationId("web-pao", "wang");

    @Test
    void saysOfWhatTheScriptWantsToldThatItWasNot() {
        try (var house = DeskHouse.open(Database.H2, Map.of("renhua.personas", "personas"))
                        .awake();
                var chromium = new Chromium();
                var context = chromium.context()) {
            house.hire("lin", "Lin", StaffRole.AGENT);
            says(house, "我的包裹三天沒動");
            says(house, "我要找真人客服");
            var page = Chromium.signedIn(context, house, "lin");

            page.locator("[data-id=\"" + WANG + "\"]").click();

            assertThat(page.locator("#brief dt:text-is('order no') + dd")).hasText("not told yet");
        }
    }

    @Test
    void showsWhatTheCompanyKnowsOfThemByItsOwnNamesInEveryLanguageAndOnAPhone() {
        try (var house = DeskHouse.open(Database.H2, Map.of("renhua.personas", "personas"))
                        .awake();
                var chromium = new Chromium()) {
            house.hire("lin", "Lin", StaffRole.AGENT);
            says(house, "我要找真人客服");
            var told = Map.of("title", "陳小姐", "last_care", "2026-03-01", "phone", "0912345678");
            house.get(Profiles.class).tell(WANG, before -> new Profile(told), "api:crm");

            var headings = Map.of("en-US", "From your own systems", "zh-TW", "公司系統裡的資料", "zh-CN", "公司系统里的资料");
            headings.forEach((locale, heading) -> {
                try (var context = chromium.context(
                        options -> options.setViewportSize(390, 844).setLocale(locale))) {
                    var page = Chromium.signedIn(context, house, "lin");
                    page.locator("[data-id=\"" + WANG + "\"]").click();
                    page.locator("#show-brief").click();

                    assertThat(page.locator("#brief .known h3")).hasText(heading);
                    assertThat(page.locator("#brief .known dt")).hasText(new String[] {"last_care", "phone", "title"});
                    assertThat(page.locator("#brief .known dt:text-is('title') + dd"))
                            .hasText("陳小姐");
                    assertThat(page.locator("#brief .known dt:text-is('phone') + dd"))
                            .containsText("******5678");
                }
            });
        }
    }

    private static void says(DeskHouse house, String words) {
        house.get(Inbox.class)
                .accept(List.of(new Inbound(
                        words, WANG, new Person("wang", "王小明", null), new Content.Text(words), Instant.now(), null)));
    }
}
