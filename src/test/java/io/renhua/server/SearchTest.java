package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ratings;
import io.renhua.handoff.Request;
import io.renhua.handoff.Tags;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.search.SearchFeed;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    /** In the script of the persona that speaks there, an order number is masked but for its end. */
    private static final String ORDER = "MO1234";

    private static DeskHouse house;
    private static DeskHouse strict;

    @BeforeAll
    static void open() {
        house = furnished(Map.of());
        strict = furnished(Map.of("renhua.desk.reveal", "operator"));
    }

    private static DeskHouse furnished(Map<String, Object> own) {
        var made = DeskHouse.open(Database.H2, own);
        made.hire("marc", "Marc", StaffRole.OPERATOR);
        made.hire("lin", "Lin", StaffRole.AGENT);
        made.hire("mei", "Mei", StaffRole.AGENT);
        helped(made, "lin", "complaint", "parcel", 5, "my parcel <b>" + ORDER + "</b> is late");
        helped(made, "mei", "explicit", "refund", 1, "我想退貨");
        made.get(Tags.class).add(id("parcel"), "vip", "lin");
        made.get(SearchFeed.class).look();
        return made;
    }

    @AfterAll
    static void close() {
        house.close();
        strict.close();
    }

    @Test
    void showsWhoHelpedWithWhatAndHowTheyFoundItAndLeadsToTheLine() {
        var page = search(house, "mei", "tag=vip");

        assertThat(page)
                .contains("#vip", ">helped by Lin<", "<span>parcel</span>", ">rated 5 of 5<")
                .containsPattern("read\\?conversation=web-mo/parcel&amp;at=\\d+\"");
    }

    @Test
    void marksTheWordsThatWereLookedForInEitherScript() {
        assertThat(search(house, "mei", "words=退货")).contains("我想<mark>退貨</mark>");
    }

    @Test
    void showsWordsAsWordsAndNeverAsMarkup() {
        assertThat(search(house, "mei", "words=parcel")).contains("&lt;b&gt;").doesNotContain("<b>**");
    }

    @Test
    void findsWhatIsMaskedByTheWholeForWhoeverMayLookAtIt() {
        assertThat(search(house, "mei", "number=mo-1234"))
                .contains("web-mo/parcel")
                .doesNotContain(ORDER + "&lt;");
        assertThat(search(house, "mei", "words=" + ORDER)).contains("web-mo/parcel");
        assertThat(search(strict, "marc", "number=" + ORDER)).contains("web-mo/parcel");
    }

    @Test
    void findsNothingThatIsMaskedByAPartOfIt() {
        assertThat(search(house, "mei", "words=MO1")).doesNotContain("web-mo/parcel");
        assertThat(search(house, "mei", "words=1234")).contains("web-mo/parcel"); // its end is shown
    }

    @Test
    void findsNothingThatIsMaskedForWhoeverMayNotLookAtIt() {
        assertThat(search(strict, "mei", "number=" + ORDER))
                .doesNotContain("web-mo/parcel")
                .contains("What is masked for you is not looked through");
        assertThat(search(strict, "mei", "words=" + ORDER)).doesNotContain("web-mo/parcel");
        assertThat(search(strict, "mei", "words=late")).contains("web-mo/parcel");
    }

    @Test
    void findsEverythingInWhatIsOnesOwn() {
        var mine = new ConversationId("web-mo", "mine");
        strict.received(mine, Person.of("mine"), "it is MO9876", NOON);
        strict.takenBy("mei", mine);
        strict.get(SearchFeed.class).look();

        assertThat(search(strict, "mei", "words=mo98")).contains("web-mo/mine").contains("<mark>MO98</mark>76");
        assertThat(search(strict, "lin", "words=mo98")).doesNotContain("web-mo/mine");
    }

    @Test
    void exportsWhatTheSameSearchFinds() {
        var file = house.signedIn("marc").get("/desk/transcripts/export.jsonl?topic=refund&rating=low");

        assertThat(file.body()).contains("退貨").doesNotContain("is late");
    }

    @Test
    void keepsAnAddressThatHoldsOnlyWhatWasChosen() {
        var sent = house.signedIn("mei").get("/desk/transcripts?words=&number=&tag=vip&rating=&from=");

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location")).contains("/desk/transcripts?tag=vip");
    }

    @Test
    void takesOneFilterAwayAndKeepsTheOthers() {
        assertThat(search(house, "mei", "words=tea&tag=vip&rating=high"))
                .contains("href=\"/desk/transcripts?words=tea&amp;rating=high\"")
                .contains("href=\"/desk/transcripts?words=tea&amp;tag=vip\"")
                .contains("without “Tag”");
    }

    @Test
    void saysWhatToTryWhereNothingFits() {
        assertThat(search(house, "mei", "words=nobody+said+this"))
                .contains("Nothing fits", "One word finds more")
                .doesNotContain("What is masked for you");
    }

    @Test
    void showsWhatWasChosenAlsoWhereItDoesNotOccurAnyMore() {
        assertThat(search(house, "mei", "tag=gone&agent=%3Cscript%3E"))
                .contains("<option value=\"gone\" selected>gone</option>")
                .doesNotContain("<script>\"");
    }

    @Test
    void keepsTheSearchWhenTheLanguageIsSwitched() {
        assertThat(search(house, "marc", "tag=vip&rating=high"))
                .contains("name=\"to\" value=\"/desk/transcripts?tag=vip&amp;rating=high\"");
    }

    private static String search(DeskHouse where, String login, String query) {
        return where.signedIn(login).get("/desk/transcripts?" + query).body().replace("%2F", "/");
    }

    private static void helped(DeskHouse where, String agent, String reason, String topic, int score, String words) {
        var conversation = id(topic);
        where.received(conversation, Person.of(topic), words, NOON);
        var desk = where.get(Desk.class);
        var queued = Bot.FIRST.ask(Request.ordinary("care", reason, NOON));
        desk.pass(conversation, Bot.FIRST, queued, Change.because(reason));
        var human = queued.claim(agent, NOON);
        desk.pass(conversation, queued, human, Change.by(agent, "claimed"));
        var wrap = human.resolve(topic, NOON, NOON);
        desk.pass(conversation, human, wrap, Change.by(agent, topic));
        desk.pass(conversation, wrap, wrap.close(NOON), Change.because("over"));
        var ratings = new Ratings();
        where.get(Store.class).write(conversation.toString(), transaction -> {
            ratings.ask(transaction, conversation, wrap.epoch(), agent, NOON);
            var asked = ratings.latest(transaction, conversation).orElseThrow();
            ratings.score(transaction, conversation, asked, score);
        });
    }

    private static ConversationId id(String thread) {
        return new ConversationId("web-mo", thread);
    }
}
