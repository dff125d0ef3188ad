package io.renhua.dialogue;

import static io.renhua.dialogue.Script.asks;
import static io.renhua.dialogue.Script.is;
import static io.renhua.dialogue.Script.line;
import static io.renhua.dialogue.Script.says;
import static io.renhua.dialogue.Script.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.message.Limits;
import io.renhua.persona.Audience;
import io.renhua.persona.Condition;
import io.renhua.persona.Line;
import io.renhua.persona.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VariantsTest {

    @Test
    void knowsAnAudienceByWhatTheProfileTells() {
        var script = Script.pao()
                .with(new Audience("loyal", new Condition.Compares("orders", true, 3)))
                .with(new Audience("ordinary", Condition.ALWAYS))
                .with(line(
                        "hello",
                        asks("哈囉", "哈啰", "hello"),
                        says(is("audience", "loyal"), words("老朋友。")),
                        says(words("你好。"))));

        Chat.running(script).knowing("orders", "4").user("哈囉").persona("老朋友。");
        Chat.running(script).knowing("orders", "2").user("哈囉").persona("你好。");
    }

    @Test
    void hearsAWordOfTheirsInAnyWritingOfIt() {
        var greetings = List.of("哈囉", "哈囉，有禮盒嗎", "哈囉，礼盒");
        var script = Script.pao()
                .with(line(
                        "hello",
                        Map.of("zh-Hant", greetings, "zh-Hans", greetings, "en", greetings),
                        says(is("word", "禮盒"), words("找禮盒嗎？")),
                        says(words("你好。"))));

        Chat.running(script).user("哈囉，有禮盒嗎").persona("找禮盒嗎？");
        Chat.running(script).user("哈囉，礼盒").persona("找禮盒嗎？");
        Chat.running(script).user("哈囉").persona("你好。");
    }

    @Test
    void makesNoJokeWhereAPersonIsCalled() {
        var joke = new Variant(Condition.ALWAYS, Set.of(), null, 2, words("哈哈，壞了。"), null, List.of(), null, null);
        var plain = says(words("壞了。"));
        var asks = asks("壞了", "坏了", "broken");
        var alone = Script.pao().with(line("broken", Line.Topic.LINE, null, asks, null, null, joke, plain));
        var called = Script.pao().with(line("broken", Line.Topic.LINE, null, asks, null, "stuck", joke, plain));

        assertThat(Chat.bubbles(Chat.running(alone).user("壞了").user("壞了").last()))
                .isNotEqualTo(Chat.bubbles(Chat.running(alone).user("壞了").last()));
        Chat.running(called).user("壞了").says("broken", "壞了。");
    }

    @Test
    void makesTheSmallestJokeWhereThereAreJokesAlone() {
        var loud = new Variant(Condition.ALWAYS, Set.of(), null, 4, words("哈哈哈哈。"), null, List.of(), null, null);
        var quiet = new Variant(Condition.ALWAYS, Set.of(), null, 1, words("呵。"), null, List.of(), null, null);
        var script = Script.pao().with(line("rain", asks("下雨了", "下雨了", "rain"), loud, quiet));

        Chat.running(script).knowing("feeling", "angry").user("下雨了").persona("呵。");
    }

    @Test
    void saysEveryVariantBeforeItRepeatsOne() {
        var chat = Chat.running(Script.pao());
        var heard = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            heard.addAll(Chat.bubbles(chat.user("推薦一款茶").last()));
        }

        assertThat(heard.subList(0, 3)).doesNotHaveDuplicates();
        assertThat(heard.subList(3, 6)).isEqualTo(heard.subList(0, 3));
    }

    @Test
    void saysTheSameAgainWhereTheHistoryIsTheSame() {
        assertThat(Chat.running(Script.pao()).user("推薦一款茶").last())
                .isEqualTo(Chat.running(Script.pao()).user("推薦一款茶").last());
    }

    @Test
    void doesNotBeginWithTheSameWordsForEverybody() {
        var first = new java.util.HashSet<String>();
        for (int i = 0; i < 20; i++) {
            first.addAll(Chat.bubbles(Chat.running(Script.pao())
                    .knowing("tag", "t" + i)
                    .user("推薦一款茶")
                    .last()));
        }

        assertThat(first).hasSize(3);
    }

    @Test
    void prefersWhatWasWrittenForThisCase() {
        var script = Script.pao()
                .with(new Audience("loyal", is("tag", "member")))
                .with(new Audience("ordinary", Condition.ALWAYS))
                .with(greeting(says(words("你好。")), says(is("audience", "loyal"), words("老朋友！"))));

        Chat.running(script).knowing("tag", "member").user("早").persona("老朋友！");
        Chat.running(script).user("早").persona("你好。");
    }

    @Test
    void prefersTheMatterToThePersonAndMoreOfItToLess() {
        var both = new Condition.All(List.of(is("entity", "city"), is("audience", "loyal")));
        var script = Script.pao()
                .with(line(
                        "shops",
                        asks("台北有店嗎", "台北有店吗", "a shop in Taipei"),
                        says(is("audience", "loyal"), words("老朋友，哪裡？")),
                        says(is("entity", "city"), words("{city}有。")),
                        says(both, words("老朋友，{city}有。"))));

        Chat.running(script).knowing("audience", "loyal").user("台北有店嗎").persona("老朋友，台北有。");
        Chat.running(script).user("台北有店嗎").persona("台北有。");
    }

    @Test
    void saysSomethingElseRatherThanTheSameTwiceInSixReplies() {
        var script = Script.pao().with(greeting(says(words("你好。")), says(is("audience", "loyal"), words("老朋友！"))));

        Chat.running(script)
                .knowing("audience", "loyal")
                .user("早")
                .persona("老朋友！")
                .user("早")
                .persona("你好。")
                .user("早")
                .persona("老朋友！");
    }

    @Test
    void neverSaysWhatIsNotTrueForTheSakeOfVariety() {
        Chat.running(Script.pao())
                .user("我的茶包到哪了")
                .user("SP20260102")
                .persona("晚了3天。")
                .user("我的茶包到哪了")
                .user("SP20260102")
                .persona("晚了3天。");
    }

    @Test
    void countsHowOftenALineWasHeard() {
        var script = Script.pao()
                .with(greeting(says(words("你好。")), says(new Condition.Compares("times_seen", true, 1), words("又是你！"))));

        Chat.running(script).user("早").persona("你好。").user("早").persona("又是你！");
    }

    @Test
    void saysOnAPlatformWhatWasWrittenForIt() {
        var forWeibo =
                new Variant(Condition.ALWAYS, Set.of("weibo"), null, 0, words("微博好。"), null, List.of(), null, null);
        var script = Script.pao().with(greeting(says(words("你好。")), forWeibo));

        Chat.running(script).on("weibo", Limits.NONE).user("早").persona("微博好。");
        Chat.running(script)
                .on("web", Limits.NONE)
                .user("早")
                .persona("你好。")
                .user("早")
                .persona("你好。");
    }

    @Test
    void isNotFunnyWithPeopleWhoAreAngry() {
        var funny = new Variant(Condition.ALWAYS, Set.of(), null, 2, words("哈哈。"), null, List.of(), null, null);
        var script = Script.pao().with(greeting(funny, says(words("你好。"))));

        var calm = Chat.running(script).user("早").user("早");
        var angry = Chat.running(script).knowing("feeling", "angry");

        assertThat(calm.state().memory().texts()).hasSize(2);
        angry.user("早").persona("你好。").user("早").persona("你好。");
    }

    @Test
    void leavesOutAVariantThatLacksAValueWhileAnotherIsLeft() {
        var script = Script.pao()
                .with(greeting(says(is("locale", "zh-Hant"), words("{title}，上次是{last_care}。")), says(words("你好。"))));

        Chat.running(script).user("早").persona("你好。");
        Chat.running(script)
                .knowing("title", "貴客")
                .knowing("last_care", "2026-03-01")
                .user("早")
                .persona("貴客，上次是3月1日（週日）。");
    }

    @Test
    void remembersWhatALineSets() {
        var sets = new Line(
                "other",
                Line.Topic.LINE,
                null,
                asks("我都喝別家", "我都喝别家", "another brand"),
                Map.of(),
                null,
                List.of(says(words("喝慣的順口。"))),
                Map.of("uses_other", "true"),
                null);
        var script = Script.pao()
                .with(sets)
                .with(greeting(says(words("你好。")), says(is("said", "uses_other"), words("回來啦。"))));

        Chat.running(script).user("早").persona("你好。").user("我都喝別家").user("早").persona("回來啦。");
    }

    @Test
    void answersItsOwnExampleWithAnotherValueInIt() {
        var script = Script.pao()
                .with(line("shops", asks("{city}有店嗎", "{city}有店吗", "a shop in {city}"), says(words("{city}有。"))));

        Chat.running(script).user("巴黎有店嗎？").says("shops", "巴黎有。");
        Chat.running(script).user("台北有店嗎？").says("shops", "台北有。");
    }

    @Test
    void goesByWhatTheySayBeforeWhatACompanyKnowsOfThem() {
        var tells = new Line(
                "tells",
                Line.Topic.LINE,
                null,
                asks("我喜歡茉莉", "我喜欢茉莉", "jasmine"),
                Map.of(),
                null,
                List.of(says(words("記住了。"))),
                Map.of("likes", "jasmine"),
                null);
        var script = Script.pao()
                .with(tells)
                .with(greeting(says(words("早。")), says(is("likes", "osmanthus"), words("桂花，{title|朋友}？"))));

        var known = Chat.running(script).knowing("likes", "osmanthus").knowing("title", "陳小姐");
        known.user("早").persona("桂花，陳小姐？");
        known.user("我喜歡茉莉").persona("記住了。").user("早").persona("早。");
    }

    @Test
    void asksBackWhatItOnlySuspects() {
        Chat.running(Script.pao())
                .user("這個怎麼")
                .says("unknown.1", "你是要這幾個嗎？")
                .offersKeys("how_to_brew", "order_status", "handoff.explicit")
                .user("這個怎麼泡")
                .from("how_to_brew");
    }

    private static Line greeting(Variant... says) {
        return line("small_talk.greeting", Line.Topic.SMALL_TALK, null, asks("早", "早", "morning"), null, null, says);
    }
}
