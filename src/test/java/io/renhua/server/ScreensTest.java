package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.renhua.conversation.Inbox;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import io.renhua.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every screen of the desk on a usual afternoon, in each language, light and dark, on a desktop and on a phone: nobody is kept
 * out (WCAG 2.2 AA, as far as a machine can tell), and nothing runs over its edge. Keeps a picture of each in
 * {@code target/screens}.
 */
@Tag("browser")
class ScreensTest {
    private static final Path PICTURES = Path.of("target", "screens");
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final ConversationId MING = new ConversationId("web-pao", "v-ming");
    private static final ConversationId YIJUN = new ConversationId("web-pao", "v-yijun");
    private static final ConversationId ANA = new ConversationId("web-pao", "v-ana");
    private static final ConversationId ZHILING = new ConversationId("web-pao", "v-zhiling");
    private static final ConversationId HUA = new ConversationId("web-pao", "v-hua");
    private static final ConversationId DATONG = new ConversationId("web-pao", "v-datong");

    private static final List<String> PAGES = List.of(
            "/desk/sign-in",
            "/desk/wall",
            "/desk/transcripts",
            "/desk/transcripts/read?conversation=web-pao/v-ming",
            "/desk/canned",
            "/desk/macros",
            "/desk/numbers",
            "/desk/operations",
            "/desk/staff",
            "/desk/tokens",
            "/desk/team",
            "/desk/account");

    private static DeskHouse house;
    private static Chromium chromium;

    @BeforeAll
    static void aUsualAfternoon() {
        chromium = new Chromium();
        house = DeskHouse.open(Database.H2, Map.of("renhua.personas", "personas", "renhua.desk.silence", "2h"))
                .awake();
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("mei", "Mei", StaffRole.AGENT);
        house.hire("oda", "Oda", StaffRole.OWNER);
        var lin = atWork("lin");
        var mei = atWork("mei");

        says(DATONG, "張大同", "你們幾點開門");
        isAnswered(DATONG);
        asksForAPerson(MING, "王小明", "我的包裹到哪了");
        asksForAPerson(YIJUN, "陳怡君", "茶葉罐破了");
        asksForAPerson(ZHILING, "林志玲", "想訂婚禮小物");
        asksForAPerson(HUA, "李小華", "可以改地址嗎");

        done(lin, "claim", MING, Map.of());
        done(lin, "tags/add", MING, Map.of("tag", "老客人"));
        done(mei, "note", MING, Map.of("text", "@lin 上週也來過，同一張訂單。先道歉再查。"));
        replies(lin, MING, "小明你好，我幫你看一下這張訂單。");
        says(MING, "王小明", "好，麻煩了");
        says(MING, "王小明", "順便問，桂花烏龍有低咖啡因的嗎");

        done(lin, "claim", ZHILING, Map.of());
        replies(lin, ZHILING, "志玲你好，婚禮小物要幾份？");
        var later = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MINUTES);
        done(lin, "hold", ZHILING, Map.of("until", later));

        done(mei, "claim", YIJUN, Map.of());
        done(mei, "transfer", YIJUN, Map.of("to", "lin", "text", "破損要走換貨，你比較熟"));
        done(mei, "claim", HUA, Map.of());
        asksForAPerson(ANA, "Ana", "where is my parcel");
    }

    @AfterAll
    static void close() {
        chromium.close();
        house.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, LIGHT, 1280",
        "en-US, DARK, 1280",
        "zh-TW, LIGHT, 1280",
        "zh-TW, LIGHT, 390",
        "zh-TW, DARK, 390",
        "zh-CN, DARK, 1280",
        "zh-CN, LIGHT, 360",
        "en-US, LIGHT, 360"
    })
    void keepNobodyOutAndStayWithinTheirEdges(String locale, ColorScheme scheme, int width) {
        var look = locale + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
        var faults = new SoftAssertions();
        try (var context = context(locale, scheme, width)) {
            var lin = Chromium.signedIn(context, house, "lin");
            assertThat(lin.locator("[data-id='" + MING + "']").first()).isVisible();
            look(faults, lin, "lists-" + look);
            lin.locator("[data-id='" + MING + "']").first().click();
            assertThat(lin.locator("#words")).isEditable();
            look(faults, lin, "desk-" + look);
            lin.locator("#words").fill("絕對保證最好喝的茶，親！");
            assertThat(lin.locator("#remarks li").first()).isVisible();
            look(faults, lin, "remarks-" + look);
            lin.keyboard().press("Control+k");
            assertThat(lin.locator("dialog[open]")).isVisible();
            look(faults, lin, "palette-" + look);
        }
        try (var context = context(locale, scheme, width)) {
            var oda = Chromium.signedIn(context, house, "oda");
            for (var path : PAGES) {
                oda.navigate(house.address() + path);
                look(faults, oda, path.replaceAll("^/desk/|\\?.*", "").replace('/', '-') + "-" + look);
            }
        }
        faults.assertAll();
    }

    private static void look(SoftAssertions faults, Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        var found = new AxeBuilder(page)
                .withTags(WCAG)
                .exclude(".big-mark") // our name behind an empty desk, which nobody has to read
                .analyze()
                .getViolations();
        faults.assertThat(found).as(() -> name + ":\n" + told(found)).isEmpty();
        faults.assertThat(page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("%s runs over its edge", name)
                .isEqualTo(0);
    }

    private static String told(List<Rule> found) {
        return found.stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + "\n"
                        + rule.getNodes().stream()
                                .map(node -> "  " + node.getTarget() + " " + node.getFailureSummary())
                                .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
    }

    private static BrowserContext context(String locale, ColorScheme scheme, int width) {
        return chromium.context(options -> options.setViewportSize(width, width < 720 ? 800 : 860)
                .setLocale(locale)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));
    }

    private static DeskBrowser atWork(String login) {
        var browser = house.signedIn(login);
        browser.stream("/desk/events"); // as an open page does
        assertThat(browser.act("presence", Map.of("presence", "online")).statusCode())
                .isEqualTo(200);
        return browser;
    }

    private static void says(ConversationId conversation, String name, String words) {
        house.get(Inbox.class)
                .accept(List.of(new Inbound(
                        UUID.randomUUID().toString(),
                        conversation,
                        new Person(conversation.thread(), name, null),
                        new Content.Text(words),
                        Instant.now(),
                        null)));
    }

    /** Whatever the hour: the script's own would send them away at night. */
    private static void asksForAPerson(ConversationId conversation, String name, String about) {
        says(conversation, name, about);
        isAnswered(conversation);
        var words = name.equals("Ana") ? "I want to talk to a person" : "我要找真人";
        house.received(conversation, new Person(conversation.thread(), name, null), words, Instant.now());
        house.queues(conversation, Instant.now());
    }

    private static void isAnswered(ConversationId conversation) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> happenings(conversation).stream()
                        .anyMatch(each -> each instanceof Happening.Said said
                                && said.speaker().kind() == Speaker.Kind.BOT));
    }

    private static List<Happening> happenings(ConversationId conversation) {
        return house.get(Journal.class).last(conversation, 50).stream()
                .map(entry -> entry.happening())
                .toList();
    }

    private static void replies(DeskBrowser agent, ConversationId conversation, String words) {
        done(agent, "reply", conversation, Map.of("text", words, "messageId", UUID.randomUUID()));
    }

    private static void done(DeskBrowser agent, String what, ConversationId conversation, Map<String, ?> more) {
        var values = new HashMap<String, Object>(more);
        values.put("conversation", conversation.toString());
        var answer = agent.act(what, values);
        assertThat(answer.statusCode()).as(what + ": " + answer.body()).isEqualTo(200);
    }
}
