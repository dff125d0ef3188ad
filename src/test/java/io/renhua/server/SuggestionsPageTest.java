package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The persona's words where they are taken: by a key, into the middle of what is written, and never further. */
@Tag("browser")
class SuggestionsPageTest {
    private static final Person WANG = new Person("g", "王小明", null);

    private static DeskHouse house;
    private static Chromium browser;
    private static int count;

    private final ConversationId conversation = new ConversationId("web-mo", "suggested-" + count++);
    private BrowserContext here;
    private Page lin;

    @BeforeAll
    static void open() {
        house = DeskHouse.open().awake();
        house.hire("lin", "Lin", StaffRole.AGENT);
        browser = new Chromium();
    }

    @AfterAll
    static void close() {
        browser.close();
        house.close();
    }

    @BeforeEach
    void sitDown() {
        house.received(conversation, WANG, "推薦一本書", Instant.now());
        house.queues(conversation, Instant.now());
        house.signedIn("lin").act("claim", Map.of("conversation", conversation.toString()));
        here = browser.context();
        lin = Chromium.signedIn(here, house, "lin");
        lin.navigate(house.address() + "/desk#" + conversation.toString().replace("/", "%2F"));
        assertThat(lin.locator(".suggestion")).hasCount(1);
    }

    @AfterEach
    void getUp() {
        here.close();
    }

    @Test
    void aKeyAndANumberPutOneWhereTheWriterStandsAndSendNothing() {
        assertThat(lin.locator(".suggestion")).containsText("pick book · surely meant");
        assertThat(lin.locator(".suggestion code")).containsText("mo/lines/shop.yaml:");
        lin.locator("#words").fill("Hello there");
        lin.locator("#words").evaluate("field => field.setSelectionRange(5, 5)");
        lin.locator("#bubbles").focus();

        lin.keyboard().press("s");
        assertThat(lin.locator(".suggestion")).isFocused();
        lin.keyboard().press("1");

        assertThat(lin.locator("#words")).hasValue("Hello\n你喜歡故事還是詩？ there");
        assertThat(lin.locator("#words")).isFocused();
        assertThat(lin.locator(".said.human")).hasCount(0);
    }

    @Test
    void anAnswerRetiresThem() {
        lin.locator("#words").fill("稍等一下。");
        lin.locator("#send").click();

        assertThat(lin.locator(".said.human")).hasCount(1);
        assertThat(lin.locator("#suggestions")).isHidden();

        house.received(conversation, WANG, "訂單MO1234寄出了嗎", Instant.now());
        assertThat(lin.locator(".suggestion-words")).containsText("MO1234出發了");
    }

    @Test
    void saysCalmlyThatNothingFits() {
        house.signedIn("lin")
                .act("reply", Map.of("conversation", conversation.toString(), "text", "好。", "messageId", "r"));
        house.received(conversation, WANG, "嗚啦啦啦", Instant.now());

        assertThat(lin.locator("#suggestions")).containsText("None of Mo’s lines");
        assertThat(lin.locator(".suggestion")).hasCount(0);
    }

    @Test
    void aNoteHasNone() {
        lin.locator("#tab-note").click();

        assertThat(lin.locator(".suggestion")).isHidden();
        lin.locator("#bubbles").focus();
        lin.keyboard().press("s");
        assertThat(lin.locator("#bubbles")).isFocused();
    }

    @Test
    void escapeLeavesThemForTheWordsAndNotForTheLists() {
        lin.locator("#bubbles").focus();
        lin.keyboard().press("s");

        lin.keyboard().press("Escape");

        assertThat(lin.locator("#words")).isFocused();
        assertThat(lin.locator("#words")).hasValue("");
    }
}
