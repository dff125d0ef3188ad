package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.renhua.journal.Happening;
import io.renhua.learning.Bubble.Told;
import io.renhua.learning.Shelf;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import io.renhua.store.Database;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 'The bot was wrong here', in a real browser: said on a bubble, and found in the inbox. */
@Tag("browser")
class WrongPageTest {
    private static final ConversationId CONVERSATION = new ConversationId("web-pao", "wrong");

    private DeskHouse house;
    private Chromium chromium;
    private Page lin;

    @BeforeEach
    void open() {
        house = DeskHouse.open(Database.H2, Map.of("renhua.personas", "personas"));
        house.hire("lin", "Lin", StaffRole.AGENT);
        answered("我的電話0912345678，茶會不會退", "opening_hours");
        chromium = new Chromium();
        lin = Chromium.signedIn(chromium.context(), house, "lin");
        lin.navigate(house.address() + "/desk#web-pao%2Fwrong");
        assertThat(lin.locator(".said.bot")).isVisible();
    }

    @AfterEach
    void close() {
        chromium.close();
        house.close();
    }

    @Test
    void saysThatItWasWrongAndWhatWouldHaveBeenRight() {
        lin.locator(".said.bot .wrong").click();
        lin.locator("dialog [name=line]").fill("return refund");
        lin.locator("dialog .main").click();

        assertThat(lin.locator("#bubbles"))
                .containsText("Lin says that the persona was wrong: opening_hours → return_refund");
        var bubble = house.get(Shelf.class).bubbles("pao").getFirst();
        assertThat(bubble.words()).contains("茶會不會退").doesNotContain("0912345678");
        assertThat(bubble.line()).isEqualTo("return_refund");
        assertThat(bubble.told()).isEqualTo(new Told("opening_hours", "lin"));
    }

    @Test
    void aLineThatIsNotThereIsRefusedWithTheReasonAndNoneIsNeeded() {
        lin.locator(".said.bot .wrong").click();
        lin.locator("dialog [name=line]").fill("nowhere at all");
        lin.locator("dialog .main").click();
        assertThat(lin.locator("dialog .form-wrong")).containsText("The script has no such line");
        assertThat(house.get(Shelf.class).bubbles("pao")).isEmpty();

        lin.locator("dialog [name=line]").fill("");
        lin.locator("dialog .main").click();

        assertThat(lin.locator("#bubbles")).containsText("Lin says that the persona was wrong: opening_hours");
        assertThat(house.get(Shelf.class).bubbles("pao").getFirst().line()).isNull();
    }

    private void answered(String words, String line) {
        var now = Instant.now();
        house.happened(new Happening.Received(
                CONVERSATION, now, "m1", new Person("g", "王小明", null), new Content.Text(words), now));
        house.happened(new Happening.Understood(CONVERSATION, now, "m1", "pao", "1", "zh-Hant", line, 0.9, "SURE"));
        house.happened(new Happening.Said(
                CONVERSATION,
                now,
                "o1",
                new Content.Text("十點開門。"),
                new Speaker(Speaker.Kind.BOT, "泡小拾"),
                0,
                "pao",
                "1",
                line));
    }
}
