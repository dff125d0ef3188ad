package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.handoff.CannedReplies;
import io.renhua.handoff.CannedReply;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CannedControllerTest {
    private static DeskHouse house;
    private static DeskBrowser lin;
    private static DeskBrowser olga;
    private static int count;

    private final String shortcut = "s" + count++;

    @BeforeAll
    static void open() {
        house = DeskHouse.open();
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("wu", "Wu", StaffRole.AGENT);
        house.hire("olga", "Olga", StaffRole.OWNER);
        lin = house.signedIn("lin");
        olga = house.signedIn("olga");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void keepsWhatAnAgentWritesForThemselves() {
        var answer = save(lin, "personal:lin", "好的，{agent}來查。" + shortcut);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(lin.get("/desk/canned").body()).contains("/" + shortcut, "{agent}來查");
        assertThat(house.signedIn("wu").get("/desk/canned").body()).doesNotContain("/" + shortcut);
    }

    @Test
    void letsOnlyOperatorsAndOwnersWriteForOthers() {
        assertThat(save(lin, "persona:mo", "明天到。" + shortcut).statusCode()).isEqualTo(422);
        assertThat(save(lin, "personal:wu", "明天到。" + shortcut).statusCode()).isEqualTo(422);
        assertThat(save(olga, "persona:mo", "明天到。" + shortcut).statusCode()).isEqualTo(303);

        assertThat(lin.get("/desk/canned").body()).contains("/" + shortcut);
        assertThat(lin.post("/desk/canned/delete", Map.of("id", id())).statusCode())
                .isEqualTo(303);
        assertThat(house.get(CannedReplies.class).named(id())).isPresent();
    }

    @Test
    void refusesWhatTheLawForbidsAndSaysWhatIsMerelyNotTheVoice() {
        var forbidden = save(olga, "persona:mo", "我們是全國最佳。" + shortcut);
        assertThat(forbidden.statusCode()).isEqualTo(422);
        assertThat(forbidden.body()).contains("Cannot be kept like this", "最佳", "我們是全國最佳。");

        save(olga, "team:care", "書到了！！！！" + shortcut);
        assertThat(olga.get("/desk/canned?saved=" + id()).body()).contains("Not quite the voice", "exclamation marks");
    }

    @Test
    void saysClearlyWhatIsThereAlready() {
        save(lin, "personal:lin", "好的。" + shortcut);

        var again = save(lin, "personal:lin", "別的。" + shortcut);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("/" + shortcut + " is there already", "別的。" + shortcut);
    }

    @Test
    void takesADeletionBack() {
        save(lin, "personal:lin", "好的。" + shortcut);
        var id = id();

        var deleted = lin.post("/desk/canned/delete", Map.of("id", id));
        assertThat(deleted.headers().firstValue("Location")).contains("/desk/canned?deleted=" + id);
        assertThat(lin.get("/desk/canned?deleted=" + id).body())
                .contains("Take back")
                .doesNotContain("/" + shortcut);
        lin.post("/desk/canned/undo", Map.of("id", id));

        assertThat(lin.get("/desk/canned").body()).contains("/" + shortcut);
    }

    @Test
    void changesOneInItsPlace() {
        save(lin, "personal:lin", "好的。" + shortcut);
        assertThat(lin.get("/desk/canned?edit=" + id()).body()).contains("value=\"" + shortcut + "\"");

        var form = form("personal:lin", "改了。" + shortcut);
        form.put("id", id());
        form.put("last_day", "2099-12-31");
        lin.post("/desk/canned/save", form);

        assertThat(reply().words()).startsWith("改了。");
        assertThat(lin.get("/desk/canned").body()).contains("2099-12-31").doesNotContain("好的。" + shortcut);
    }

    @Test
    void saysWhatIsWrongWithAForm() {
        var form = form("personal:lin", "");
        form.put("shortcut", "two words");
        form.put("last_day", "2020-01-01");

        var answer = lin.post("/desk/canned/save", form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("A shortcut takes 1 to 40", "The words take 1 to 4,000", "The last day is today or later");
    }

    @Test
    void searches() {
        save(lin, "personal:lin", "找得到。" + shortcut);

        assertThat(lin.get("/desk/canned?q=%E6%89%BE%E5%BE%97%E5%88%B0%E3%80%82" + shortcut)
                        .body())
                .contains("/" + shortcut);
        assertThat(lin.get("/desk/canned?q=nowhere").body()).doesNotContain("/" + shortcut);
    }

    @Test
    void offersWhatFitsFilledInAndCountsWhatIsTaken() {
        var conversation = new ConversationId("web-mo", "canned-" + shortcut);
        house.received(conversation, new Person("g", "王小明", null), "hello", Instant.now());
        save(lin, "personal:lin", "{name}您好，我是{agent}，單號{order_no}。" + shortcut);
        var path = "/desk/canned/offered?id=" + conversation.toString().replace("/", "%2F");

        assertThat(lin.ask(path).body()).contains("王小明您好，我是Lin，單號{order_no}。" + shortcut);
        lin.act("canned/taken", Map.of("id", id()));
        house.signedIn("wu").act("canned/taken", Map.of("id", id()));

        assertThat(reply().uses()).isEqualTo(1);
    }

    private HttpResponse<String> save(DeskBrowser browser, String whose, String words) {
        return browser.post("/desk/canned/save", form(whose, words));
    }

    private Map<String, String> form(String whose, String words) {
        return new HashMap<>(Map.of("whose", whose, "shortcut", shortcut, "title", "", "words", words));
    }

    private CannedReply reply() {
        return house.get(CannedReplies.class).readable("lin").stream()
                .filter(each -> each.shortcut().equals(shortcut))
                .findFirst()
                .orElseThrow();
    }

    private String id() {
        return reply().id();
    }
}
