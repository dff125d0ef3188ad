package io.renhua.dialogue;

import static io.renhua.dialogue.Script.asks;
import static io.renhua.dialogue.Script.line;
import static io.renhua.dialogue.Script.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.message.Choice;
import io.renhua.message.Content;
import io.renhua.message.Limits;
import io.renhua.persona.Condition;
import io.renhua.persona.Variant;
import io.renhua.persona.Words;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BubblesTest {
    private static final Variant.Picture PICTURE =
            new Variant.Picture("image", "img/brew.svg", words("示範", "示范", "a demo"));
    private static final Variant.CardWords CARD = new Variant.CardWords(
            words("桂花", "桂花", "Osmanthus"),
            "img/osm.svg",
            new Variant.Button(words("看看", "看看", "See it"), "https://shipao.example/osm"));

    @Test
    void makesABubbleOfEveryLineAndPutsTheRepliesUnderTheLast() {
        assertThat(said(variant(words("一。\n二。"), null, List.of("order_status"), null, null), Limits.NONE))
                .containsExactly(
                        new Content.Text("一。"), new Content.Choices("二。", List.of(new Choice("order_status", "查包裹"))));
    }

    @Test
    void showsPicturesAndCardsAfterTheWords() {
        assertThat(said(variant(words("看。"), null, List.of(), PICTURE, CARD), Limits.NONE))
                .containsExactly(
                        new Content.Text("看。"),
                        new Content.Media(Content.Media.Kind.IMAGE, "img/brew.svg", "示範"),
                        new Content.Card(
                                "桂花", "", "img/osm.svg", new Content.Link("看看", "", "https://shipao.example/osm")));
    }

    @Test
    void keepsTheRepliesLast() {
        assertThat(said(variant(words("看。"), null, List.of("order_status"), PICTURE, null), Limits.NONE))
                .last()
                .isInstanceOf(Content.Choices.class);
    }

    @Test
    void saysTheShorterWordsWhereTheChannelIsNarrow() {
        var variant = variant(words("這一句話對這個頻道來說太長了。"), words("短。"), List.of(), null, null);

        assertThat(said(variant, limits(10, 3, 20))).containsExactly(new Content.Text("短。"));
        assertThat(said(variant, limits(100, 3, 20))).containsExactly(new Content.Text("這一句話對這個頻道來說太長了。"));
    }

    @Test
    void offersNoMoreThanTheChannelShows() {
        var variant = variant(words("選。"), null, List.of("order_status", "pick_tea", "handoff.explicit"), null, null);

        assertThat(choices(said(variant, limits(100, 2, 20)))).containsExactly("查包裹", "幫我挑茶");
        assertThat(choices(said(variant, limits(100, 0, 20)))).containsExactly("查包裹", "幫我挑茶", "找真人");
    }

    @Test
    void cutsALabelBetweenWordsOrLeavesItOut() {
        var variant = variant(words("選。"), null, List.of("pick_tea", "order_status"), null, null);
        var chat = Chat.running(Script.pao().with(line("test", asks("test", "test", "test"), variant)))
                .on("line", limits(100, 3, 4))
                .speaking("en");

        chat.user("test");

        assertThat(choices(((Move.Say) chat.last().moves().getFirst()).bubbles()))
                .containsExactly("Pick", "My");
    }

    @Test
    void leavesRoomForLabelsThatBecomeText() {
        var variant = variant(words("一二三四五。六七八九十。"), null, List.of("order_status"), null, null);

        assertThat(said(variant, limits(14, 0, 20)))
                .containsExactly(
                        new Content.Text("一二三四五。"),
                        new Content.Choices("六七八九十。", List.of(new Choice("order_status", "查包裹"))));
    }

    @Test
    void tellsTheFaceThatGoesWithTheWords() {
        var sorry = new Variant(Condition.ALWAYS, Set.of(), "sorry", 0, words("抱歉。"), null, List.of(), null, null);
        var chat = Chat.running(Script.pao().with(line("test", asks("test", "test", "x"), sorry)));

        assertThat(((Move.Say) chat.user("test").last().moves().getFirst()).mood())
                .isEqualTo("sorry");
    }

    private static List<Content> said(Variant variant, Limits limits) {
        var script = Script.pao().with(line("test", asks("測試", "测试", "test"), variant));
        var step = Chat.running(script).on("line", limits).user("測試").last();
        return ((Move.Say) step.moves().getFirst()).bubbles();
    }

    private static List<String> choices(List<Content> bubbles) {
        return ((Content.Choices) bubbles.getLast())
                .choices().stream().map(Choice::label).toList();
    }

    private static Variant variant(
            Words text,
            @org.jspecify.annotations.Nullable Words shorter,
            List<String> quick,
            Variant.@org.jspecify.annotations.Nullable Picture media,
            Variant.@org.jspecify.annotations.Nullable CardWords card) {
        return new Variant(Condition.ALWAYS, Set.of(), null, 0, text, shorter, quick, media, card);
    }

    private static Limits limits(int textLength, int choices, int labelLength) {
        return new Limits(textLength, 5, choices, labelLength, null, 100, Duration.ZERO, 10);
    }
}
