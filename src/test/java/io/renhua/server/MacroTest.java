package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.handoff.CannedReplies;
import io.renhua.handoff.CannedReply;
import io.renhua.handoff.CannedReply.Fits;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Later;
import io.renhua.handoff.Macro;
import io.renhua.handoff.Macro.Step;
import io.renhua.handoff.Macros;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Hold;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Wrap;
import io.renhua.handoff.Tags;
import io.renhua.handoff.Whose;
import io.renhua.handoff.Whose.Scope;
import io.renhua.journal.Happening;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import io.renhua.store.Database;
import io.renhua.store.Json;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Several acts with one press: shown first, then done as by hand, each by its own rules. */
@ParameterizedClass
@EnumSource(Database.class)
class MacroTest {
    private static final Whose LIN = Whose.of(Scope.PERSONAL, "lin");
    private static final Whose MO = Whose.of(Scope.PERSONA, "mo");

    private static DeskHouse house;
    private static DeskBrowser lin;
    private static int count;

    private final ConversationId mine = somebody();
    private final ConversationId hers = somebody();
    private final ConversationId waiting = somebody();

    /** For JUnit: whoever opens the house is given the database only when the tests are. */
    MacroTest(Database database) {
        house.takenBy("lin", mine);
        house.takenBy("mei", hers);
        house.queues(waiting, Instant.now());
    }

    @BeforeParameterizedClassInvocation
    static void open(Database database) {
        house = DeskHouse.open(database);
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("mei", "Mei", StaffRole.AGENT);
        lin = house.signedIn("lin");
        reply("hi", MO, Fits.ANYWHERE, "{name}，書明天到，{agent}留。");
        reply("number", MO, Fits.ANYWHERE, "單號{order_no}到了。");
        reply("secret", MO, Fits.ANYWHERE, "單號MO1234到了。");
    }

    @AfterParameterizedClassInvocation
    static void close() {
        house.close();
    }

    @Test
    void showsEachStepWithTheWordsAsTheyWouldBeSaidAndDoesNothingYet() {
        var macro = macro(
                LIN,
                new Step.Say("hi"),
                new Step.Tag("late"),
                new Step.Note("asked the courier"),
                new Step.Hold(Later.TOMORROW));

        var foreseen = foresee(lin, macro, mine).get(0);

        assertThat(foreseen.path("able").asBoolean()).isTrue();
        var steps = foreseen.path("macro").path("steps");
        assertThat(texts(steps, "act")).containsExactly("say", "tag", "note", "hold");
        assertThat(steps.get(0).path("words").asText()).isEqualTo("王小明，書明天到，Lin留。");
        assertThat(Instant.parse(steps.get(3).path("until").asText())).isAfter(Instant.now());
        assertThat(texts(steps, "state")).containsOnly("WILL");
        assertThat(said(mine)).containsExactly("I need a person");
        assertThat(house.get(Tags.class).of(mine)).isEmpty();
        assertThat(owner(mine)).isInstanceOf(Human.class);
    }

    @Test
    void doesEachStepAndLeavesOneLineOfEachInTheRecord() {
        var macro = macro(
                LIN,
                new Step.Say("hi"),
                new Step.Tag("late"),
                new Step.Urgent(true),
                new Step.Note("asked the courier"),
                new Step.Resolve("parcel"));

        var answer = shownAndDone(macro, mine).get(0).path("answer");

        assertThat(answer.path("done").asBoolean()).isTrue();
        assertThat(texts(answer.path("macro").path("steps"), "state")).containsOnly("DONE");
        assertThat(owner(mine))
                .isInstanceOfSatisfying(
                        Wrap.class, wrap -> assertThat(wrap.topic()).isEqualTo("parcel"));
        var lines = house.get(Transcripts.class).thread(mine, 0);
        assertThat(lines)
                .filteredOn(line -> line.text().equals("王小明，書明天到，Lin留。"))
                .hasSize(1);
        assertThat(lines)
                .filteredOn(line -> "lin".equals(line.actor()))
                .hasSize(1 + 5); // that Lin has it, and each of these
        assertThat(house.get(Macros.class).named(macro).orElseThrow().uses()).isEqualTo(1);
    }

    @Test
    void countsTheReplyThatItSaid() {
        long before = uses("hi");

        shownAndDone(macro(LIN, new Step.Say("hi")), mine);

        assertThat(uses("hi")).isEqualTo(before + 1);
    }

    @Test
    void doesNothingWhereAStepWouldBeRefusedAndSaysWhichAndWhy() {
        var open = shownAndDone(macro(LIN, new Step.Tag("late"), new Step.Say("number")), mine);
        assertThat(refused(open)).containsExactly("say");
        assertThat(open.toString()).contains("{order_no} is still empty");

        var gone = shownAndDone(macro(LIN, new Step.Tag("late"), new Step.Say("nowhere")), mine);
        assertThat(problems(gone)).containsExactly("reply");

        var noTeam = shownAndDone(macro(LIN, new Step.Tag("late"), new Step.Pass("nobody")), mine);
        assertThat(problems(noTeam)).containsExactly("team");

        assertThat(house.get(Tags.class).of(mine)).isEmpty();
        assertThat(said(mine)).containsExactly("I need a person");
    }

    @Test
    void mayNothingThatOneMayNotByHand() {
        for (var step : List.of(
                new Step.Say("hi"),
                new Step.Pass("care"),
                new Step.Hold(Later.IN_15_MINUTES),
                new Step.Resolve("parcel"),
                new Step.Release())) {
            var came = shownAndDone(macro(LIN, new Step.Note("by a macro"), step), hers, waiting);

            assertThat(came.findValuesAsText("done")).as(step.toString()).containsOnly("false");
            assertThat(came.get(0)
                            .path("answer")
                            .path("macro")
                            .path("steps")
                            .get(1)
                            .path("stand")
                            .path("agentName")
                            .asText())
                    .isEqualTo("Mei");
        }

        assertThat(said(hers)).containsExactly("I need a person");
        assertThat(owner(hers)).isInstanceOf(Human.class);
        assertThat(done(shownAndDone(macro(LIN, new Step.Note("for Mei"), new Step.Urgent(true)), hers, waiting)))
                .containsExactly(true, true); // notes and urgency are everybody's, as by hand
    }

    @Test
    void stopsAtTheFirstStepThatIsRefusedAndLeavesTheRest() {
        var macro = macro(
                LIN,
                new Step.Tag("late"),
                new Step.Hold(Later.IN_15_MINUTES),
                new Step.Resolve("parcel"), // it is put off by then
                new Step.Note("never written"));

        var answer = shownAndDone(macro, mine).get(0).path("answer");

        assertThat(answer.path("done").asBoolean()).isFalse();
        var steps = answer.path("macro").path("steps");
        assertThat(texts(steps, "state")).containsExactly("DONE", "DONE", "REFUSED", "LEFT");
        assertThat(steps.get(2).path("stand").path("owner").asText()).isEqualTo("hold");
        assertThat(owner(mine)).isInstanceOf(Hold.class);
        assertThat(said(mine)).doesNotContain("never written");
    }

    @Test
    void passesOverWhatIsSoAlready() {
        house.get(Tags.class).add(mine, "late", "lin");

        var steps = shownAndDone(macro(LIN, new Step.Tag("late"), new Step.Tag("more"), new Step.Urgent(false)), mine)
                .get(0)
                .path("answer")
                .path("macro")
                .path("steps");

        assertThat(texts(steps, "state")).containsExactly("ALREADY", "DONE", "ALREADY");
    }

    @Test
    void countsTheRoomThatItsOwnTagsTake() {
        var tags = house.get(Tags.class);
        for (int i = 1; i < Tags.MOST; i++) {
            tags.add(mine, "tag " + i, "lin");
        }

        var came = shownAndDone(macro(LIN, new Step.Tag("one"), new Step.Tag("two")), mine);

        assertThat(problems(came)).containsExactly("tags");
        assertThat(tags.of(mine)).doesNotContain("one");
    }

    @Test
    void doesNothingElseThanWasShown() {
        var macros = house.get(Macros.class);
        var macro = macro(LIN, new Step.Tag("late"));
        var as = prints(foresee(lin, macro, mine));
        var kept = macros.named(macro).orElseThrow();
        macros.change(new Macro(macro, LIN, kept.title(), List.of(new Step.Resolve("parcel")), null, 0, "lin"));

        var answer = done(lin, macro, as, mine).get(0).path("answer");

        assertThat(answer.path("done").asBoolean()).isFalse();
        assertThat(answer.path("macro").path("problem").asText()).isEqualTo("changed");
        assertThat(owner(mine)).isInstanceOf(Human.class);
    }

    @Test
    void saysNothingOverAColleaguesWordsThatWereNotRead() {
        var macro = macro(LIN, new Step.Say("hi"));
        var foreseen = foresee(lin, macro, mine);
        house.happened(new Happening.Said(
                mine,
                Instant.now(),
                "call-" + count,
                new Content.Text("I am on it"),
                new Speaker(Speaker.Kind.HUMAN, "Mei"),
                0,
                "mo",
                "1",
                null,
                "mei"));

        var answer = bulk(
                        lin,
                        "bulk",
                        Map.of(
                                "act", "macro",
                                "conversations", ids(mine),
                                "macro", Map.of("id", macro, "messageId", "m", "seen", 1, "as", prints(foreseen))))
                .get(0)
                .path("answer");

        assertThat(answer.path("meanwhile").findValuesAsText("text")).containsExactly("I am on it");
        assertThat(problems(answer)).containsExactly("meanwhile");
    }

    @Test
    void isOfferedToWhomItIsForAndDoneByNobodyElse() {
        var own = macro(LIN, new Step.Tag("late"));
        var shared = macro(MO, new Step.Tag("late"));
        var mei = house.signedIn("mei");

        assertThat(offered(lin, mine)).contains(own, shared);
        assertThat(offered(mei, mine)).contains(shared).doesNotContain(own);
        assertThat(foresee(mei, own, hers).get(0).path("macro").path("problem").asText())
                .isEqualTo("gone");
        assertThat(done(mei, own, Map.of(), hers).findValuesAsText("problem")).containsExactly("gone");
    }

    @Test
    void showsOthersConversationsMasked() {
        var macro = macro(MO, new Step.Say("secret"));

        assertThat(foresee(lin, macro, mine).toString()).contains("單號MO1234到了。");
        assertThat(foresee(lin, macro, hers).toString()).doesNotContain("MO1234");
    }

    @Test
    void saysOfSeveralRepliesTheOneThatFitsMostClosely() {
        var shortcut = "close" + count;
        reply(shortcut, MO, Fits.ANYWHERE, "書到了。" + shortcut);
        reply(shortcut, MO, new Fits("", "web-mo"), "書到店了。" + shortcut);
        reply(shortcut, MO, new Fits("en", ""), "It came. " + shortcut);
        reply(shortcut, LIN, Fits.ANYWHERE, "到囉。" + shortcut);

        assertThat(words(macro(MO, new Step.Say(shortcut)))).isEqualTo("書到店了。" + shortcut);
        assertThat(words(macro(LIN, new Step.Say(shortcut)))).isEqualTo("到囉。" + shortcut);
    }

    @Test
    void aSharedOneSaysNothingThatOnlyOneOfThemHas() {
        var shortcut = "own" + count;
        reply(shortcut, LIN, Fits.ANYWHERE, "到囉。" + shortcut);

        assertThat(problems(shownAndDone(macro(MO, new Step.Say(shortcut)), mine)))
                .containsExactly("reply");
    }

    private static String words(String macro) {
        var conversation = somebody();
        house.takenBy("lin", conversation);
        return foresee(lin, macro, conversation)
                .get(0)
                .path("macro")
                .path("steps")
                .get(0)
                .path("words")
                .asText();
    }

    private static String macro(Whose whose, Step... steps) {
        var id = "macro-" + count++;
        house.get(Macros.class).add(new Macro(id, whose, "Title " + id, List.of(steps), null, 0, "lin"));
        return id;
    }

    private static void reply(String shortcut, Whose whose, Fits fits, String words) {
        house.get(CannedReplies.class)
                .add(new CannedReply("reply-" + count++, whose, fits, shortcut, "", words, null, 0, "lin"));
    }

    private static long uses(String shortcut) {
        return house.get(CannedReplies.class).readable("lin").stream()
                .filter(reply -> reply.shortcut().equals(shortcut))
                .findFirst()
                .orElseThrow()
                .uses();
    }

    private static JsonNode foresee(DeskBrowser who, String macro, ConversationId... with) {
        return bulk(who, "bulk/foresee", Map.of("conversations", ids(with), "macro", Map.of("id", macro)));
    }

    private static JsonNode shownAndDone(String macro, ConversationId... with) {
        return done(lin, macro, prints(foresee(lin, macro, with)), with);
    }

    private static JsonNode done(DeskBrowser who, String macro, Map<String, String> as, ConversationId... with) {
        return bulk(
                who,
                "bulk",
                Map.of(
                        "act", "macro",
                        "conversations", ids(with),
                        "macro", Map.of("id", macro, "messageId", "m-" + count++, "as", as)));
    }

    private static Map<String, String> prints(JsonNode foreseen) {
        var prints = new HashMap<String, String>();
        foreseen.forEach(each ->
                prints.put(each.path("conversation").asText(), each.path("as").asText()));
        return prints;
    }

    private static JsonNode bulk(DeskBrowser who, String what, Map<String, ?> values) {
        HttpResponse<String> answer = who.act(what, values);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body(), JsonNode.class);
    }

    private static List<String> offered(DeskBrowser who, ConversationId conversation) {
        var answer =
                who.ask("/desk/macros/offered?id=" + conversation.toString().replace("/", "%2F"));
        return texts(Json.read(answer.body(), JsonNode.class), "id");
    }

    private static List<Boolean> done(JsonNode came) {
        return StreamSupport.stream(came.spliterator(), false)
                .map(each -> each.path("answer").path("done").asBoolean())
                .toList();
    }

    private static List<String> refused(JsonNode came) {
        return came.findValues("steps").stream()
                .flatMap(steps -> StreamSupport.stream(steps.spliterator(), false))
                .filter(step -> step.path("state").asText().equals("REFUSED"))
                .map(step -> step.path("act").asText())
                .toList();
    }

    private static List<String> problems(JsonNode came) {
        return came.findValuesAsText("problem");
    }

    private static List<String> texts(JsonNode all, String name) {
        return StreamSupport.stream(all.spliterator(), false)
                .map(each -> each.path(name).asText())
                .toList();
    }

    private static List<String> ids(ConversationId... conversations) {
        return Stream.of(conversations).map(ConversationId::toString).toList();
    }

    private static List<String> said(ConversationId conversation) {
        return house.get(Transcripts.class).thread(conversation, 0).stream()
                .filter(line -> !line.form().equals("passed"))
                .map(TranscriptLine::text)
                .toList();
    }

    private static ConversationId somebody() {
        var conversation = new ConversationId("web-mo", "macro-" + count++);
        house.received(conversation, new Person("g" + count, "王小明", null), "I need a person", Instant.now());
        return conversation;
    }

    private static Ownership owner(ConversationId conversation) {
        return house.get(Desk.class).ownerOf(conversation);
    }
}
