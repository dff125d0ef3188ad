package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import io.micronaut.runtime.server.EmbeddedServer;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.Choice;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The chat page in a real browser, as on a phone. */
@Tag("browser")
class ChatBrowserTest {
    private static final List<String> HOSTILE = List.of(
            "<script>ran()</script>",
            "<img src=x onerror=ran()>",
            "\"><svg onload=ran()>",
            "'><iframe srcdoc='<script>parent.ran()</script>'>",
            "javascript:ran()",
            "https://x.example/\"onmouseover=\"ran()",
            "https://x.example/<script>ran()</script>",
            "</textarea><script>ran()</script>",
            "{{constructor.constructor('ran()')()}}",
            "${ran()} #{ran()} [[${ran()}]]",
            "<a href=\"javascript:ran()\">x</a>",
            "<style>@import 'data:text/css,*{x:expression(ran())}'</style>");

    private static EmbeddedServer server;
    private static Playwright playwright;
    private static Browser chromium;

    private BrowserContext phone;
    private Page page;

    @BeforeAll
    static void open() {
        server = ChatHouse.open();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void close() {
        chromium.close();
        playwright.close();
        server.close();
    }

    @BeforeEach
    void takeAPhone() {
        phone = chromium.newContext(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("zh-TW"));
        phone.addInitScript("""
                window.executions = 0;
                window.ran = () => { window.executions += 1; };
                window.violations = [];
                document.addEventListener('securitypolicyviolation', (event) => {
                  window.violations.push(event.violatedDirective + ' ' + event.blockedURI);
                });""");
        page = phone.newPage();
        page.navigate(address("/c/pao"));
        assertThat(page.locator(".turn.bot")).hasCount(2);
    }

    @AfterEach
    void putItAway() {
        phone.close();
    }

    @Test
    void greetsAndAnswers() {
        say("今天喝什麼");

        assertThat(page.locator(".turn.person")).hasCount(1);
        assertThat(page.locator(".turn.bot").last()).containsText("你說：今天喝什麼");
        assertThat(page.locator(".turn.person [aria-label='已送出']")).isVisible();
    }

    @Test
    void choicesVanishAndTheChoiceStaysAsWords() {
        page.locator("#quick button").first().click();

        assertThat(page.locator(".turn.person")).containsText("幫我挑茶");
        assertThat(page.locator("#quick")).isHidden();
        assertThat(page.locator(".turn.bot").last()).containsText("你說：幫我挑茶");
    }

    @Test
    void keepsTheThreadWhenReloaded() {
        say("記得我嗎");
        assertThat(page.locator(".turn.bot")).hasCount(3);

        page.reload();

        assertThat(page.locator(".turn.person")).containsText("記得我嗎");
        assertThat(page.locator(".turn.bot")).hasCount(3);
    }

    @Test
    void showsTheSameThreadInTwoTabs() {
        var other = phone.newPage();
        other.navigate(address("/c/pao"));
        assertThat(other.locator(".turn.bot")).hasCount(2);

        say("兩邊都看得到");

        assertThat(other.locator(".turn.person")).containsText("兩邊都看得到");
        assertThat(other.locator(".turn.bot")).hasCount(3);
        assertThat(page.locator(".turn.person")).hasCount(1);
    }

    @Test
    void leavesEnterToTheInputMethodUntilTheWordIsDone() {
        page.locator("#text").fill("ㄋㄧˇ");
        page.evaluate("""
                () => {
                  const text = document.getElementById('text');
                  const enter = (more) => text.dispatchEvent(
                      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...more }));
                  text.dispatchEvent(new CompositionEvent('compositionstart'));
                  enter({ isComposing: true });
                  enter({ keyCode: 229 });
                  text.dispatchEvent(new CompositionEvent('compositionend', { data: '你' }));
                  enter({});
                }""");
        assertThat(page.locator(".turn.person")).hasCount(0);

        page.locator("#text").press("Enter");

        assertThat(page.locator(".turn.person")).hasCount(1);
    }

    @Test
    void breaksTheLineOnShiftEnter() {
        page.locator("#text").fill("上");
        page.locator("#text").press("Shift+Enter");
        page.locator("#text").pressSequentially("下");

        assertThat(page.locator("#text")).hasValue("上\n下");
        assertThat(page.locator(".turn.person")).hasCount(0);
    }

    @Test
    void keepsWordsSaidOfflineAndSendsThemOnce() {
        phone.setOffline(true);
        assertThat(page.locator("#banner")).containsText("網路斷了");
        say("等網路");
        assertThat(page.locator(".turn.failed")).containsText("再送一次");

        phone.setOffline(false);

        assertThat(page.locator(".turn.bot").last()).containsText("你說：等網路");
        assertThat(page.locator(".turn.failed")).hasCount(0);
        assertThat(page.locator(".turn.person")).hasCount(1);
        assertThat(page.locator("#banner")).isHidden();
    }

    @Test
    void runsNothingOfWhatPeopleWrite() {
        for (var words : HOSTILE) {
            say(words);
            assertThat(page.locator(".turn.bot").last()).containsText("你說：" + words.substring(0, 5));
        }
        var echo = server.getApplicationContext().getBean(ChatEcho.class);
        for (var words : HOSTILE) {
            echo.say(thread(), new Content.Choices(words, List.of(new Choice(words, words))));
            echo.say(thread(), new Content.Media(Content.Media.Kind.IMAGE, words, words));
            echo.say(thread(), new Content.Card(words, words, words, new Content.Link(words, words, words)));
            echo.say(thread(), new Content.Place(1, 2, words));
        }
        var last = page.locator(".turn.bot").last();
        assertThat(last)
                .containsText(
                        HOSTILE.getLast(),
                        new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                .setTimeout(60_000));

        page.reload();
        assertThat(page.locator(".turn.person")).hasCount(HOSTILE.size());

        assertThat(page.evaluate("window.executions")).isEqualTo(0);
        assertThat((List<?>) page.evaluate("window.violations")).isEmpty();
        assertThat(page.locator(".turn a:not([href^='http'])")).hasCount(0);
    }

    @Test
    void linksAddressesAndLeavesTheStopAfterThemAlone() {
        say("看這裡：https://shipao.example/osm。");

        var link = page.locator(".turn.person a");
        assertThat(link).hasAttribute("href", "https://shipao.example/osm");
        assertThat(link).hasAttribute("rel", java.util.regex.Pattern.compile("noopener"));
    }

    @Test
    void saysWhoAnswersWhenAPersonTookOver() {
        say("a person");

        assertThat(page.locator(".turn.human .speaker")).containsText("小美");
        assertThat(page.locator(".passed")).containsText("現在由真人回你");
        assertThat(page.locator("#badge")).hasText("真人");
        assertThat(page.locator("[data-day]")).hasCount(1);
    }

    @Test
    void clearsTheChatOnThisDevice() {
        say("忘了我");
        assertThat(page.locator(".turn.bot")).hasCount(3);

        page.locator("#menu-button").click();
        page.locator("#clear").click();
        page.locator("#clear-dialog button[value=yes]").click();

        assertThat(page.locator(".turn.person")).hasCount(0);
        assertThat(page.locator(".turn.bot")).hasCount(2);
    }

    @Test
    void offersNewMessagesToWhoReadsFurtherUp() {
        for (int i = 0; i < 8; i++) {
            say("第" + i + "句\n還有\n三行");
            assertThat(page.locator(".turn.bot").last()).containsText("第" + i + "句");
        }
        page.evaluate("document.getElementById('scroll').scrollTop = 0");
        page.waitForFunction("document.getElementById('scroll').scrollTop === 0");

        server.getApplicationContext().getBean(ChatEcho.class).say(thread(), new Content.Text("新的"));

        assertThat(page.locator("#pill")).isVisible();
        page.locator("#pill").click();
        assertThat(page.locator("#pill")).isHidden();
        assertThat(page.locator(".turn.bot").last()).isInViewport();
    }

    @Test
    void fitsANarrowPhone() {
        page.setViewportSize(320, 568);
        say("https://shipao.example/" + "long".repeat(60));
        assertThat(page.locator(".turn.bot")).hasCount(3);

        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        assertThat(
                        (boolean)
                                page.evaluate(
                                        "document.getElementById('scroll').scrollWidth <= document.getElementById('scroll').clientWidth"))
                .isTrue();
        assertThat(((Number) page.evaluate("parseFloat(getComputedStyle(document.getElementById('text')).fontSize)"))
                        .doubleValue())
                .isGreaterThanOrEqualTo(16);
    }

    @Test
    void givesEveryButtonRoomForAFinger() {
        page.locator("#menu-button").click();

        for (Locator target : page.locator("button:visible, .menu a:visible").all()) {
            var box = target.boundingBox();
            assertThat(Math.min(box.width, box.height)).as(target.textContent()).isGreaterThanOrEqualTo(44);
        }
    }

    private void say(String words) {
        page.locator("#text").fill(words);
        page.locator("#text").press("Enter");
    }

    /** The conversation that was touched last: this page's. */
    private static ConversationId thread() {
        return server.getApplicationContext().getBean(Journal.class).all(0, 100_000).stream()
                .map(entry -> entry.happening())
                .filter(Happening.Received.class::isInstance)
                .reduce((one, other) -> other)
                .orElseThrow()
                .conversation();
    }

    private static String address(String path) {
        return "http://localhost:" + server.getPort() + path;
    }
}
