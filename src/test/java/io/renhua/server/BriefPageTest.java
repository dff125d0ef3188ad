package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.renhua.conversation.Inbox;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
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

    private static void says(DeskHouse house, String words) {
        house.get(Inbox.class)
                .accept(List.of(new Inbound(
                        words, WANG, new Person("wang", "王小明", null), new Content.Text(words), Instant.now(), null)));
    }
}
