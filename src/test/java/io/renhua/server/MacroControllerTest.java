package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.handoff.CannedReplies;
import io.renhua.handoff.CannedReply;
import io.renhua.handoff.CannedReply.Fits;
import io.renhua.handoff.Macro;
import io.renhua.handoff.Macro.Step;
import io.renhua.handoff.Macros;
import io.renhua.handoff.Whose;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where macros are written: a form, and plain words about what is wrong with it. */
class MacroControllerTest {
    private static DeskHouse house;
    private static DeskBrowser lin;
    private static DeskBrowser olga;
    private static int count;

    private final String title = "Title " + count++;

    @BeforeAll
    static void open() {
        house = DeskHouse.open();
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("wu", "Wu", StaffRole.AGENT);
        house.hire("olga", "Olga", StaffRole.OWNER);
        lin = house.signedIn("lin");
        olga = house.signedIn("olga");
        reply("late", "persona:mo");
        reply("own", "personal:olga");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void keepsWhatTheFormSaysInItsOrder() {
        var form = form("personal:lin");
        form.put("say", "late");
        form.put("tags", "包裹、 late，包裹");
        form.put("untags", "new");
        form.put("urgent", "yes");
        form.put("note", "asked the courier");
        form.put("end", "resolve");
        form.put("topic", "parcel");

        assertThat(save(lin, form).statusCode()).isEqualTo(303);

        assertThat(macro().steps())
                .containsExactly(
                        new Step.Say("late"),
                        new Step.Tag("包裹"),
                        new Step.Tag("late"),
                        new Step.Untag("new"),
                        new Step.Urgent(true),
                        new Step.Note("asked the courier"),
                        new Step.Resolve("parcel"));
        assertThat(lin.get("/desk/macros?saved=" + macro().id()).body())
                .contains("Saved.", title, "Say /late", "Tag: 包裹", "Resolve: parcel", "asked the courier");
        assertThat(house.signedIn("wu").get("/desk/macros").body()).doesNotContain(title);
    }

    @Test
    void bringsBackToTheFormWhatWasKept() {
        var form = form("personal:lin");
        form.put("tags", "late");
        form.put("end", "hold:tomorrow");
        form.put("last_day", "2099-12-31");
        save(lin, form);

        var page = lin.get("/desk/macros?edit=" + macro().id()).body();
        assertThat(page)
                .contains("value=\"" + title + "\"", "value=\"late\"", "value=\"2099-12-31\"")
                .containsPattern("value=\"hold:tomorrow\" selected");

        form.put("id", macro().id());
        form.put("tags", "");
        save(lin, form);
        assertThat(macro().steps()).hasSize(1);
    }

    @Test
    void letsOnlyOperatorsAndOwnersWriteForOthers() {
        assertThat(save(lin, form("persona:mo")).statusCode()).isEqualTo(422);
        assertThat(save(lin, form("personal:wu")).statusCode()).isEqualTo(422);
        assertThat(save(olga, form("persona:mo")).statusCode()).isEqualTo(303);

        assertThat(lin.get("/desk/macros").body()).contains(title);
        lin.post("/desk/macros/delete", Map.of("id", macro().id()));
        assertThat(house.get(Macros.class).named(macro().id())).isPresent();
        var form = form("personal:lin");
        form.put("id", macro().id());
        assertThat(save(lin, form).body()).contains("Somebody has deleted it meanwhile");
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasFilledIn() {
        var form = form("personal:lin");
        form.put("title", "");
        form.put("say", "nowhere");
        form.put("tags", "all sorts of!");
        form.put("end", "resolve");
        form.put("last_day", "2020-01-01");

        var answer = save(lin, form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "A title takes 1 to 80",
                        "Choose a canned reply from the list",
                        "A tag takes 1 to 20",
                        "nothing is resolved without a topic",
                        "The last day is today or later",
                        "all sorts of!");
    }

    @Test
    void wantsSomethingToDo() {
        var form = form("personal:lin");
        form.put("tags", "");

        assertThat(save(lin, form).body()).contains("Choose at least one thing");
        form.put("end", "pass:nobody");
        assertThat(save(lin, form).body()).contains("what becomes of the conversation");
    }

    @Test
    void whatIsSharedSaysOnlyWhatIsShared() {
        var form = form("persona:mo");
        form.put("say", "own");

        assertThat(save(olga, form).body()).contains("can only say what is shared");

        form.put("whose", "personal:olga");
        assertThat(save(olga, form).statusCode()).isEqualTo(303);
    }

    @Test
    void saysWhereThereIsOneOfThatTitle() {
        save(lin, form("personal:lin"));

        assertThat(save(lin, form("personal:lin")).body()).contains("There is one with this title already");
    }

    @Test
    void takesADeletionBack() {
        save(lin, form("personal:lin"));
        var id = macro().id();

        lin.post("/desk/macros/delete", Map.of("id", id));
        assertThat(lin.get("/desk/macros?deleted=" + id).body())
                .contains("Take back")
                .doesNotContain(title);
        lin.post("/desk/macros/undo", Map.of("id", id));

        assertThat(lin.get("/desk/macros").body()).contains(title);
    }

    private Map<String, String> form(String whose) {
        return new HashMap<>(Map.of("title", title, "whose", whose, "tags", "late"));
    }

    private static HttpResponse<String> save(DeskBrowser who, Map<String, String> form) {
        return who.post("/desk/macros/save", form);
    }

    private Macro macro() {
        return house.get(Macros.class).readable("lin").stream()
                .filter(macro -> macro.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static void reply(String shortcut, String whose) {
        house.get(CannedReplies.class)
                .add(new CannedReply(
                        shortcut, Whose.parse(whose), Fits.ANYWHERE, shortcut, "", shortcut, null, 0, "olga"));
    }
}
