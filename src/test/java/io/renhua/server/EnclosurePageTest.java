package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.renhua.handoff.CannedReplies;
import io.renhua.handoff.CannedReply;
import io.renhua.handoff.CannedReply.Fits;
import io.renhua.handoff.Enclosure;
import io.renhua.handoff.Whose;
import io.renhua.handoff.Whose.Scope;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.store.Database;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A picture and a card beside what one writes, in a real browser: seen, taken away, sent, never carried over. */
@Tag("browser")
class EnclosurePageTest {
    private DeskHouse house;
    private Chromium chromium;
    private Page lin;

    @BeforeEach
    void open() {
        house = DeskHouse.open(Database.H2, Map.of("renhua.personas", "personas"))
                .awake();
        house.hire("lin", "Lin", StaffRole.AGENT);
        keep("box", "這是桂花烏龍。", new Enclosure("pao", "osmanthus", "", "", ""));
        keep("card", "今年第一批。", new Enclosure("pao", "osmanthus", "桂花烏龍", "看看", "https://pao.example/osmanthus"));
        mine("first");
        mine("second");
        chromium = new Chromium();
        lin = Chromium.signedIn(chromium.context(), house, "lin");
        turnTo("first");
    }

    @AfterEach
    void close() {
        chromium.close();
        house.close();
    }

    @Test
    void aPictureStandsBesideTheWordsAndGoesOutAfterThem() {
        take("box");
        assertThat(lin.locator("#enclosed img")).isVisible();
        assertThat(lin.locator("#words")).hasValue("這是桂花烏龍。");

        lin.locator("#send").click();

        assertThat(lin.locator(".said.human .words").first()).hasText("這是桂花烏龍。");
        assertThat(lin.locator(".said.human img.picture")).isVisible();
        assertThat(lin.locator("#enclosed")).isHidden();
    }

    @Test
    void aCardTakesTheWordsAsItsText() {
        take("card");
        assertThat(lin.locator("#enclosed b")).hasText("桂花烏龍");
        lin.locator("#words").fill("只剩三盒。");

        lin.locator("#send").click();

        assertThat(lin.locator(".said.human .words")).hasCount(1);
        assertThat(lin.locator(".said.human .words")).containsText("桂花烏龍");
        assertThat(lin.locator(".said.human .words")).containsText("只剩三盒。");
    }

    @Test
    void canBeLeftOutAndIsNeverCarriedToAnotherConversation() {
        take("box");
        turnTo("second");
        assertThat(lin.locator("#enclosed")).isHidden();
        turnTo("first");
        assertThat(lin.locator("#enclosed img")).isVisible();

        lin.locator("#enclosed button").click();
        lin.locator("#send").click();

        assertThat(lin.locator(".said.human .words")).hasText("這是桂花烏龍。");
        assertThat(lin.locator(".said.human img.picture")).hasCount(0);
    }

    private void take(String shortcut) {
        lin.locator("#words").pressSequentially("/" + shortcut);
        assertThat(lin.locator("#canned-list .option")).hasCount(1);
        lin.keyboard().press("Enter");
    }

    private void turnTo(String thread) {
        lin.locator("[data-id=\"web-pao/" + thread + "\"]").click();
        assertThat(lin.locator("#thread-who h1")).hasText(thread);
        assertThat(lin.locator("#words")).isEditable();
    }

    private void mine(String thread) {
        var conversation = new ConversationId("web-pao", thread);
        house.received(conversation, new Person(thread, thread, null), "有照片嗎", Instant.now());
        house.takenBy("lin", conversation);
    }

    private void keep(String shortcut, String words, Enclosure along) {
        var pao = Whose.of(Scope.PERSONA, "pao");
        house.get(CannedReplies.class)
                .add(new CannedReply(shortcut, pao, Fits.ANYWHERE, shortcut, "", words, along, null, 0, "lin"));
    }
}
