package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.handoff.CannedReplies;
import io.renhua.handoff.CannedReply;
import io.renhua.handoff.CannedReply.Fits;
import io.renhua.handoff.Enclosure;
import io.renhua.handoff.Macro;
import io.renhua.handoff.Macro.Step;
import io.renhua.handoff.Macros;
import io.renhua.handoff.Whose;
import io.renhua.handoff.Whose.Scope;
import io.renhua.journal.Happening.Said;
import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.store.Database;
import io.renhua.store.Json;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Canned replies with a picture of the persona's shelf, or as a card: written, offered, sent. */
class EnclosuresTest {
    private static final Whose LIN = Whose.of(Scope.PERSONAL, "lin");
    private static final Whose PAO = Whose.of(Scope.PERSONA, "pao");
    private static final Enclosure PICTURE = new Enclosure("pao", "osmanthus", "", "", "");
    private static final Enclosure CARD =
            new Enclosure("pao", "osmanthus", "桂花烏龍", "看看", "https://pao.example/osmanthus");

    private static DeskHouse house;
    private static DeskBrowser lin;
    private static DeskBrowser olga;
    private static int count;

    private final String shortcut = "s" + count++;
    private final ConversationId conversation = new ConversationId("web-pao", "enclosures-" + shortcut);

    @BeforeAll
    static void open() {
        house = DeskHouse.open(Database.H2, Map.of("renhua.personas", "personas"));
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("olga", "Olga", StaffRole.OPERATOR);
        lin = house.signedIn("lin");
        olga = house.signedIn("olga");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void takeOver() {
        house.received(conversation, new Person("g", "王小明", null), "有桂花烏龍嗎", Instant.now());
        house.takenBy("lin", conversation);
    }

    @Test
    void isWrittenInTheFormAndSeenOnTheShelf() {
        assertThat(save(olga, "persona:pao", CARD).statusCode()).isEqualTo(303);

        assertThat(reply().enclosure()).isEqualTo(CARD);
        assertThat(lin.get("/desk/canned").body())
                .contains("/p/pao/img/osmanthus.png", "桂花烏龍", "https://pao.example/osmanthus");
        assertThat(olga.get("/desk/canned?edit=" + reply().id()).body())
                .containsPattern("value=\"pao/osmanthus\" selected")
                .contains("value=\"https://pao.example/osmanthus\"");
    }

    @Test
    void saysWhatCannotGoAlong() {
        assertThat(save(olga, "persona:pao", new Enclosure("pao", "nothing", "", "", ""))
                        .body())
                .contains("Choose a picture from the list");
        assertThat(save(olga, "persona:orvanne", PICTURE).body()).contains("takes one from its own shelf");
        assertThat(save(olga, "persona:pao", new Enclosure("", "", "", "Look", "https://pao.example"))
                        .body())
                .contains("A button stands on a card");
        assertThat(save(olga, "persona:pao", new Enclosure("", "", "Tea", "Look", "javascript:alert(1)"))
                        .body())
                .contains("begins with https://");
        assertThat(save(olga, "persona:pao", new Enclosure("", "", "全國最佳的茶", "", ""))
                        .body())
                .contains("Cannot be kept like this", "最佳");
    }

    @Test
    void isOfferedWithWhatIsSeenAndOnlyWhereItsPersonaSpeaks() {
        keep(LIN, CARD);
        var elsewhere = new ConversationId("web-orvanne", "enclosures-" + shortcut);
        house.received(elsewhere, Person.of("g"), "hello", Instant.now());

        var offer = offer(conversation);
        assertThat(offer.path("enclosed").path("image").asText()).isEqualTo("/p/pao/img/osmanthus.png");
        assertThat(offer.path("enclosed").path("title").asText()).isEqualTo("桂花烏龍");
        assertThat(offer.path("enclosed").path("closed").asBoolean()).isFalse();
        assertThat(offer(elsewhere).isMissingNode()).isTrue();
    }

    @Test
    void goesOutAfterTheWordsOrAsOneCard() {
        assertThat(send("有，這個。", Map.of("picture", "osmanthus")).body()).contains("\"done\":true");
        assertThat(send(
                                "今年的第一批。",
                                Map.of(
                                        "picture", "osmanthus",
                                        "title", "桂花烏龍",
                                        "button", "看看",
                                        "link", "https://pao.example/osmanthus"))
                        .body())
                .contains("\"done\":true");

        var said = said();
        assertThat(said.get(0)).isEqualTo(new Content.Text("有，這個。"));
        assertThat(said.get(1)).isInstanceOfSatisfying(Content.Media.class, media -> {
            assertThat(media.location()).matches(".*/p/pao@[0-9a-f]{12}/img/osmanthus[.]png");
            assertThat(media.description()).contains("桂花烏龍茶盒");
        });
        assertThat(said.get(2)).isInstanceOfSatisfying(Content.Card.class, card -> {
            assertThat(card.title()).isEqualTo("桂花烏龍");
            assertThat(card.text()).isEqualTo("今年的第一批。");
            assertThat(card.image()).matches(".*/p/pao@[0-9a-f]{12}/img/osmanthus[.]png");
            assertThat(card.button()).isEqualTo(new Content.Link("看看", "", "https://pao.example/osmanthus"));
        });
        assertThat(said).hasSize(3);
    }

    @Test
    void saysNothingWhereAPartOfItCannotGoAlong() {
        assertThat(send("有。", Map.of("picture", "nothing")).body()).contains("is on the shelf any more");
        assertThat(send("有。", Map.of("title", "茶", "button", "看", "link", "http://pao.example"))
                        .body())
                .contains("leads to an address");
        assertThat(send("有。", Map.of("title", "全國最佳的茶")).body()).contains("最佳");
        assertThat(send("有。", Map.of("title", "{order_no}")).body()).contains("is still empty");

        assertThat(said()).isEmpty();
    }

    @Test
    void sentTwiceIsSaidOnce() {
        var values = Map.of(
                "conversation",
                conversation.toString(),
                "text",
                "有，這個。",
                "messageId",
                "once",
                "enclosed",
                Map.of("picture", "osmanthus"));

        lin.act("reply", values);
        lin.act("reply", values);

        assertThat(said()).hasSize(2);
    }

    @Test
    void aMacroShowsAndSendsItToo() {
        keep(PAO, PICTURE);
        house.get(Macros.class)
                .add(new Macro(shortcut, LIN, shortcut, List.of(new Step.Say(shortcut)), null, 0, "lin"));
        var with = List.of(conversation.toString());

        var foreseen = json(lin.act("bulk/foresee", Map.of("conversations", with, "macro", Map.of("id", shortcut))))
                .get(0);
        assertThat(foreseen.findPath("enclosed").path("picture").asText()).isEqualTo("osmanthus");
        var as = Map.of(conversation.toString(), foreseen.path("as").asText());
        lin.act(
                "bulk",
                Map.of(
                        "act",
                        "macro",
                        "conversations",
                        with,
                        "macro",
                        Map.of("id", shortcut, "messageId", "m", "as", as)));

        assertThat(said()).hasSize(2);
    }

    private HttpResponse<String> send(String words, Map<String, String> enclosed) {
        return lin.act(
                "reply",
                Map.of(
                        "conversation",
                        conversation.toString(),
                        "text",
                        words,
                        "messageId",
                        "m-" + count++,
                        "enclosed",
                        enclosed));
    }

    private HttpResponse<String> save(DeskBrowser who, String whose, Enclosure along) {
        var form = new HashMap<>(Map.of("whose", whose, "shortcut", shortcut, "words", "有，這個。" + shortcut));
        form.put("picture", along.picture().isEmpty() ? "" : along.persona() + "/" + along.picture());
        form.put("card_title", along.title());
        form.put("button", along.button());
        form.put("link", along.link());
        return who.post("/desk/canned/save", form);
    }

    private void keep(Whose whose, Enclosure along) {
        house.get(CannedReplies.class)
                .add(new CannedReply(
                        shortcut, whose, Fits.ANYWHERE, shortcut, "", "有。" + shortcut, along, null, 0, "lin"));
    }

    private CannedReply reply() {
        return house.get(CannedReplies.class).readable("lin").stream()
                .filter(reply -> reply.shortcut().equals(shortcut))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode offer(ConversationId where) {
        var offers = json(lin.ask("/desk/canned/offered?id=" + where.toString().replace("/", "%2F")));
        for (var offer : offers) {
            if (offer.path("shortcut").asText().equals(shortcut)) {
                return offer;
            }
        }
        return offers.path("none");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body(), JsonNode.class);
    }

    private List<Content> said() {
        return house.get(Journal.class).last(conversation, 50).stream()
                .filter(entry -> entry.happening() instanceof Said)
                .map(entry -> ((Said) entry.happening()).content())
                .toList();
    }
}
