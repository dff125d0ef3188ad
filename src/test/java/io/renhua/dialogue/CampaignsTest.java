package io.renhua.dialogue;

import static io.renhua.dialogue.Script.asks;
import static io.renhua.dialogue.Script.is;
import static io.renhua.dialogue.Script.line;
import static io.renhua.dialogue.Script.says;
import static io.renhua.dialogue.Script.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Audience;
import io.renhua.persona.Campaign;
import io.renhua.persona.Condition;
import io.renhua.persona.Sympathy;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Buttons that lead to a campaign, and to being forgotten. It is October 2. */
class CampaignsTest {
    private static final String AUTUMN = "campaigns.autumn";

    @Test
    void tellsItsStoryMarkedAsAdvertisingAndWhereThereIsMore() {
        Chat.running(shop())
                .presses(AUTUMN)
                .says("campaigns.autumn.story[0]", "【廣告】阿桂嬸種了四十年桂花。")
                .says("campaigns.autumn.story[1]", "今年花開得晚。")
                .from("campaigns.autumn.h5")
                .nothingMore();
    }

    @Test
    void isOfferedWhileItRuns() {
        Chat.running(shop()).knowing("tag", "member").user("哈囉").from("hello").offersKeys(AUTUMN, "pick_tea");
        Chat.running(shop())
                .at(Chat.FRIDAY.plus(Duration.ofDays(30)))
                .knowing("tag", "member")
                .user("哈囉")
                .from("hello")
                .offersKeys("pick_tea");
    }

    @Test
    void otherWordsMayKnowThatItRuns() {
        var script = shop().with(line(
                "news",
                asks("有什麼新的", "有什么新的", "any news"),
                says(is("campaign", "autumn"), words("桂花開了。")),
                says(words("還沒有。"))));

        Chat.running(script).user("有什麼新的").persona("桂花開了。");
        Chat.running(script)
                .at(Chat.FRIDAY.plus(Duration.ofDays(30)))
                .user("有什麼新的")
                .persona("還沒有。");
    }

    @Test
    void isNotOfferedToWhomItIsNotFor() {
        Chat.running(shop()).user("哈囉").from("hello").offersKeys("pick_tea");
    }

    @Test
    void isNotOfferedToWhoIsAngry() {
        Chat.running(shop().feels(Sympathy.standing("angry")))
                .knowing("tag", "member")
                .knowing("feeling", "angry")
                .user("哈囉")
                .from("hello")
                .offersKeys("pick_tea");
    }

    @Test
    void isNotOfferedForAWhileToWhoWasAngry() {
        var chat = Chat.running(
                        shop().feels(new Sympathy("angry", -0.5, null, false, Duration.ofDays(7), null, null, null)))
                .knowing("tag", "member")
                .knowing("feeling", "angry")
                .user("這個怎麼泡")
                .knowing("feeling", "calm");

        chat.later(Duration.ofDays(6))
                .user("哈囉")
                .from("disclosure.first")
                .from("hello")
                .offersKeys("pick_tea");
        chat.later(Duration.ofDays(2))
                .user("哈囉")
                .from("disclosure.first")
                .from("hello")
                .offersKeys(AUTUMN, "pick_tea");
    }

    @Test
    void isNotOfferedToWhoSaidStop() {
        Chat.running(shop())
                .knowing("tag", "member")
                .user("STOP")
                .from("privacy.stop")
                .user("哈囉")
                .from("hello")
                .offersKeys("pick_tea");
    }

    @Test
    void isNotOfferedAfterACrisis() {
        var offers = Chat.running(shop()).user("不想活了").state().offers();

        assertThat(offers.areWelcome(Chat.FRIDAY.plus(Duration.ofDays(29)))).isFalse();
        assertThat(offers.areWelcome(Chat.FRIDAY.plus(Duration.ofDays(31)))).isTrue();
    }

    @Test
    void saysThatItIsOverToWhoPressesAnOldButton() {
        Chat.running(shop())
                .at(Chat.FRIDAY.plus(Duration.ofDays(30)))
                .presses(AUTUMN)
                .says("campaigns.autumn.gone", "券發完了，對不起。")
                .nothingMore();
    }

    @Test
    void forgetsWhoWantsToBeForgottenAndCallsAPersonForTheRest() {
        var chat = Chat.running(shop())
                .user("這個怎麼泡")
                .presses("privacy.erase")
                .from("privacy.erase")
                .from("handoff.queued")
                .waitsIn("care");

        assertThat(chat.state().memory()).isEqualTo(Memory.NOTHING);
        assertThat(chat.state().lastTime().topic()).isNull();
    }

    private static Script shop() {
        return Script.pao()
                .with(new Audience("loyal", is("tag", "member")))
                .with(new Audience("ordinary", Condition.ALWAYS))
                .label(AUTUMN, words("看桂花", "看桂花", "See osmanthus"))
                .with(line("hello", asks("哈囉", "哈啰", "hello"), says(words("嗨。"), AUTUMN, "pick_tea")))
                .with(new Campaign(
                        "autumn",
                        new Campaign.Plan(
                                "repurchase",
                                List.of("loyal"),
                                new Campaign.Runs(
                                        LocalDate.of(2026, 10, 1),
                                        LocalDate.of(2026, 10, 15),
                                        ZoneId.of("Asia/Taipei")),
                                true),
                        List.of(words("阿桂嬸種了四十年桂花。"), words("今年花開得晚。")),
                        new Campaign.Coupon("AUT26", 1, "none", null, null, words("給你{code}"), words("券發完了，對不起。")),
                        new Campaign.Page("https://shipao.example/osm", false, false, words("桂花開到哪")),
                        null,
                        null));
    }
}
