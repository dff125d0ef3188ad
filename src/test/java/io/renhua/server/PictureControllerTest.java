package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.journal.Happening.Said;
import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.store.Database;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PictureControllerTest {
    private static final String DOT = "R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==";

    private static DeskHouse house;
    private static DeskBrowser lin;
    private static int count;

    private final ConversationId conversation = new ConversationId("web-pao", "pictures-" + count++);

    @BeforeAll
    static void open() {
        house = DeskHouse.open(Database.H2, Map.of("renhua.personas", "personas"));
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("wu", "Wu", StaffRole.AGENT);
        lin = house.signedIn("lin");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void takeOver() {
        house.received(conversation, Person.of("visitor"), "看一下照片", Instant.now());
        house.takenBy("lin", conversation);
    }

    @Test
    void sendsAPictureThatAnybodyWithItsAddressCanSee() {
        assertThat(send(lin, Map.of("bytes", DOT, "alt", "一個點")).body()).contains("\"done\":true");

        var said = said().getFirst();
        assertThat(said).isInstanceOfSatisfying(Content.Media.class, media -> {
            assertThat(media.description()).isEqualTo("一個點");
            var path = media.location().substring(media.location().indexOf("/a/"));
            var seen = house.browser().get(path);
            assertThat(seen.statusCode()).isEqualTo(200);
            assertThat(seen.headers().firstValue("Content-Type")).contains("image/gif");
            assertThat(seen.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(house.browser().get(path.replace(".gif", "x.gif")).statusCode())
                    .isEqualTo(404);
        });
    }

    @Test
    void sendsOneOfThePersonasShelf() {
        assertThat(lin.ask("/desk/pictures?id=" + conversation).body())
                .contains("\"name\":\"osmanthus\"", "image/png")
                .containsPattern("/p/pao@[0-9a-f]{12}/img/osmanthus[.]png");

        assertThat(send(lin, Map.of("shelf", "osmanthus", "alt", "桂花烏龍")).body())
                .contains("\"done\":true");

        assertThat(said().getFirst())
                .isInstanceOfSatisfying(
                        Content.Media.class,
                        media -> assertThat(media.location()).matches(".*/p/pao@[0-9a-f]{12}/img/osmanthus[.]png"));
        assertThat(send(lin, Map.of("shelf", "persona.yaml", "alt", "x")).body())
                .contains("\"problem\":\"gone\"");
    }

    @Test
    void saysWhyItCannotBeSent() {
        var script = Base64.getEncoder().encodeToString("<svg/>".getBytes(StandardCharsets.UTF_8));
        var large = Base64.getEncoder().encodeToString(new byte[PictureAct.LONGEST + 1]);

        assertThat(send(lin, Map.of("bytes", DOT)).body()).contains("\"problem\":\"alt\"");
        assertThat(send(lin, Map.of("bytes", script, "alt", "x")).body()).contains("\"problem\":\"kind\"");
        assertThat(send(lin, Map.of("bytes", large, "alt", "x")).body()).contains("\"problem\":\"size\"");
        assertThat(send(lin, Map.of("bytes", "no base64", "alt", "x")).statusCode())
                .isEqualTo(400);
        assertThat(said()).isEmpty();
    }

    @Test
    void goesOutByTheRulesOfReplies() {
        assertThat(send(house.signedIn("wu"), Map.of("bytes", DOT, "alt", "一個點"))
                        .body())
                .contains("\"done\":false", "\"agent\":\"lin\"");
        assertThat(send(lin, Map.of("bytes", DOT, "alt", "全國最佳的茶")).body())
                .contains("\"done\":false", "\"forbids\":true");
        assertThat(said()).isEmpty();
    }

    @Test
    void isClosedWhereThePlatformCouldNotFetchIt() {
        house.get(io.renhua.conversation.Channels.class).open(NarrowChannel.closingAfter(java.time.Duration.ofDays(1)));

        var rooms = house.get(PictureRooms.class);
        assertThat(rooms.in(new ConversationId(NarrowChannel.NAME, "u1"))).isEmpty();
        assertThat(rooms.in(new ConversationId("nowhere", "u1"))).isEmpty();
        assertThat(rooms.in(conversation)).hasSize(4);
    }

    private HttpResponse<String> send(DeskBrowser by, Map<String, String> picture) {
        var values = new HashMap<>(picture);
        values.put("conversation", conversation.toString());
        values.put("messageId", "p" + count++);
        return by.act("pictures/send", values);
    }

    private List<Content> said() {
        return house.get(Journal.class).last(conversation, 50).stream()
                .map(entry -> entry.happening())
                .filter(Said.class::isInstance)
                .map(happening -> ((Said) happening).content())
                .filter(Content.Media.class::isInstance)
                .toList();
    }
}
