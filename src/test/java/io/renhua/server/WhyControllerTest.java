package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.conversation.Inbox;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.store.Database;
import io.renhua.why.Explanation;
import io.renhua.why.Explanations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** From a message that came in to the reasons at the desk. */
@ParameterizedClass
@EnumSource(Database.class)
class WhyControllerTest {
    private static DeskHouse house;
    private static DeskBrowser lin;

    /** For JUnit: whoever opens the house is given the database only when the tests are. */
    WhyControllerTest(Database database) {}

    @BeforeParameterizedClassInvocation
    static void open(Database database) {
        house = DeskHouse.open(database).awake();
        house.hire("lin", "Lin", StaffRole.AGENT);
        lin = house.signedIn("lin");
    }

    @AfterParameterizedClassInvocation
    static void close() {
        house.close();
    }

    @Test
    void tellsAnAgentWhyABubbleWasSaidInTheirLanguage() {
        var answer = answerTo("推薦一本書");

        assertThat(answer.source()).isEqualTo("pick_book");
        var place =
                Objects.requireNonNull(Objects.requireNonNull(answer.script()).place());
        assertThat(place.file()).isEqualTo("mo/lines/shop.yaml");
        assertThat(lin.ask("/desk/why?bubble=" + answer.bubble()).body())
                .contains("\"title\":\"Understood as\"", "pick_book, sure (1.00; the bar for sure is 0.60)")
                .contains("mo/lines/shop.yaml:");

        lin.post("/desk/language", Map.of("language", "zh-Hans", "to", "/desk"));
        assertThat(lin.ask("/desk/why?bubble=" + answer.bubble()).body()).contains("\"title\":\"理解成\"", "确定的门槛");
    }

    @Test
    void knowsNoOtherBubbles() {
        assertThat(lin.ask("/desk/why?bubble=999999").statusCode()).isEqualTo(404);
        assertThat(lin.ask("/desk/why?bubble=none").statusCode()).isEqualTo(400);
        assertThat(house.browser().ask("/desk/why?bubble=1").statusCode()).isEqualTo(401);
    }

    private static Explanation answerTo(String words) {
        var conversation = new ConversationId("web-mo", "curious");
        var now = Instant.now();
        house.get(Inbox.class)
                .accept(List.of(
                        new Inbound("m1", conversation, Person.of("curious"), new Content.Text(words), now, null)));
        var explanations = house.get(Explanations.class);
        await().until(() -> explanations.last("mo", 5).stream()
                .anyMatch(each -> each.source().equals("pick_book")));
        return explanations.last("mo", 1).getFirst();
    }
}
