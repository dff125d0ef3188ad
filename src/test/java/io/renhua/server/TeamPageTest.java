package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.renhua.handoff.Agents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The team's page as a supervisor uses it, and what the one set away reads. */
@Tag("browser")
class TeamPageTest {
    private DeskHouse house;
    private Chromium browser;
    private Page olga;

    @BeforeEach
    void open() {
        house = DeskHouse.open();
        house.hire("olga", "Olga", StaffRole.OPERATOR);
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.get(Agents.class).seen("lin");
        browser = new Chromium();
        var phone = browser.context(options -> options.setViewportSize(390, 800).setLocale("en"));
        olga = Chromium.signedIn(phone, house, "olga");
        olga.navigate(house.address() + "/desk/team");
    }

    @AfterEach
    void close() {
        browser.close();
        house.close();
    }

    @Test
    void saysThatNothingChosenIsEverythingUntilSomethingIs() {
        var teams = olga.locator("[data-login=lin] fieldset").first();
        assertThat(teams.locator(".all")).isVisible();

        teams.locator("input").first().check();
        assertThat(teams.locator(".all")).isHidden();
        olga.locator("[data-login=lin] .skills .main").click();

        assertThat(olga.locator("[data-login=lin] .done")).isVisible();
        assertThat(teams.locator("input").first()).isChecked();
    }

    @Test
    void fitsAPhone() {
        assertThat(olga.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void whoeverIsSetAwayReadsByWhom() {
        olga.locator("[data-login=lin] button[value=break]").click();
        assertThat(olga.locator("[data-login=lin]")).containsText("set by Olga");

        var lin = Chromium.signedIn(browser.context(options -> options.setLocale("en")), house, "lin");

        assertThat(lin.locator("#presence-why")).containsText("Olga has set you away");
    }
}
