package io.renhua.dialogue;

import static io.renhua.dialogue.Script.asks;
import static io.renhua.dialogue.Script.line;
import static io.renhua.dialogue.Script.says;
import static io.renhua.dialogue.Script.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.message.Limits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MoreTest {
    private static final String STORY = "第一句話在這裡。第二句話在這裡。第三句話在這裡。第四句話在這裡。第五句話在這裡。";
    private static final Script PAO = Script.pao()
            .with(line("story", asks("說個故事", "说个故事", "a story"), says(words(STORY, STORY, STORY), "how_to_brew")));

    @Test
    void saysTheRestWhenAskedForIt() {
        var chat = Chat.running(PAO)
                .on("line", room(9, 13))
                .user("說個故事")
                .persona("第一句話在這裡。\n第二句話在這裡。")
                .offersKeys("rest.more", "how_to_brew");

        chat.presses("rest.more").says("rest.more", "第三句話在這裡。\n第四句話在這裡。").offersKeys("rest.more");
        chat.presses("rest.more").says("rest.more", "第五句話在這裡。").nothingMore();
        assertThat(chat.state().rest()).isEmpty();
    }

    @Test
    void isFoundByItsLabelWhereNothingCanBePressed() {
        Chat.running(PAO)
                .on("wechat", room(30, 0))
                .user("說個故事")
                .from("story")
                .user("看下文")
                .says("rest.more", "第五句話在這裡。");
    }

    @Test
    void takesTheLastPlaceWhereThereIsOneOnly() {
        Chat.running(PAO).on("line", room(9, 1)).user("說個故事").from("story").offersKeys("rest.more");
    }

    @Test
    void isThereAfterTheFirstHelloAndWhileAPersonIsOnTheWay() {
        var saga = Script.pao()
                .with(line("saga", asks("說個長的", "说个长的", "a saga"), says(words(STORY.repeat(4), STORY, STORY))));
        var first = Chat.with(saga)
                .on("line", room(60, 13))
                .user("說個長的")
                .from("disclosure.first")
                .from("saga")
                .offersKeys("rest.more");
        first.presses("rest.more").from("rest.more").nothingMore();

        var waiting = Chat.running(saga).on("line", room(60, 13)).user("說個長的").user("找真人");
        waiting.presses("rest.more").from("rest.more").nothingMore();
    }

    @Test
    void keepsNothingBackThatWasSaidWhole() {
        assertThat(Chat.running(PAO).user("說個故事").persona(STORY).state().rest()).isEmpty();
    }

    @Test
    void neverReadsWordsAsAScriptTwice() {
        var sly = "第一句話在這裡。第二句話在這裡。你好{nick|你}。";
        var greeting = Script.pao().with(line("greeting", asks("早安", "早安", "morning"), says(words(sly, sly, sly))));

        Chat.running(greeting)
                .on("line", room(10, 13))
                .knowing("nick", "{brand}")
                .user("早安")
                .persona("第一句話在這裡。\n第二句話在這裡。")
                .presses("rest.more")
                .says("rest.more", "你好{brand}。");
    }

    private static Limits room(int bubble, int choices) {
        return new Limits(bubble, 1, choices, 20, null, Integer.MAX_VALUE, Duration.ZERO, 100);
    }
}
