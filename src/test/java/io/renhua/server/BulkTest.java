package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Hold;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Ownership.Transfer;
import io.renhua.handoff.Ownership.Wrap;
import io.renhua.handoff.Tags;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.store.Database;
import io.renhua.store.Json;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One thing done with several conversations at once: by the rules of each single act. */
@ParameterizedClass
@EnumSource(Database.class)
class BulkTest {
    private static DeskHouse house;
    private static DeskBrowser lin;
    private static DeskBrowser olga;
    private static int count;

    private final ConversationId mine = somebody();
    private final ConversationId hers = somebody();
    private final ConversationId waiting = somebody();

    /** For JUnit: whoever opens the house is given the database only when the tests are. */
    BulkTest(Database database) {
        house.takenBy("lin", mine);
        house.takenBy("mei", hers);
        house.queues(waiting, Instant.now());
    }

    @BeforeParameterizedClassInvocation
    static void open(Database database) {
        house = DeskHouse.open(database);
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("mei", "Mei", StaffRole.AGENT);
        house.hire("olga", "Olga", StaffRole.OPERATOR);
        lin = house.signedIn("lin");
        olga = house.signedIn("olga");
    }

    @AfterParameterizedClassInvocation
    static void close() {
        house.close();
    }

    @Test
    void claimsWhatWaitsAndTellsWhoHasTheRest() {
        var answer = act("claim", Map.of(), mine, hers, waiting);

        assertThat(done(answer)).containsExactly(true, false, true);
        assertThat(answer.body()).contains("\"agentName\":\"Mei\"");
        assertThat(owner(waiting))
                .isInstanceOfSatisfying(
                        Human.class, human -> assertThat(human.agent()).isEqualTo("lin"));
        assertThat(owner(hers))
                .isInstanceOfSatisfying(
                        Human.class, human -> assertThat(human.agent()).isEqualTo("mei"));
    }

    @Test
    void doesWithOnesOwnWhatTheSingleActDoes() {
        var until = Instant.now().plusSeconds(600).toString();

        assertThat(done(act("hold", Map.of("until", until), mine, hers, waiting)))
                .containsExactly(true, false, false);
        assertThat(owner(mine)).isInstanceOf(Hold.class);
        assertThat(done(act("undo", Map.of(), mine, hers))).containsExactly(true, false);
        assertThat(done(act("transfer", Map.of("to", "mei", "text", "speaks French"), mine, hers)))
                .containsExactly(true, false);
        assertThat(owner(mine)).isInstanceOf(Transfer.class);
        assertThat(house.get(Transcripts.class).thread(mine, 0))
                .anyMatch(line -> line.text().equals("speaks French"));
    }

    @Test
    void resolvesWithATopicAndGivesBack() {
        var other = somebody();
        house.takenBy("lin", other);

        assertThat(done(act("resolve", Map.of("topic", "parcel"), mine, hers))).containsExactly(true, false);
        assertThat(done(act("release", Map.of(), other, waiting))).containsExactly(true, false);

        assertThat(owner(mine))
                .isInstanceOfSatisfying(
                        Wrap.class, wrap -> assertThat(wrap.topic()).isEqualTo("parcel"));
        assertThat(owner(other)).isInstanceOf(Bot.class);
        assertThat(owner(waiting)).isInstanceOf(Queued.class);
    }

    @Test
    void tagsWhatHasRoomForIt() {
        var tags = house.get(Tags.class);
        for (int i = 0; i < Tags.MOST; i++) {
            tags.add(hers, "tag " + i, "mei");
        }

        assertThat(done(bulk(lin, "bulk", Map.of("act", "tag", "tag", "guest", "conversations", ids(mine, hers)))))
                .containsExactly(true, false);

        assertThat(tags.of(mine)).containsExactly("guest");
        assertThat(done(bulk(lin, "bulk", Map.of("act", "untag", "tag", "guest", "conversations", ids(mine)))))
                .containsExactly(true);
        assertThat(tags.of(mine)).isEmpty();
    }

    @Test
    void supervisorsGiveSeveralToSomebody() {
        var how = Map.of("to", "mei", "why", "lunch");

        assertThat(done(bulk(olga, "bulk/assign", Map.of("how", how, "conversations", ids(mine, waiting)))))
                .containsExactly(true, true);

        assertThat(Stream.of(mine, waiting).map(BulkTest::owner))
                .allMatch(owner -> owner instanceof Human human && human.agent().equals("mei"));
        assertThat(bulk(lin, "bulk/assign", Map.of("how", how, "conversations", ids(mine)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(bulk(olga, "bulk/assign", Map.of("conversations", ids(mine))).statusCode())
                .isEqualTo(400);
    }

    @Test
    void changesNothingWhereSomethingIsMissing() {
        assertThat(act("resolve", Map.of(), mine).statusCode()).isEqualTo(400);
        assertThat(act("hold", Map.of("until", "2020-01-01T00:00:00Z"), mine).statusCode())
                .isEqualTo(400);
        assertThat(act("assign", Map.of("to", "lin", "why", "x"), hers).statusCode())
                .isEqualTo(400);
        assertThat(act("claim", Map.of()).statusCode()).isEqualTo(400);
        assertThat(act(
                                "claim",
                                Map.of(),
                                Stream.generate(BulkTest::somebody).limit(101).toArray(ConversationId[]::new))
                        .statusCode())
                .isEqualTo(400);

        assertThat(owner(mine)).isInstanceOf(Human.class);
    }

    private static HttpResponse<String> act(String name, Map<String, String> how, ConversationId... with) {
        var values = new HashMap<String, Object>(Map.of("act", name, "how", how));
        values.put("conversations", ids(with));
        return bulk(lin, "bulk", values);
    }

    private static HttpResponse<String> bulk(DeskBrowser who, String what, Map<String, ?> values) {
        return who.act(what, values);
    }

    private static List<String> ids(ConversationId... conversations) {
        return Stream.of(conversations).map(ConversationId::toString).toList();
    }

    private static List<Boolean> done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(Json.read(answer.body(), JsonNode.class).spliterator(), false)
                .map(each -> each.path("answer").path("done").asBoolean())
                .toList();
    }

    private static ConversationId somebody() {
        var conversation = new ConversationId("web-mo", "bulk-" + count++);
        house.received(conversation, Person.of("visitor"), "hello", Instant.now());
        return conversation;
    }

    private static Ownership owner(ConversationId conversation) {
        return house.get(Desk.class).ownerOf(conversation);
    }
}
