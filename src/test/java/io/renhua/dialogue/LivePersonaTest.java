package io.renhua.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.message.Content;
import io.renhua.nlu.Example;
import io.renhua.nlu.Ranking;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LivePersonaTest {

    @Test
    void learnsEveryLocalesExamplesWithValuesPutIn() {
        var lessons = new ArrayList<Example>();
        var script = Script.pao()
                .with(Script.line(
                        "shipped",
                        Script.asks("訂單{order_no}寄出了嗎", "订单{order_no}发货了吗", "has {order_no} shipped to {city}"),
                        Script.says(Script.words("x"))));

        LivePersona.learn(
                script.persona(),
                examples -> {
                    lessons.addAll(examples);
                    return utterance -> Ranking.NOTHING;
                },
                PlainFinder::new);

        assertThat(lessons)
                .contains(
                        new Example("訂單SP20260101寄出了嗎", "shipped"),
                        new Example("has SP20260101 shipped to Paris", "shipped"),
                        new Example("轉人工", "handoff.explicit"),
                        new Example("person", "handoff.explicit"));
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
