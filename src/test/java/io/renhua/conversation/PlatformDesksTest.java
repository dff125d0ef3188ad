package io.renhua.conversation;

import static io.renhua.conversation.Room.NOON;
import static io.renhua.conversation.Room.PERSON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.connector.JsonBody;
import io.renhua.connector.Webhook;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Outside;
import io.renhua.handoff.Ownership.Outside.Where;
import io.renhua.message.Content;
import io.renhua.message.Echo;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.store.Database;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Desks of platforms that are still to come, as doubles: what they tell of our own side goes the whole way. */
@ParameterizedClass
@EnumSource(Database.class)
class PlatformDesksTest {
    private final Room room;

    PlatformDesksTest(Database database) {
        room = Room.attended(database);
        room.agents.seen("lin");
    }

    @AfterEach
    void close() {
        room.close();
    }

    // ---- WeCom: the states of a 微信客服 session

    @Test
    void weComsPeopleTakeASessionAndEndIt() {
        weCom("""
                {"msgid": "k1", "origin": 4, "event": {"event_type": "session_status_change",
                  "change_type": 1, "new_servicer_userid": "lin"}}""");
        assertThat(room.desk.ownerOf(PERSON)).isInstanceOfSatisfying(Outside.class, outside -> {
            assertThat(outside.isMirror()).isTrue();
            assertThat(outside.by()).isEqualTo("lin");
        });

        weCom("""
                {"msgid": "k2", "origin": 5, "servicer_userid": "lin", "text": {"content": "我幫你查。"}}""");
        assertThat(room.said()).containsExactly("我幫你查。");

        weCom("""
                {"msgid": "k3", "origin": 4, "event": {"event_type": "session_status_change", "change_type": 3}}""");
        assertThat(room.desk.ownerOf(PERSON)).isInstanceOf(Bot.class);
    }

    @Test
    void whatThePersonSaysMeanwhileIsWeComsToAnswer() {
        weCom("""
                {"msgid": "k1", "origin": 4, "event": {"event_type": "session_status_change",
                  "change_type": 2, "new_servicer_userid": "wu"}}""");

        weCom("""
                {"msgid": "k2", "origin": 3, "text": {"content": "推薦一本書"}}""");

        assertThat(room.said()).isEmpty();
    }

    // ---- Messenger: thread control, and the page's inbox

    @Test
    void messengerPassesTheThreadToAnotherAppAndBack() {
        messenger("""
                {"sender": {"id": "U1"}, "timestamp": 1, "pass_thread_control": {"new_owner_app_id": "263902037430900"}}""");
        assertThat(room.desk.ownerOf(PERSON))
                .isInstanceOfSatisfying(
                        Outside.class, outside -> assertThat(outside.where()).isEqualTo(Where.DESK));

        messenger("""
                {"sender": {"id": "U1"}, "timestamp": 2, "pass_thread_control": {"new_owner_app_id": "our-app"}}""");
        assertThat(room.desk.ownerOf(PERSON)).isInstanceOf(Bot.class);
    }

    @Test
    void somebodyAnswersInThePagesInbox() {
        messenger("""
                {"sender": {"id": "page"}, "timestamp": 3, "message":
                  {"mid": "m1", "is_echo": true, "app_id": "263902037430900", "text": "我來。"}}""");

        assertThat(room.said()).containsExactly("我來。");
        assertThat(room.desk.ownerOf(PERSON))
                .isInstanceOfSatisfying(
                        Outside.class, outside -> assertThat(outside.where()).isEqualTo(Where.APP));
    }

    @Test
    void ourOwnWordsComingBackAreNobodysAnswer() {
        messenger("""
                {"sender": {"id": "page"}, "timestamp": 4, "message":
                  {"mid": "m2", "is_echo": true, "app_id": "our-app", "text": "我是小墨。"}}""");

        assertThat(room.desk.ownerOf(PERSON)).isEqualTo(Bot.FIRST);
        assertThat(room.said()).isEmpty();
    }

    private void weCom(String message) {
        take(WeCom.read(json(message)));
    }

    private void messenger(String messaging) {
        take(Messenger.read(json(messaging)));
    }

    private static JsonNode json(String body) {
        return JsonBody.read(body.getBytes(UTF_8)).orElseThrow();
    }

    /** As a webhook does: kept first, then handled. */
    private void take(Webhook.Messages webhook) {
        room.inbox.accept(webhook.messages());
        for (var breath = room.arrivals.next(PERSON); !breath.isEmpty(); breath = room.arrivals.next(PERSON)) {
            room.handler().handle(breath);
        }
    }

    private static Webhook.Messages heard(String id, String by, String words, @Nullable Echo echo) {
        var content = words.isEmpty() ? new Content.Unsupported("session") : new Content.Text(words);
        return Webhook.Messages.of(List.of(new Inbound(id, PERSON, Person.of(by), content, NOON, null, echo)));
    }

    /** One message of {@code kf/sync_msg}. */
    private static final class WeCom {
        static Webhook.Messages read(JsonNode message) {
            var words = message.path("text").path("content").asText();
            var event = message.path("event");
            var id = message.path("msgid").asText();
            return switch (message.path("origin").asInt()) {
                case 3 -> heard(id, "U1", words, null);
                case 5 -> heard(id, message.path("servicer_userid").asText(), words, new Echo.Said(false));
                default ->
                    heard(
                            id,
                            event.path("new_servicer_userid").asText(),
                            "",
                            switch (event.path("change_type").asInt()) {
                                case 1, 2 -> new Echo.Taken();
                                case 3 -> new Echo.GivenBack();
                                default -> null;
                            });
            };
        }
    }

    /** One of {@code messaging}. */
    private static final class Messenger {
        private static final String US = "our-app";

        static Webhook.Messages read(JsonNode messaging) {
            var message = messaging.path("message");
            var app = message.path("app_id").asText();
            var owner = messaging
                    .path("pass_thread_control")
                    .path("new_owner_app_id")
                    .asText();
            if (message.path("is_echo").asBoolean()) {
                return Optional.of(app)
                        .filter(other -> !other.equals(US))
                        .map(other -> heard(
                                message.path("mid").asText(),
                                other,
                                message.path("text").asText(),
                                new Echo.Said(false)))
                        .orElse(Webhook.Messages.of(List.of()));
            }
            var echo = owner.isEmpty() || owner.equals(US) ? new Echo.GivenBack() : new Echo.Taken();
            return heard("t" + messaging.path("timestamp").asText(), owner, "", echo);
        }
    }
}
