package io.renhua.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.dialogue.Move.Precedence;
import io.renhua.message.Content;
import io.renhua.message.Entry;
import io.renhua.message.Limits;
import io.renhua.persona.Handoff;
import io.renhua.persona.Occasion;
import io.renhua.persona.Persona;
import io.renhua.persona.Routing;
import io.renhua.persona.Sympathy;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandoffTest {

    @Test
    void saysWhoIsAheadAndHowLongItTakes() {
        Chat.running(Script.pao())
                .user("找真人")
                .says("handoff.queued", "幫你找人，前面2位，約3分鐘。")
                .waitsIn("care");
    }

    @Test
    void handsOverWhoIsAngryForSoLongThatAReasonSaysSo() {
        Chat.running(Script.pao()
                        .feels(Sympathy.standing("angry"))
                        .with(new Handoff.Reason("negative", "seniors", new Occasion.Felt("angry", 2), false, false)))
                .knowing("feeling", "angry")
                .user("這個怎麼泡")
                .from("how_to_brew")
                .user("這個怎麼泡")
                .from("handoff.queued")
                .waitsIn("seniors");
    }

    @Test
    void sendsWhoHasATagToTheirOwnTeamWhateverTheReason() {
        Chat.running(advised())
                .knowing("tag", "client_book")
                .user("找真人")
                .from("handoff.queued")
                .waitsIn("advisor");
        Chat.running(advised())
                .knowing("tag", "other")
                .user("找真人")
                .from("handoff.queued")
                .waitsIn("care");
    }

    @Test
    void sendsWhoIsInDangerWhereSomebodyAlwaysIs() {
        Chat.running(advised())
                .knowing("tag", "client_book")
                .user("不想活了")
                .from("sensitive.crisis")
                .from("handoff.queued")
                .waitsIn("urgent");
    }

    @Test
    void letsThoseJumpTheQueueWhoseTagDoes() {
        var jumping = new Routing(true, null, null, null);
        var vip = new Handoff.Reason("vip", "advisor", new Occasion.Tagged("client_book"), false, false, jumping);
        var script = Script.pao().with(vip).persona();

        assertThat(handsOff(script, Map.of("tag", Set.of("client_book")))).isEqualTo(Precedence.FIRST);
        assertThat(handsOff(script, Map.of())).isEqualTo(Precedence.IN_TURN);
    }

    private static Precedence handsOff(Persona persona, Map<String, Set<String>> facts) {
        var live = LivePersona.learn(persona, ExactClassifier::new, PlainFinder::new);
        var moment = new Moment(Chat.FRIDAY, null, "web", Limits.NONE, facts, false, Outlook.OPEN);
        var step = new Dialogue().next(persona, DialogueState.NEW, live.hear(new Content.Text("找真人"), moment));
        return step.moves().stream()
                .filter(Move.HandOff.class::isInstance)
                .map(move -> ((Move.HandOff) move).precedence())
                .findFirst()
                .orElseThrow();
    }

    private static Script advised() {
        return Script.pao()
                .with(new Handoff.Reason("vip", "advisor", new Occasion.Tagged("client_book"), false, false));
    }

    @Test
    void leavesPeopleToThePlatformsOwnDeskWhereTheScriptSaysSo() {
        var script = Script.pao().answeredAt("wechat");

        Chat.running(script)
                .on("wechat", Limits.NONE)
                .user("找真人")
                .says("handoff.moving", "正在幫你轉給同事，留在這個對話就好。")
                .waitsIn("care");
        assertThat(goesElsewhere(script, "wechat", "找真人")).isTrue();
        assertThat(goesElsewhere(script, "line", "找真人")).isFalse();
        assertThat(goesElsewhere(Script.pao(), "wechat", "找真人")).isFalse();
    }

    @Test
    void keepsWhatIsUrgentOrOutsideTheHoursAtOurOwnDesk() {
        var script = Script.pao().answeredAt("wechat");

        assertThat(goesElsewhere(script, "wechat", "不想活了")).isFalse();
        Chat.running(script)
                .on("wechat", Limits.NONE)
                .at(Chat.SUNDAY)
                .user("找真人")
                .from("handoff.closed")
                .waitsIn("care");
    }

    private static boolean goesElsewhere(Script script, String platform, String words) {
        var live = LivePersona.learn(script.persona(), ExactClassifier::new, PlainFinder::new);
        var moment = new Moment(Chat.FRIDAY, null, platform, Limits.NONE, Map.of(), false, Outlook.OPEN);
        var heard = live.hear(new Content.Text(words), moment);
        return new Dialogue()
                .next(live.persona(), DialogueState.NEW, heard).moves().stream()
                        .anyMatch(move -> move instanceof Move.HandOff handOff && handOff.elsewhere());
    }

    @Test
    void saysWhenTheDoorOpensAndQueuesAllTheSame() {
        Chat.running(Script.pao())
                .at(Chat.SUNDAY)
                .user("找真人")
                .says("handoff.closed", "現在沒人在，明天09:30回你。要先留話嗎？")
                .waitsIn("care");
        Chat.running(Script.pao())
                .at(Chat.SUNDAY)
                .user("a human please")
                .persona("Nobody in now; back tomorrow at 09:30. Leave a note?");
    }

    @Test
    void keepsQuietWhileSomebodyIsOnTheWay() {
        Chat.running(Script.pao())
                .user("找真人")
                .user("這個怎麼泡")
                .nothingMore()
                .user("真人呢")
                .nothingMore()
                .user("zxqv")
                .nothingMore()
                .enters(new Entry.Opened())
                .nothingMore()
                .hears(new Content.Unsupported("sticker"))
                .nothingMore();
    }

    @Test
    void answersACrisisWhileSomebodyIsOnTheWay() {
        Chat.running(Script.pao())
                .user("找真人")
                .user("不想活了")
                .says("sensitive.crisis", "我很擔心你。請先打1925。")
                .waitsIn("urgent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"算了", "不用了", "never mind", "Cancel", "先不查", "算了，謝謝"})
    void letsThePersonGoWhenNoneIsWantedAnyMore(String words) {
        Chat.running(Script.pao())
                .user("找真人")
                .user(words)
                .withdraws()
                .from("handoff.back")
                .nothingMore();
    }

    @Test
    void saysSoWithoutNamingAnAgentWhoNeverCame() {
        Chat.running(Script.pao()).user("找真人").user("算了").withdraws().persona("我是泡小拾，接下來找我。");
    }

    @Test
    void answersWhatItKnowsWhileNobodyIsIn() {
        Chat.running(Script.pao())
                .at(Chat.SUNDAY)
                .user("找真人")
                .user("這個怎麼泡")
                .from("how_to_brew")
                .nothingMore()
                .user("zxqv")
                .nothingMore()
                .user("我的茶包到哪了")
                .from("forms.order_lookup.order_no")
                .user("SP20260101")
                .from("order_status")
                .nothingMore();
    }

    @Test
    void introducesThePersonInTheConversationsLanguage() {
        var persona = Script.pao().persona();
        var chat = Chat.with(persona).user("where is my parcel").user("a human please");
        var passages = new Passages();

        assertThat(Chat.words(passages.joined(persona, chat.state(), "Mei"))).isEqualTo("Mei (a person) is here.");
        assertThat(Chat.words(passages.back(persona, chat.state(), "Mei")))
                .isEqualTo("Pao again; Mei has stepped out.");
        assertThat(passages.joined(persona, DialogueState.NEW, "小美").source()).isEqualTo("handoff.joined");
    }

    @Test
    void startsAfreshAfterAPersonWasThere() {
        var chat = Chat.running(Script.pao()).user("where is my parcel").user("zxqv");

        var fresh = new Dialogue().afterPerson(chat.state());

        assertThat(fresh.forms()).isEmpty();
        assertThat(fresh.misses()).isEqualTo(Misses.NONE);
        assertThat(fresh.memory()).isEqualTo(chat.state().memory());
        assertThat(fresh.locale()).isEqualTo("en");
    }
}
