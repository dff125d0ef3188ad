package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pictures from the shelf and from a file, with what they show, to the thread; and beside it how the persona speaks. */
@Tag("browser")
class PicturesPageTest {
    private static DeskHouse house;
    private static Chromium browser;
    private static int count;

    private final ConversationId conversation = new ConversationId("web-pao", "shown-" + count++);
    private BrowserContext here;
    private Page lin;

    @BeforeAll
    static void open() {
        house = DeskHouse.open(Database.H2, Map.of("renhua.personas", "personas"))
                .awake();
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
        house.received(conversation, new Person("g", "王小明", null), "有照片嗎", Instant.now());
        house.takenBy("lin", conversation);
        here = browser.context();
        lin = Chromium.signedIn(here, house, "lin");
        lin.navigate(house.address() + "/desk#" + conversation.toString().replace("/", "%2F"));
        assertThat(lin.locator("#open-pictures")).isEnabled();
    }

    @AfterEach
    void getUp() {
        here.close();
    }

    @Test
    void oneOfTheShelfGoesOutWithItsWords() {
        lin.locator("#open-pictures").click();
        lin.locator(".on-shelf").click();
        assertThat(lin.locator("dialog [name=alt]")).hasValue("綠色的桂花烏龍茶盒，四周是桂花");
        lin.locator("dialog .main").click();

        assertThat(lin.locator(".said.human .picture")).hasAttribute("alt", "綠色的桂花烏龍茶盒，四周是桂花");
        isLoaded();
    }

    @Test
    void aFileThatIsTooLargeIsMadeSmallerAndGoesOut() throws Exception {
        var large = Files.readAllBytes(Path.of("src/docs/desk.png"));
        lin.locator("#open-pictures").click();
        lin.locator(".own-file input").setInputFiles(new FilePayload("desk.webp", "image/webp", large));
        lin.locator("dialog [name=alt]").fill("A desk");
        lin.locator("dialog .main").click();

        assertThat(lin.locator(".said.human .words")).hasText("A desk");
        isLoaded();
    }

    @Test
    void whatIsPastedIsAskedAboutAndWhatIsNoPictureIsRefused() {
        lin.locator("#words").evaluate("""
                (field, words) => {
                  const given = new DataTransfer();
                  given.items.add(new File([words], 'shop.png', { type: 'image/png' }));
                  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: given, bubbles: true, cancelable: true }));
                }""", "no picture");
        lin.locator("dialog [name=alt]").fill("The shop");
        lin.locator("dialog .main").click();

        assertThat(lin.locator("dialog")).containsText("no picture that can be sent");
        assertThat(lin.locator(".said.human")).hasCount(0);
    }

    @Test
    void theVoiceStandsBesideTheConversation() {
        assertThat(lin.locator(".voice")).containsText("Says “你” to people");
        assertThat(lin.locator(".voice")).containsText("賦能");
    }

    private void isLoaded() {
        lin.waitForFunction("() => document.querySelector('.said.human .picture')?.naturalWidth > 0");
    }
}
