package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.renhua.conversation.Merges;
import io.renhua.handoff.Tags;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.people.Profiles;
import io.renhua.people.Unions;
import io.renhua.search.SearchFeed;
import io.renhua.store.Database;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One person on several channels, on the card beside the thread. */
@Tag("browser")
class SamePersonPageTest {
    private static final ConversationId WEB = new ConversationId("web-mo", "w1");
    private static final ConversationId LINE = new ConversationId("mo-line", "U1");

    private static Chromium chromium;

    @BeforeAll
    static void openABrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeIt() {
        chromium.close();
    }

    @Test
    void anAgentAsksASupervisorDecidesAndEachSeesItAtOnce() {
        try (var house = house(Map.of());
                var one = chromium.context();
                var other = chromium.context()) {
            alike(house);
            var lin = Chromium.signedIn(one, house, "lin");
            row(lin, WEB).click();
            assertThat(lin.locator("#brief .alike")).containsText("May be the same person");
            assertThat(lin.locator("#brief .alike-marks")).containsText("order no MO1234");
            assertThat(lin.locator("#brief .alike-marks")).containsText("the same in your systems for both");
            lin.locator("#brief .alike .main").click();
            assertThat(lin.locator("dialog h2")).hasText("Ask to make them one person");
            assertThat(lin.locator("dialog [name=why]")).hasValue("the same: order no");
            lin.locator("dialog button.main").click();
            assertThat(lin.locator("#brief .alike")).containsText("You have asked a supervisor");

            var olga = Chromium.signedIn(other, house, "olga");
            assertThat(olga.locator("#alarms .merge")).containsText("Somebody asks to make Ming one person");
            row(olga, LINE).click();
            assertThat(olga.locator("#brief .alike")).containsText("Lin asks to make them one person");
            assertThat(olga.locator("#brief .alike-marks")).containsText("**1234");
            olga.locator("#brief .alike .main").click();
            olga.locator("dialog button.main").click();

            assertThat(olga.locator("#brief .same-list")).containsText("王小明");
            assertThat(olga.locator("#bubbles"))
                    .containsText("Olga says that they are the same person as on web-mo: the same: order no");
            assertThat(lin.locator("#brief .same-list")).containsText("Ming");
            assertThat(lin.locator("#brief .same-list button")).hasCount(0);
            assertThat(lin.locator("#brief .tag.elsewhere")).containsText("client_book");
            assertThat(lin.locator("#brief .known dd.elsewhere")).hasCount(1); // the order is the same
            assertThat(lin.locator("#brief .known dd.elsewhere")).containsText("陳小姐mo-line");

            olga.locator("#bubbles").focus();
            olga.keyboard().press("z");
            assertThat(lin.locator("#brief .alike")).containsText("You have asked");
            assertThat(lin.locator("#brief .same-list")).hasCount(0);
        }
    }

    @Test
    void aSupervisorFindsThemByHandDeclinesAndSeparatesAgain() {
        try (var house = house(Map.of());
                var context = chromium.context()) {
            alike(house);
            house.get(SearchFeed.class).look();
            var olga = Chromium.signedIn(context, house, "olga");
            row(olga, WEB).click();
            olga.locator("#brief .alike-acts button").last().click();
            assertThat(olga.locator("#brief .alike")).hasCount(0);
            assertThat(olga.locator("#bubbles")).containsText("Olga says that they are somebody else than on mo-line");

            olga.locator("#bubbles").focus();
            olga.keyboard().press("u");
            olga.locator("dialog [name=words]").fill("Ming");
            olga.locator("dialog .same-choice").click();
            assertThat(olga.locator("dialog h2")).hasText("Make them one person");
            olga.locator("dialog [name=why]").fill("she told me");
            olga.locator("dialog button.main").click();
            assertThat(olga.locator("#brief .same-list")).containsText("she told me");

            olga.locator("#brief .same-list a").click();
            assertThat(olga.locator("#thread-who h1")).hasText("Ming");
            olga.locator("#brief .same-list button").click();
            assertThat(olga.locator("#brief .same-list")).hasCount(0);
            assertThat(house.get(Unions.class).elsewhere(WEB)).isEmpty();
            olga.locator("#bubbles").focus();
            olga.keyboard().press("z");
            assertThat(olga.locator("#brief .same-list")).containsText("she told me");
            assertThat(olga.locator("#bubbles")).containsText("Olga took back the separation");
        }
    }

    @Test
    void showsOneMaskedThingOfTheOtherChannelWithARecordThere() {
        try (var house = house(Map.of());
                var context = chromium.context()) {
            alike(house);
            told(house, LINE, "order_no", "MO5678");
            var olga = Chromium.signedIn(context, house, "olga");
            house.get(Merges.class).merge(WEB, LINE, "olga", "so");
            row(olga, WEB).click();
            var elsewhere =
                    olga.locator("#brief .known dd.elsewhere").filter(new Locator.FilterOptions().setHasText("5678"));
            assertThat(elsewhere).containsText("**5678");

            elsewhere.locator("button").click();

            assertThat(elsewhere).containsText("MO5678");
            assertThat(olga.locator("#bubbles")).not().containsText("looked");
            olga.locator("#brief .same-list a").click();
            assertThat(olga.locator("#bubbles")).containsText("Olga looked at");
        }
    }

    @Test
    void onTwoNodesWhatOneDecidesIsOnTheOthersCardAtOnce() {
        var place = Database.POSTGRESQL.fresh();
        var shared = Map.<String, Object>of("renhua.store.url", place.url(), "renhua.store.password", place.password());
        try (var here = house(shared);
                var there = DeskHouse.open(Database.H2, with(shared));
                var context = chromium.context()) {
            alike(here);
            var lin = Chromium.signedIn(context, there, "lin");
            row(lin, WEB).click();
            assertThat(lin.locator("#brief .alike")).isVisible();

            var olga = here.signedIn("olga");
            olga.act(
                    "person/merge", Map.of("conversation", LINE.toString(), "other", WEB.toString(), "why", "checked"));

            assertThat(lin.locator("#brief .same-list")).containsText("checked");
        }
    }

    @Test
    void fitsAPhoneInEveryLanguageAndBothThemes() {
        try (var house = house(Map.of())) {
            alike(house);
            for (var locale : List.of("en-US", "zh-TW", "zh-CN")) {
                for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    for (int width : List.of(390, 1280)) {
                        try (var context = chromium.context(options -> options.setViewportSize(width, 844)
                                .setLocale(locale)
                                .setColorScheme(scheme))) {
                            shows(house, context, width, locale + "-" + scheme + "-" + width);
                        }
                    }
                }
            }
        }
    }

    private static void shows(DeskHouse house, BrowserContext context, int width, String name) {
        var page = Chromium.signedIn(context, house, "olga");
        row(page, WEB).click();
        if (width < 1100) {
            page.locator("#show-brief").click();
        }
        assertThat(page.locator("#brief .alike")).isVisible();
        var wide = (Boolean)
                page.evaluate(
                        "() => [...document.querySelectorAll('#brief, #brief *')].every(each => each.scrollWidth <= each.clientWidth + 1 || getComputedStyle(each).display === 'inline')");
        assertThat(wide).as(name).isTrue();
    }

    private static DeskHouse house(Map<String, Object> own) {
        var house = DeskHouse.open(Database.H2, with(own));
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("olga", "Olga", StaffRole.OPERATOR);
        return house;
    }

    private static Map<String, Object> with(Map<String, Object> own) {
        var all = new HashMap<>(SamePersonTest.LINE);
        all.putAll(own);
        return all;
    }

    /** Lin has the one on the page; both gave the same order. */
    private static void alike(DeskHouse house) {
        house.received(WEB, new Person("w1", "王小明", null), "hello", Instant.now());
        house.received(LINE, new Person("U1", "Ming", null), "hello", Instant.now());
        house.takenBy("lin", WEB);
        told(house, WEB, "order_no", "MO1234");
        told(house, LINE, "order_no", "MO1234");
        told(house, WEB, "title", "陳女士");
        told(house, LINE, "title", "陳小姐");
        house.get(Tags.class).add(LINE, "client_book", "olga");
    }

    private static void told(DeskHouse house, ConversationId conversation, String name, String value) {
        house.get(Profiles.class).tell(conversation, before -> before.with(Map.of(name, value)), "api:crm");
    }

    private static Locator row(Page page, ConversationId conversation) {
        return page.locator(".conversation[data-id='" + conversation + "']");
    }
}
