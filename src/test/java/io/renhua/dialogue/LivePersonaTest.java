package io.renhua.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.message.Content;
import io.renhua.nlu.Band;
import io.renhua.nlu.EntityFinders;
import io.renhua.nlu.Example;
import io.renhua.nlu.OpenNlpTrainer;
import io.renhua.nlu.Ranking;
import io.renhua.persona.EntityKind;
import io.renhua.persona.Line;
import io.renhua.persona.PersonaReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LivePersonaTest {

    @Test
    void learnsEveryLocalesExamplesWithValuesPutIn() {
        var script = Script.pao()
                .with(Script.line(
                        "shipped",
                        Script.asks("訂單{order_no}寄出了嗎", "订单{order_no}发货了吗", "has {order_no} shipped to {city}"),
                        Script.says(Script.words("x"))));

        assertThat(lessons(script))
                .contains(
                        new Example("訂單SP20260101寄出了嗎", "shipped"),
                        new Example("has SP20260101 shipped to Paris", "shipped"),
                        new Example("has SP20260101 shipped to Taipei", "shipped"),
                        new Example("轉人工", "handoff.explicit"),
                        new Example("person", "handoff.explicit"));
    }

    @Test
    void learnsAFewValuesOfADictionaryAndOtherOnesWithEverySentence() {
        var teas = Map.of("a", "桂花", "b", "茉莉", "c", "蜜香", "d", "洛神");
        var called = teas.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, tea -> Script.words(tea.getValue())));
        var names = teas.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, tea -> List.of(tea.getValue(), tea.getValue() + "茶")));
        var asks = Map.of("zh-Hant", List.of("{tea}好喝嗎", "{tea}貴嗎"));
        var script = Script.pao()
                .with("tea", new EntityKind.Values(names, called))
                .with(Script.line("nice", asks, Script.says(Script.words("x"))));

        assertThat(lessons(script))
                .filteredOn(example -> example.intent().equals("nice"))
                .extracting(Example::text)
                .containsExactly("桂花好喝嗎", "茉莉好喝嗎", "蜜香好喝嗎", "洛神貴嗎", "桂花茶貴嗎", "茉莉茶貴嗎");
    }

    @Test
    void learnsWhatALineDoesNotMean() {
        var brew = Script.line("wash", Script.asks("怎麼洗", "怎么洗", "how to wash"), Script.says(Script.words("x")));
        var script = Script.pao()
                .with(new Line(
                        brew.id(),
                        brew.topic(),
                        null,
                        brew.asks(),
                        Script.asks("怎麼泡{order_no}", "怎么泡", "how to brew"),
                        null,
                        brew.says(),
                        brew.sets(),
                        null));

        assertThat(lessons(script)).contains(Example.not("怎麼泡SP20260101", "wash"), Example.not("how to brew", "wash"));
    }

    @Test
    void takesAValueThatNobodyTaughtItForOneThatSomebodyDid() {
        var asks = Map.of("zh-Hant", List.of("{order_no}寄了沒"), "en", List.of("has {order_no} shipped"));
        var script = Script.pao().with(Script.line("shipped", asks, Script.says(Script.words("x"))));
        var live = LivePersona.learn(script.persona(), ExactClassifier::new, EntityFinders::of);

        var heard = live.hear(new Content.Text("SP88887777寄了沒"), Chat.FRIDAY, "terminal", false);

        assertThat(heard.ranking().band()).isEqualTo(Band.SURE);
        assertThat(heard.ranking().best().orElseThrow().intent()).isEqualTo("shipped");
    }

    @Test
    void understandsUnseenValuesInOtherWords() {
        var live = LivePersona.learn(
                Objects.requireNonNull(
                        new PersonaReader().read(Path.of("personas/pao")).persona()),
                new OpenNlpTrainer(),
                EntityFinders::of);

        var heard = live.hear(new Content.Text("洛神花茶能不能冷泡"), Chat.FRIDAY, "terminal", false);

        assertThat(heard.ranking().best().orElseThrow().intent()).isEqualTo("cold_brew");
        assertThat(heard.ranking().band()).isEqualTo(Band.SURE);
    }

    private static List<Example> lessons(Script script) {
        var lessons = new ArrayList<Example>();
        LivePersona.learn(
                script.persona(),
                examples -> {
                    lessons.addAll(examples);
                    return utterance -> Ranking.NOTHING;
                },
                PlainFinder::new);
        return lessons;
    }

    @Test
    void classifiesOnlyWords() {
        var live = LivePersona.learn(Script.pao().persona(), ExactClassifier::new, PlainFinder::new);

        var heard = live.hear(new Content.Text("訂單SP20260102呢"), Chat.FRIDAY, "terminal", false);
        var picture = new Content.Media(Content.Media.Kind.IMAGE, "https://a.example/1.png", "");

        assertThat(heard.entities()).extracting(entity -> entity.value()).isEqualTo(List.of("SP20260102"));
        assertThat(heard.ranking().candidates()).isNotEmpty();
        assertThat(live.hear(picture, Chat.FRIDAY, "terminal", false).ranking()).isEqualTo(Ranking.NOTHING);
    }
}
