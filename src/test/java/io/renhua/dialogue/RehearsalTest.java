package io.renhua.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Audience;
import io.renhua.persona.Condition;
import io.renhua.persona.Guard;
import io.renhua.persona.Handoff;
import io.renhua.persona.Occasion;
import io.renhua.persona.Problem;
import io.renhua.persona.ScriptTest;
import io.renhua.persona.Sympathy;
import io.renhua.text.Wording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final ScriptTest.Then ANYHOW = new ScriptTest.Then(null, null, Map.of());

    @Test
    void passesAChatThatGoesAsWritten() {
        var outcome = play(
                new ScriptTest.Then("BOT", null, Map.of("order_no", "SP20260101")),
                they("我的茶包到哪了"),
                we("order_status", "order_no", null, List.of()),
                they("SP20260101"),
                we("order_status", null, null, List.of("出發", "週日")));

        assertThat(outcome).isInstanceOf(Rehearsal.Outcome.Passed.class);
    }

    @Test
    void tellsWhatItsChatsShowAndWhatTheyDoNot() {
        var rehearsal = rehearsal(Guard.NONE, ANYHOW, they("這個怎麼泡"), they("你是真人嗎"), they("找真人"));
        rehearsal.all();

        var shares = rehearsal.coverage().shares();
        assertThat(shares)
                .extracting(Coverage.Share::of)
                .containsExactly("lines", "ways of saying them", "reasons for a person", "locked items");
        assertThat(shares.getFirst().missing())
                .extracting(Wording::toString)
                .contains("order_status")
                .doesNotContain("how_to_brew");
        assertThat(shares.get(1).missing())
                .extracting(Wording::toString)
                .contains("order_status says 1")
                .doesNotContain("how_to_brew says 1");
        assertThat(shares.getLast().missing()).extracting(Wording::toString).containsExactly("sensitive.crisis");
        assertThat(shares.getLast().shown()).isOne();
    }

    @Test
    void seesWhoWaitsAndWhatIsOpen() {
        assertThat(play(
                        new ScriptTest.Then("QUEUED", "order_lookup", Map.of()),
                        they("我的茶包到哪了"),
                        they("找真人"),
                        we(null, null, "handoff.queued", List.of())))
                .isInstanceOf(Rehearsal.Outcome.Passed.class);
    }

    @Test
    void seesWhatAnAgentIsTold() {
        var told = new ScriptTest.Then(
                null,
                null,
                Map.of(),
                null,
                List.of(),
                false,
                List.of("topic: order_status", "order_no: missing"),
                null);

        assertThat(play(told, they("我的茶包到哪了"), they("找真人"))).isInstanceOf(Rehearsal.Outcome.Passed.class);
        assertThat(play(told, they("這個怎麼泡"), they("找真人"))).isInstanceOf(Rehearsal.Outcome.Failed.class);
    }

    @Test
    void saysItOnceMoreInAnger() {
        var then = new ScriptTest.Then(null, null, Map.of(), null, List.of(), false, List.of(), "QUEUED");
        var chat = new ScriptTest("t:1", "angry", given("feeling", "-0.8"), List.of(they("這個怎麼泡")), then);
        var twice = Script.pao().feels(new Sympathy("angry", -0.5, null, false, Duration.ZERO, null, 2, "fallback"));

        assertThat(played(twice, chat)).isInstanceOf(Rehearsal.Outcome.Passed.class);
        assertThat(played(Script.pao(), chat)).isInstanceOf(Rehearsal.Outcome.Failed.class);
    }

    @Test
    void takesAnAudienceForWhomTheScriptKnowsByATag() {
        var then = new ScriptTest.Then("QUEUED", null, Map.of(), "advisor", List.of(), false);
        var chat = new ScriptTest("t:1", "vip", given("audience", "loyal"), List.of(they("找真人")), then);
        var advised = Script.pao()
                .with(new Audience("loyal", Script.is("tag", "client_book")))
                .with(new Handoff.Reason("vip", "advisor", new Occasion.Tagged("client_book"), false, false));

        assertThat(played(advised, chat)).isInstanceOf(Rehearsal.Outcome.Passed.class);
    }

    @Test
    void knowsWhatAnActionFoundForTheRestOfTheChat() {
        var regulars = new Condition.Compares("orders", true, 3);
        var script = Script.pao()
                .withActionThatFindsOrders()
                .with(new Audience("loyal", regulars))
                .with(Script.line(
                        "greeting",
                        Map.of("zh-Hant", List.of("早")),
                        Script.says(Script.words("你好。")),
                        Script.says(Script.is("audience", "loyal"), Script.words("{title|朋友}早！"))));
        var found = Map.of("result", "shipped", "eta", "2026-10-09", "orders", "12", "title", "陳小姐");
        var given = new ScriptTest.Given("web", "zh-Hant", Chat.FRIDAY, Map.of(), Map.of("find_order", found));
        var before = List.<ScriptTest.Beat>of(they("早"), we(null, null, "greeting", List.of("你好。")));
        var after = List.<ScriptTest.Beat>of(
                they("我的茶包到哪了"), they("SP20260101"), they("早"), we(null, null, "greeting", List.of("陳小姐早！")));

        assertThat(played(script, new ScriptTest("t:1", "before", given, before, ANYHOW)))
                .isInstanceOf(Rehearsal.Outcome.Passed.class);
        assertThat(played(script, new ScriptTest("t:2", "after", given, after, ANYHOW)))
                .isInstanceOf(Rehearsal.Outcome.Passed.class);
    }

    @Test
    void findsNobodyAtADeskThatIsClosed() {
        var closed = new ScriptTest.Given("web", "zh-Hant", Chat.FRIDAY, Map.of(), Map.of(), false);
        var chat = List.<ScriptTest.Beat>of(they("找真人"), we(null, null, "handoff.closed", List.of("現在沒人在，稍後回你。")));

        assertThat(played(Script.pao(), new ScriptTest("t:1", "nobody", closed, chat, ANYHOW)))
                .isInstanceOf(Rehearsal.Outcome.Passed.class);
        assertThat(played(Script.pao(), new ScriptTest("t:1", "somebody", given("tag", "x"), chat, ANYHOW)))
                .isInstanceOf(Rehearsal.Outcome.Failed.class);
    }

    private static ScriptTest.Given given(String fact, String value) {
        return new ScriptTest.Given("web", "zh-Hant", Chat.FRIDAY, Map.of(fact, value), Map.of());
    }

    private static Rehearsal.Outcome played(Script script, ScriptTest test) {
        return new Rehearsal(LivePersona.learn(script.persona(), ExactClassifier::new, PlainFinder::new)).play(test);
    }

    @Test
    void playsAnEntry() {
        assertThat(play(
                        ANYHOW,
                        new ScriptTest.They("", "followed"),
                        we(null, null, "disclosure.first", List.of()),
                        we(null, null, null, List.of("嗨"))))
                .isInstanceOf(Rehearsal.Outcome.Passed.class);
    }

    @Test
    void saysWhereAndHowAChatWentAnotherWay() {
        var outcome = play(ANYHOW, they("這個怎麼泡"), we("how_to_brew", null, null, List.of("五分鐘")));

        assertThat(outcome.toString()).isEqualTo("""
                        pao/tests/talk.yaml:3: a chat, step 2, after '這個怎麼泡'
                            they: 這個怎麼泡
                          - expected words with '五分鐘'
                          + but disclosure.first said '我是拾泡茶社的AI泡小拾，對話保存180天：https://shipao.example/privacy' \
                        and how_to_brew said '三分鐘、別攪。'""");
    }

    @Test
    void saysHowItEndedInsteadOfAsWritten() {
        var outcome = play(new ScriptTest.Then("QUEUED", null, Map.of()), they("這個怎麼泡"));

        assertThat(outcome.toString())
                .contains("step 2", "expected then the state QUEUED", "but the state is BOT, the form none");
    }

    @Test
    void measuresEverythingButTheDisclosure() {
        var strict = new ScriptTest.We("how_to_brew", null, null, List.of(), List.of("AI"), 7, 0, 0, null);

        assertThat(play(ANYHOW, they("這個怎麼泡"), strict)).isInstanceOf(Rehearsal.Outcome.Passed.class);
        var tooStrict = new ScriptTest.We(null, null, null, List.of(), List.of(), 6, null, null, null);
        assertThat(play(ANYHOW, they("這個怎麼泡"), tooStrict).toString()).contains("at most 6 characters, not 7");
    }

    @Test
    void saysSoWhenNothingWasSaid() {
        var outcome = play(ANYHOW, they("找真人"), they("這個怎麼泡"), we("how_to_brew", null, null, List.of()));

        assertThat(outcome.toString()).contains("but nothing was said");
    }

    @Test
    void seesWhichTeamSomebodyWasHandedTo() {
        var given = play(new ScriptTest.Then(null, null, Map.of(), "sales", List.of(), false), they("找真人"));

        assertThat(given.toString()).contains("expected then the team sales", "the team care");
    }

    @Test
    void seesWhatWasSentThatShouldNotBe() {
        var offered = play(
                new ScriptTest.Then(null, null, Map.of(), null, List.of("pick_tea"), false),
                new ScriptTest.They("", "followed"));
        var quiet = play(
                new ScriptTest.Then(null, null, Map.of(), null, List.of("campaigns.autumn"), false), they("這個怎麼泡"));

        assertThat(offered.toString()).contains("expected then nothing of pick_tea");
        assertThat(quiet).isInstanceOf(Rehearsal.Outcome.Passed.class);
    }

    @Test
    void asksTheGuardWhetherWhatWasSaidIsClean() {
        var clean = new ScriptTest.Then(null, null, Map.of(), null, List.of(), true);
        Guard strict = (locale, text) -> text.contains("別攪")
                ? List.of(new Problem("", 1, 1, "T5", Problem.Severity.WARNING, "別攪 is avoided", ""))
                : List.of();

        assertThat(play(strict, clean, they("這個怎麼泡")).toString()).contains("nothing for the lint: T5 別攪 is avoided");
        assertThat(play(Guard.NONE, clean, they("這個怎麼泡"))).isInstanceOf(Rehearsal.Outcome.Passed.class);
    }

    @Test
    void letsTheDisclosureBeAsLongAsItMust() {
        var clean = new ScriptTest.Then(null, null, Map.of(), null, List.of(), true);
        Guard brief = (locale, text) -> text.contains("對話保存")
                ? List.of(new Problem("", 1, 1, "T1", Problem.Severity.ERROR, "too long", ""))
                : List.of();

        assertThat(play(brief, clean, they("這個怎麼泡"))).isInstanceOf(Rehearsal.Outcome.Passed.class);
    }

    private static Rehearsal.Outcome play(ScriptTest.Then then, ScriptTest.Beat... chat) {
        return play(Guard.NONE, then, chat);
    }

    private static Rehearsal.Outcome play(Guard guard, ScriptTest.Then then, ScriptTest.Beat... chat) {
        return rehearsal(guard, then, chat).all().getFirst();
    }

    private static Rehearsal rehearsal(Guard guard, ScriptTest.Then then, ScriptTest.Beat... chat) {
        var given = new ScriptTest.Given(
                "wechat",
                "zh-Hant",
                Chat.FRIDAY,
                Map.of("audience", "ordinary"),
                Map.of("orders", Map.of("result", "shipped", "eta", "週日")));
        var test = new ScriptTest("pao/tests/talk.yaml:3", "a chat", given, List.of(chat), then);
        var live = LivePersona.learn(Script.pao().with(test).persona(), ExactClassifier::new, PlainFinder::new);
        return new Rehearsal(live.guardedBy(guard));
    }

    private static ScriptTest.They they(String say) {
        return new ScriptTest.They(say, null);
    }

    private static ScriptTest.We we(
            @Nullable String line, @Nullable String asks, @Nullable String say, List<String> contains) {
        return new ScriptTest.We(line, asks, say, contains, List.of(), null, null, null, null);
    }
}
