package io.renhua.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.dialogue.Choosing;
import io.renhua.dialogue.Choosing.Hindrance;
import io.renhua.dialogue.Choosing.PassedOver;
import io.renhua.dialogue.Reason;
import io.renhua.dialogue.Trace;
import io.renhua.nlu.Band;
import io.renhua.nlu.Candidate;
import io.renhua.nlu.Ranking;
import io.renhua.persona.Place;
import io.renhua.text.Language;
import io.renhua.why.Explanation.Example;
import io.renhua.why.Explanation.InScript;
import io.renhua.why.Explanation.Way;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {
    private static final Place HERE = new Place("pao/lines/orders.yaml", 21, 9);

    private static final Trace.Reading SURE = new Trace.Reading(
            1,
            0,
            List.of(new Candidate("order_status", 0.931), new Candidate("pick_tea", 0.02)),
            Band.SURE,
            new Ranking.Bars(0.6, 0.21),
            List.of("order_no"),
            null);

    private static final Choosing LATE = new Choosing(
            0,
            List.of(
                    new PassedOver(1, new Hindrance.Condition(List.of("result late"))),
                    new PassedOver(2, new Hindrance.SaidLately(1))),
            Map.of("result", List.of("shipped")));

    private static final InScript SCRIPT = new InScript(
            HERE,
            new Example("我的茶包到哪了", new Place("pao/lines/orders.yaml", 6, 9)),
            List.of(new Way("出發了。", HERE), new Way("晚了。\n抱歉。", new Place("pao/lines/orders.yaml", 24, 9))));

    @Test
    void readsAloud() {
        var trace = new Trace(new Reason.Surely(), "zh-Hant", SURE, LATE, null, List.of());

        assertThat(told("en", trace)).isEqualTo("""
                Understood as: order_status, sure (0.93; the bar for sure is 0.60); next: pick_tea 0.02; values in it: order_no
                Nearest example: “我的茶包到哪了” (pao/lines/orders.yaml:6)
                Because: this line was surely meant
                Said from: order_status, variant 1 of 3 (pao/lines/orders.yaml:21)
                What was known: result shipped
                Not taken: variant 2 “晚了。 / 抱歉。”: needs result late, and it was shipped (pao/lines/orders.yaml:24)
                Not taken: variant 3: it was said lately, one message before""");
        assertThat(told("zh-Hant", trace)).isEqualTo("""
                理解成: order_status，確定（0.93；確定的門檻是 0.60）；其次：pick_tea 0.02；裡面的值：order_no
                最像的例句: 「我的茶包到哪了」（pao/lines/orders.yaml:6）
                因為: 確定是在說這件事
                出自: order_status，第 1 種說法，共 3 種（pao/lines/orders.yaml:21）
                當時知道: result shipped
                沒選的說法: 第 2 種說法「晚了。 / 抱歉。」：需要 result late，當時是 shipped（pao/lines/orders.yaml:24）
                沒選的說法: 第 3 種說法：剛說過，1 則訊息前""");
    }

    @Test
    void tellsWhatWasCutAndHeldBack() {
        var cut = new Trace.Cut(true, false, 180, 96, 140);
        var trace = new Trace(new Reason.Surely(), "zh-Hant", null, null, cut, List.of("L1", "L11"));

        assertThat(told("en", trace))
                .contains(
                        "Shortened: the script's shorter words were said, and of them only the sentences that fit:"
                                + " 180 characters became 96, since there is room for 140 here",
                        "Held back: rule L1, L11 forbids the words, so safe words were said");
    }

    @Test
    void tellsAnUnsureReadingFromOneThatIsNone() {
        var likely = new Trace.Reading(
                1, 0, List.of(new Candidate("order_status", 0.4)), Band.LIKELY, SURE.bars(), List.of(), "angry");
        var none = new Trace.Reading(1, 0, List.of(new Candidate("order_status", 0.1)), Band.NO, null, List.of(), null);

        assertThat(told("en", because(new Reason.Missed(2), likely)))
                .contains("order_status, likely (0.40; sure begins at 0.60, likely at 0.21); feeling: angry")
                .contains("nothing was surely meant, 2 times in a row");
        assertThat(told("en", because(new Reason.Missed(1), none)))
                .contains("Understood as: nothing; order_status came closest (0.10)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant", "zh-Hans"})
    void hasWordsForEveryReasonAndEveryHindranceInItsOwnLanguageOnly(String locale) {
        var others = new ArrayList<PassedOver>();
        hindrances().forEach(each -> others.add(new PassedOver(others.size() + 1, each)));
        var choosing = new Choosing(0, others, Map.of("a", List.of(), "b", List.of(Choosing.OTHER)));

        var told = reasons()
                .map(reason -> told(locale, new Trace(reason, locale, null, choosing, null, List.of("")), null))
                .collect(Collectors.joining("\n"));

        assertThat(Language.of(told)).contains(locale);
        assertThat(told).doesNotContain("null");
    }

    private static Stream<Reason> reasons() {
        return Stream.of(
                new Reason.Surely(),
                new Reason.InTheseWords(),
                new Reason.Again(1),
                new Reason.Again(2),
                new Reason.SensitiveWord("zh-sensitive"),
                new Reason.Pressed("key"),
                new Reason.Shown("place"),
                new Reason.Shown("link"),
                new Reason.Shown("nothing"),
                new Reason.Danger(true),
                new Reason.Danger(false),
                new Reason.PersonWanted(),
                new Reason.LeftAlone(),
                new Reason.ToBeForgotten(),
                new Reason.Answered("form", "slot"),
                new Reason.NotAnswered("form", "slot", 1),
                new Reason.NotAnswered("form", "slot", 2),
                new Reason.GaveUp("form"),
                new Reason.CameOf("find_order", "failed"),
                new Reason.Missed(1),
                new Reason.Missed(2),
                new Reason.MissedOften(3, 6),
                new Reason.Felt("sad"),
                new Reason.FeltLong("sad", 3),
                new Reason.CameIn(),
                new Reason.CameBack(30),
                new Reason.Machine(false),
                new Reason.Machine(true),
                new Reason.PersonCame(),
                new Reason.PersonLeft(),
                new Reason.SomebodyElse(),
                new Reason.HowItWas(),
                new Reason.Waiting(),
                new Reason.Reopened(),
                new Reason.ChangedTheirMind());
    }

    private static Stream<Hindrance> hindrances() {
        return Stream.of(
                new Hindrance.Elsewhere(),
                new Hindrance.Condition(List.of("a x", "b y")),
                new Hindrance.Humour(1),
                new Hindrance.Incomplete(),
                new Hindrance.LessToThePoint(),
                new Hindrance.SaidLately(2),
                new Hindrance.LessPersonal(),
                new Hindrance.SaidSince(9),
                new Hindrance.Turns());
    }

    @Test
    void isAskedForEveryReasonAndHindranceHere() {
        assertThat(reasons().map(Object::getClass).collect(Collectors.toSet()))
                .hasSize(Reason.class.getPermittedSubclasses().length);
        assertThat(hindrances().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Hindrance.class.getPermittedSubclasses())
                        .map(each -> each.asSubclass(Hindrance.class))
                        .toList());
    }

    private static Trace because(Reason reason, Trace.Reading reading) {
        return new Trace(reason, "zh-Hant", reading, null, null, List.of());
    }

    private static String told(String locale, Trace trace) {
        return told(locale, trace, SCRIPT);
    }

    private static String told(String locale, Trace trace, @Nullable InScript script) {
        return new Prose(locale)
                .of(trace, "order_status", script).stream()
                        .flatMap(paragraph ->
                                paragraph.sentences().stream().map(sentence -> paragraph.title() + ": " + sentence))
                        .collect(Collectors.joining("\n"));
    }
}
