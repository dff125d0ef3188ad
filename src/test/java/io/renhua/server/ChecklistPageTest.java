package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership.Human;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.store.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checklist beside the thread, in a real browser: live for two who look, and asked about once. */
@Tag("browser")
class ChecklistPageTest {
    @TempDir
    private Path personas;

    private final ConversationId conversation = new ConversationId("web-mo", "checklist");
    private DeskHouse house;
    private Chromium chromium;

    @BeforeEach
    void open() {
        ChecklistTest.withAPointForEverything(personas);
        house = DeskHouse.open(Database.H2, Map.of("renhua.personas", personas.toString()));
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("mei", "Mei", StaffRole.AGENT);
        house.received(conversation, new Person("g", "王小明", null), "hello", Instant.now());
        house.takenBy("lin", conversation);
        chromium = new Chromium();
    }

    @AfterEach
    void close() {
        chromium.close();
        house.close();
    }

    @Test
    void aTickIsSeenByBothWithWhoMadeIt() {
        var lin = at("lin");
        var mei = at("mei");
        assertThat(lin.locator(".checklist h3")).containsText("0/1"); // the order's points are for orders

        mei.locator("[data-point='any/next']").check();

        assertThat(lin.locator("[data-point='any/next']")).isChecked();
        assertThat(lin.locator(".checklist li.ticked small")).containsText("Mei");
        assertThat(lin.locator(".checklist h3")).containsText("1/1");
        assertThat(lin.locator("#bubbles")).containsText("Mei has done: 說好下一步");
    }

    @Test
    void resolvingAsksOnceAboutWhatIsOpen() {
        var lin = at("lin");

        lin.locator("[data-act=resolve]").click();
        lin.locator("dialog [name=topic]").fill("order status");
        lin.keyboard().press("Enter");
        assertThat(lin.locator("dialog .still-open li"))
                .hasText(new String[] {"Said what comes next", "Asked for the number"});
        lin.locator("dialog .sheet-foot button").first().click();
        assertThat(house.get(Desk.class).ownerOf(conversation)).isInstanceOf(Human.class);

        lin.locator("[data-act=resolve]").click();
        lin.locator("dialog [name=topic]").fill("order status");
        lin.keyboard().press("Enter");
        lin.locator("dialog .main").click();

        assertThat(lin.locator("#stand")).containsText("Take back");
    }

    private Page at(String login) {
        var page = Chromium.signedIn(chromium.context(), house, login);
        page.locator("[data-id=\"web-mo/checklist\"]").click();
        assertThat(page.locator(".checklist")).isVisible();
        return page;
    }
}
