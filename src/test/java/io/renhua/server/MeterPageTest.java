package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.renhua.text.Measure;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page and the script's rules count the same screens. */
@Tag("browser")
class MeterPageTest {
    private static final List<String> REPLIES = List.of(
            "好",
            "字".repeat(16 * 18),
            "字".repeat(16 * 18 + 1),
            "one\n\nthree\n",
            "👨‍👩‍👧‍👦".repeat(17),
            "line\n".repeat(40));

    @Test
    void countsAsTheRulesDo() {
        try (var house = DeskHouse.open();
                var browser = new Chromium()) {
            house.hire("lin", "Lin", StaffRole.AGENT);
            var lin = Chromium.signedIn(browser.context(), house, "lin");

            assertThat(REPLIES)
                    .allSatisfy(reply ->
                            assertThat(counted(lin, reply)).isEqualTo(Measure.screens(List.of(reply.strip()), 16, 18)));
        }
    }

    private static int counted(Page page, String reply) {
        var script = "async text => (await import('/static/desk/meter.js'))"
                + ".screens(text.trim(), { line: 16, screen: 18 })";
        return (Integer) page.evaluate(script, reply);
    }
}
