package io.renhua.dialogue;

import static io.renhua.dialogue.Script.asks;
import static io.renhua.dialogue.Script.is;
import static io.renhua.dialogue.Script.line;
import static io.renhua.dialogue.Script.says;
import static io.renhua.dialogue.Script.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Handoff.Reopen;
import io.renhua.persona.ScriptTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HelpedTest {
    private static final Instant LEFT = Instant.parse("2026-10-02T06:02:00Z");

    @Test
    void aScriptBranchesOnHowThePersonLeft() {
        for (var how : Set.of("released", "withdrawn", "timed_out", "nobody")) {
            Chat.running(greeter()).knowing("helped", how).user("在嗎").persona(how);
        }
        Chat.running(greeter()).user("在嗎").persona("在。");
    }

    @Test
    void itSaysUntilWhenSomebodyHelpedAndWithWhat() {
        greetedAt(Chat.FRIDAY).persona("14:02查包裹那件，還順利嗎？");
        greetedAt(Chat.FRIDAY.plus(Duration.ofDays(1))).persona("昨天14:02查包裹那件，還順利嗎？");
        greetedAt(Chat.FRIDAY.plus(Duration.ofDays(2))).persona("週五14:02查包裹那件，還順利嗎？");
    }

    private static Chat greetedAt(Instant now) {
        return Chat.running(greeter())
                .at(now)
                .knowing("helped", "resolved")
                .knowing("helped_until", LEFT.toString())
                .knowing("helped_topic", "order_status")
                .user("在嗎");
    }

    @Test
    void whatIsLongAgoIsNoFactAnyMore() {
        var helped = new Helped("resolved", LEFT, "parcel");

        assertThat(helped.facts(LEFT.plus(Duration.ofHours(72))))
                .isEqualTo(Map.of(
                        "helped", Set.of("resolved"),
                        "helped_until", Set.of(LEFT.toString()),
                        "helped_topic", Set.of("parcel")));
        assertThat(helped.facts(LEFT.plus(Duration.ofHours(73)))).isEmpty();
    }

    @Test
    void nobodyHelpedWhoeverSentThemAway() {
        assertThat(new Helped("withdrawn", LEFT, null).facts(LEFT)).isEqualTo(Map.of("helped", Set.of("withdrawn")));
    }

    @Test
    void whoWritesAgainGoesToAPersonWhereTheScriptWantsThat() {
        Chat.running(Script.pao().reopening(Reopen.PERSON))
                .knowing("helped", "resolved")
                .user("推薦一款茶")
                .from("handoff.queued")
                .waitsIn("care");
        Chat.running(Script.pao().reopening(Reopen.PERSONA))
                .knowing("helped", "resolved")
                .user("推薦一款茶")
                .from("pick_tea");
    }

    @Test
    void outsideTheHoursTheyLeaveWordAsAlways() {
        Chat.running(Script.pao().reopening(Reopen.PERSON))
                .at(Chat.SUNDAY)
                .knowing("helped", "resolved")
                .user("推薦一款茶")
                .from("handoff.closed")
                .waitsIn("care");
    }

    @Test
    void whatAPersonGaveBackIsThePersonas() {
        for (var how : Set.of("released", "withdrawn", "timed_out", "nobody", "left", "blocked", "spam")) {
            Chat.running(Script.pao().reopening(Reopen.PERSON))
                    .knowing("helped", how)
                    .user("推薦一款茶")
                    .from("pick_tea");
        }
    }

    @Test
    void aThankYouOrAButtonCallsNobodyBack() {
        var chat = Chat.running(Script.pao().reopening(Reopen.PERSON)).knowing("helped", "resolved");

        chat.user("你是真人嗎").from("small_talk.are_you_human");
        chat.presses("pick_tea").from("pick_tea");
    }

    @Test
    void whoeverIsInDangerIsHeardFirst() {
        Chat.running(Script.pao().reopening(Reopen.PERSON))
                .knowing("helped", "resolved")
                .user("不想活了")
                .from("sensitive.crisis");
    }

    @Test
    void thePersonaSpeaksAgainAfterAPersonAlthoughItWasToBeQuiet() {
        var quiet = DialogueState.NEW.silentUntil(LEFT.plusSeconds(60));

        for (var questions : OpenQuestions.values()) {
            assertThat(new Dialogue().afterPerson(quiet, questions).isSilent(LEFT))
                    .isFalse();
        }
    }

    @Test
    void aTestSaysHowThePersonLeft() {
        var given = Map.of("helped", "resolved", "helped_topic", "order_status");

        assertThat(plays(given, they("在嗎"), we("19:50查包裹那件"))).isInstanceOf(Rehearsal.Outcome.Passed.class);
        assertThat(plays(given, they("在嗎"), we("別的"))).isInstanceOf(Rehearsal.Outcome.Failed.class);
    }

    @Test
    void aTestSeesWhatBecomesOfAWishForAPerson() {
        assertThat(plays(Map.of(), they("找真人"), they("算了"), they("在嗎"), we("withdrawn")))
                .isInstanceOf(Rehearsal.Outcome.Passed.class);
    }

    private static Rehearsal.Outcome plays(Map<String, String> facts, ScriptTest.Beat... chat) {
        var given = new ScriptTest.Given("web", "zh-Hant", Chat.FRIDAY, facts, Map.of());
        var then = new ScriptTest.Then(null, null, Map.of());
        var test = new ScriptTest("pao/tests/talk.yaml:3", "a chat", given, List.of(chat), then);
        var live = LivePersona.learn(greeter().with(test).persona(), ExactClassifier::new, PlainFinder::new);
        return new Rehearsal(live).all().getFirst();
    }

    private static ScriptTest.They they(String say) {
        return new ScriptTest.They(say, null);
    }

    private static ScriptTest.We we(String words) {
        return new ScriptTest.We(null, null, null, List.of(words), List.of(), null, null, null, null);
    }

    private static Script greeter() {
        return Script.pao()
                .with(line(
                        "there",
                        asks("在嗎", "在吗", "anybody there"),
                        says(
                                is("helped", "resolved"),
                                words("{helped_until}{helped_topic}那件，還順利嗎？", "还顺利吗？", "All well?")),
                        says(is("helped", "released"), words("released")),
                        says(is("helped", "withdrawn"), words("withdrawn")),
                        says(is("helped", "timed_out"), words("timed_out")),
                        says(is("helped", "nobody"), words("nobody")),
                        says(words("在。", "在。", "Here."))));
    }
}
