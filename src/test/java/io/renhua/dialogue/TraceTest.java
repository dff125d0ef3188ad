package io.renhua.dialogue;

import static io.renhua.dialogue.Script.asks;
import static io.renhua.dialogue.Script.is;
import static io.renhua.dialogue.Script.line;
import static io.renhua.dialogue.Script.says;
import static io.renhua.dialogue.Script.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.dialogue.Choosing.Hindrance;
import io.renhua.dialogue.Choosing.PassedOver;
import io.renhua.message.Entry;
import io.renhua.message.Limits;
import io.renhua.nlu.Band;
import io.renhua.nlu.Candidate;
import io.renhua.persona.Audience;
import io.renhua.persona.Condition;
import io.renhua.persona.Variant;
import io.renhua.store.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TraceTest {

    @Test
    void tellsWhatWasUnderstoodAndHowSurely() {
        var trace = only(Chat.running(Script.pao()).user("推薦一款茶"));

        assertThat(trace.reason()).isEqualTo(new Reason.Surely());
        assertThat(trace.locale()).isEqualTo("zh-Hant");
        assertThat(reading(trace).band()).isEqualTo(Band.SURE);
        assertThat(reading(trace).lines().getFirst()).isEqualTo(new Candidate("pick_tea", 1));
    }

    @Test
    void tellsWhichConditionsDoNotHoldAndWhatWasFoundInstead() {
        var chat = Chat.running(Script.pao()).user("我的茶包到哪了").user("SP20260101");

        var trace = only(chat);

        assertThat(trace.reason()).isEqualTo(new Reason.Answered("order_lookup", "order_no"));
        assertThat(choosing(trace).taken()).isZero();
        assertThat(choosing(trace).others())
                .containsExactly(
                        new PassedOver(1, new Hindrance.Condition(List.of("result late"))),
                        new PassedOver(2, new Hindrance.LessToThePoint()));
        assertThat(choosing(trace).facts()).isEqualTo(Map.of("result", List.of("shipped")));
    }

    @Test
    void keepsAValueToItselfThatTheScriptDoesNotName() {
        var chat = Chat.running(Script.pao()
                        .with(greeting(
                                says(words("你好。")),
                                says(is("nick", "小明"), words("明！")),
                                says(is("nick", "阿*"), words("阿！")))))
                .knowing("nick", "阿花")
                .user("早");

        assertThat(choosing(only(chat)).facts()).isEqualTo(Map.of("nick", List.of(Choosing.OTHER)));
        assertThat(Json.write(only(chat))).doesNotContain("花");
    }

    @Test
    void tellsOfPlatformsHumourAndValuesThatAreMissing() {
        var elsewhere =
                new Variant(Condition.ALWAYS, Set.of("weibo"), null, 0, words("微博。"), null, List.of(), null, null);
        var funny = new Variant(Condition.ALWAYS, Set.of(), null, 4, words("哈。"), null, List.of(), null, null);
        var chat = Chat.running(
                        Script.pao().with(greeting(elsewhere, funny, says(words("{eta}到。")), says(words("你好。")))))
                .knowing("feeling", "angry")
                .user("早");

        assertThat(choosing(only(chat)).others())
                .containsExactly(
                        new PassedOver(0, new Hindrance.Elsewhere()),
                        new PassedOver(1, new Hindrance.Humour(0)),
                        new PassedOver(2, new Hindrance.Incomplete()));
    }

    @Test
    void tellsHowLongAgoTheOthersWereSaid() {
        var chat = Chat.running(Script.pao().with(greeting(says(words("一。")), says(words("二。")))));

        var first = choosing(only(chat.user("早")));
        var second = choosing(only(chat.user("早")));
        var third = choosing(only(chat.user("早")));

        assertThat(first.others()).extracting(PassedOver::by).containsExactly(new Hindrance.Turns());
        assertThat(second.others()).extracting(PassedOver::by).containsExactly(new Hindrance.SaidLately(1));
        assertThat(third.others()).extracting(PassedOver::by).containsExactly(new Hindrance.SaidSince(1));
    }

    @Test
    void tellsThatAnotherWasWrittenForThem() {
        var chat = Chat.running(Script.pao()
                        .with(new Audience("loyal", is("tag", "member")))
                        .with(greeting(says(words("你好。")), says(is("audience", "loyal"), words("老朋友！")))))
                .knowing("tag", "member")
                .user("早");

        assertThat(choosing(only(chat)).others()).containsExactly(new PassedOver(0, new Hindrance.LessPersonal()));
    }

    @Test
    void tellsThatWhatACompanyKnowsWasNotEnoughAndNotWhatItKnows() {
        var regular = says(new Condition.Compares("orders", true, 3), words("第三次了！"));
        var chat = Chat.running(Script.pao().with(greeting(regular, says(words("你好。")))))
                .knowing("orders", "2")
                .user("早");

        var choosing = choosing(only(chat));
        assertThat(choosing.others())
                .containsExactly(new PassedOver(0, new Hindrance.Condition(List.of("orders >=3"))));
        assertThat(choosing.facts()).containsEntry("orders", List.of(Choosing.OTHER));
    }

    @Test
    void tellsWhatWasCutAndWhy() {
        var shortened = new Variant(
                Condition.ALWAYS, Set.of(), null, 0, words("這是很長很長的一句話。"), words("短。"), List.of(), null, null);
        var chat = Chat.running(Script.pao().with(greeting(shortened)));

        var room = new Limits(6, 1, 10, 20, null, 9, Duration.ZERO, 9);
        assertThat(only(chat.on("web", room).user("早")).cut()).isEqualTo(new Trace.Cut(true, true, 11, 2, 6));
        assertThat(only(chat.on("web", Limits.NONE).user("早")).cut()).isNull();
    }

    @Test
    void tellsWhatElseMadeItSpeak() {
        var chat = Chat.with(Script.pao());

        assertThat(reasons(chat.enters(new Entry.Followed())))
                .containsExactly(new Reason.Machine(false), new Reason.CameIn());
        assertThat(reasons(chat.presses("pick_tea"))).containsExactly(new Reason.Pressed("pick_tea"));
        assertThat(reasons(chat.user("嗚啦啦"))).containsExactly(new Reason.Missed(1));
        assertThat(reasons(chat.user("我的茶包到哪了"))).containsExactly(new Reason.Surely());
        assertThat(reasons(chat.user("0912"))).containsExactly(new Reason.NotAnswered("order_lookup", "order_no", 1));
        assertThat(reasons(chat.user("你是真人嗎"))).containsExactly(new Reason.Surely(), new Reason.Surely());
        assertThat(reasons(chat.user("先不查"))).containsExactly(new Reason.GaveUp("order_lookup"));
        assertThat(reasons(chat.user("不想活了"))).containsExactly(new Reason.Danger(true), new Reason.Danger(true));
    }

    @Test
    void tellsWhichBubblesOfABreathItAnswers() {
        var chat = Chat.running(Script.pao()).types("推薦一款茶", "這個怎麼泡");

        assertThat(traces(chat)).extracting(trace -> reading(trace).later()).containsExactly(1, 0);
    }

    @Test
    void isSmallAndComesBackFromTheStoreAsItWas() {
        var trace = only(Chat.running(Script.pao()).user("我的茶包到哪了").user("SP20260101"));

        var json = Json.write(trace);

        assertThat(Json.read(json, Trace.class)).isEqualTo(trace);
        assertThat(json.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_000);
        assertThat(json).doesNotContain("SP2026");
    }

    private static io.renhua.persona.Line greeting(Variant... says) {
        return line("greeting", asks("早", "早", "hello"), says);
    }

    private static Trace only(Chat chat) {
        assertThat(traces(chat)).hasSize(1);
        return traces(chat).getFirst();
    }

    private static List<Reason> reasons(Chat chat) {
        return traces(chat).stream().map(Trace::reason).toList();
    }

    private static List<Trace> traces(Chat chat) {
        var traces = new ArrayList<Trace>();
        chat.last().moves().forEach(move -> {
            if (move instanceof Move.Say say) {
                traces.add(say.trace());
            }
        });
        return traces;
    }

    private static Trace.Reading reading(Trace trace) {
        return java.util.Objects.requireNonNull(trace.reading());
    }

    private static Choosing choosing(Trace trace) {
        return java.util.Objects.requireNonNull(trace.choosing());
    }
}
