package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import io.micronaut.runtime.server.EmbeddedServer;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.Content.Media.Kind;
import io.renhua.message.ConversationId;
import io.renhua.message.Face;
import io.renhua.message.Speaker;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a persona shows and lets hear, on its chat page in a real browser. */
@Tag("browser")
class ChatFacePageTest {
    private static final String OWN = "https://chat.example/p/pao/";
    private static final Pattern USUAL = Pattern.compile("/p/pao/img/avatar\\.svg$");
    private static final Pattern SORRY = Pattern.compile("/p/pao/img/sorry\\.svg$");

    private static EmbeddedServer server;
    private static Chromium chromium;

    private BrowserContext phone;
    private Page page;

    @BeforeAll
    static void open() {
        server = ChatHouse.open();
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
        server.close();
    }

    @BeforeEach
    void takeAPhone() {
        phone = chromium.context(options -> options.setViewportSize(390, 844)
                .setHasTouch(true)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("zh-TW"));
        page = phone.newPage();
        page.navigate("http://localhost:" + server.getPort() + "/c/pao");
        assertThat(page.locator(".turn.bot")).hasCount(2);
    }

    @AfterEach
    void putItAway() {
        phone.close();
    }

    @Test
    void showsTheMoodBesideItsWordsAndTheUsualFaceAfterwardsAlsoWhenReloaded() {
        say("抱歉，晚了三天。", "img/sorry.svg");
        say("我幫你催。", "img/sorry.svg");
        say("還有什麼嗎？", null);

        for (int time = 0; time < 2; time++) {
            assertThat(page.locator(".turn.bot")).hasCount(5);
            assertThat(face(1)).hasAttribute("src", USUAL);
            assertThat(face(2)).hasAttribute("src", SORRY);
            assertThat(face(2)).isVisible();
            assertThat(face(3)).hasAttribute("src", SORRY);
            assertThat(face(3)).isHidden();
            assertThat(face(4)).hasAttribute("src", USUAL);
            assertThat(face(4)).isVisible();
            assertThat((boolean) face(2).evaluate("image => image.decode().then(() => image.naturalWidth > 0)"))
                    .isTrue();
            page.reload();
        }
    }

    @Test
    void keepsTheUsualFaceWhereAMoodLiesElsewhere() {
        echo().say(thread(), speaker(new Face("sorry", "https://elsewhere.example/sorry.png")), text("抱歉。"));

        assertThat(page.locator(".turn.bot")).hasCount(3);
        assertThat(face(2)).hasAttribute("src", USUAL);
    }

    @Test
    void playsAFilmAndASoundAndTellsWhatTheyAre() {
        echo().say(thread(), new Content.Media(Kind.VIDEO, OWN + "mov/brew.webm", "沖泡示範"));
        echo().say(thread(), new Content.Media(Kind.VOICE, OWN + "snd/rain.wav", "雨聲"));

        for (var player : new String[] {"video", "audio"}) {
            assertThat(page.locator(player)).hasCount(1);
            page.waitForFunction("name => document.querySelector(name).readyState >= 1", player);
        }
        assertThat(page.locator("video")).hasAttribute("aria-label", "沖泡示範");
        page.locator("video").evaluate("film => { film.muted = true; return film.play(); }");
        page.waitForFunction("document.querySelector('video').currentTime > 0");
        assertThat((Number) page.locator("audio").evaluate("sound => sound.duration"))
                .isEqualTo(1);
    }

    @Test
    void offersTheScriptsMenuByFingerAndByKeyboard() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("選單"))
                .click();
        assertThat(page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("想做什麼？")))
                .isVisible();
        assertThat(page.locator("#offers-list button")).hasText(new String[] {"找真人", "查包裹", "幫我挑茶"});

        page.locator("#offers-list button").nth(1).click();

        assertThat(page.locator("#offers")).isHidden();
        assertThat(page.locator(".turn.person")).hasText(Pattern.compile("^查包裹"));
        assertThat(page.locator(".turn.bot").last()).containsText("你說：查包裹");

        page.locator("#offers-button").press("Enter");
        assertThat(page.locator("#offers-list button").first()).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#offers-list button").nth(1)).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("#offers")).isHidden();
        assertThat(page.locator("#offers-button")).isFocused();
        assertThat(page.locator(".turn.person")).hasCount(1);
    }

    @Test
    void sendsTheChoiceAndNotOnlyItsLabel() {
        page.locator("#offers-button").click();
        page.locator("#offers-list button").nth(2).click();
        assertThat(page.locator(".turn.bot")).hasCount(3);

        var heard = server.getApplicationContext().getBean(Journal.class).after(thread(), 0, 100).stream()
                .map(entry -> entry.happening())
                .filter(Happening.Received.class::isInstance)
                .map(happening -> ((Happening.Received) happening).content())
                .toList();
        assertThat(heard).last().isEqualTo(new Content.Chosen("pick_tea", "幫我挑茶"));
    }

    @Test
    void hasNoMenuWhereTheScriptHasNone() {
        page.navigate("http://localhost:" + server.getPort() + "/c/orvanne");

        assertThat(page.locator("#text")).isVisible();
        assertThat(page.locator("#offers-button, #offers")).hasCount(0);
    }

    @Test
    void saysWhatAFilmWouldShowWhereItIsGone() {
        echo().say(thread(), new Content.Media(Kind.VIDEO, OWN + "mov/gone.webm", "沖泡示範"));

        assertThat(page.locator(".turn.bot .bubble").last()).hasText("沖泡示範");
        assertThat(page.locator("video")).hasCount(0);
    }

    @Test
    void aFilmPlaysByItselfForWhoComesByALink() {
        page.navigate("http://localhost:" + server.getPort() + "/p/pao/mov/brew.webm");

        page.waitForFunction("document.querySelector('video')?.readyState >= 1");
    }

    private Locator face(int turn) {
        return page.locator(".turn.bot").nth(turn).locator(".face");
    }

    private void say(String words, @Nullable String mood) {
        echo().say(thread(), speaker(mood == null ? null : new Face("sorry", OWN + mood)), text(words));
    }

    private static Content text(String words) {
        return new Content.Text(words);
    }

    private static Speaker speaker(@Nullable Face face) {
        return new Speaker(Speaker.Kind.BOT, "泡小拾", face);
    }

    private static ChatEcho echo() {
        return server.getApplicationContext().getBean(ChatEcho.class);
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
}
