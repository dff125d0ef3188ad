package io.renhua.connector.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.renhua.connector.JsonBody;
import java.util.regex.Pattern;

/**
 * Where a talk goes on: a chat, and in forums the topic; or a chat of somebody's business account, which we answer in their
 * name. Written {@code chat}, {@code chat:topic} or {@code chat@connection}.
 *
 * @param topic empty outside forums
 * @param connection to the business account; empty for chats of our own
 */
record TelegramThread(String chat, String topic, String connection) {
    private static final Pattern ID = Pattern.compile("-?\\d{1,18}");

    static TelegramThread of(JsonNode message, JsonNode from) {
        var person = JsonBody.text(from.path("id"), "unknown");
        var chat = JsonBody.text(message.path("chat").path("id"), person);
        boolean inTopic = message.path("is_topic_message").asBoolean();
        return new TelegramThread(
                chat,
                inTopic ? message.path("message_thread_id").asText() : "",
                message.path("business_connection_id").asText());
    }

    static TelegramThread parse(String thread) {
        var business = thread.split("@", 2);
        var parts = business[0].split(":", 2);
        return new TelegramThread(parts[0], parts.length == 2 ? parts[1] : "", business.length == 2 ? business[1] : "");
    }

    TelegramThread in(String otherChat) {
        return new TelegramThread(otherChat, topic, connection);
    }

    /** The same call, addressed to here. */
    ObjectNode address(ObjectNode parameters) {
        parameters.set("chat_id", number(chat));
        if (!connection.isEmpty()) {
            parameters.put("business_connection_id", connection);
        }
        return topic.isEmpty() ? parameters : parameters.set("message_thread_id", number(topic));
    }

    private static JsonNode number(String id) {
        return ID.matcher(id).matches() ? LongNode.valueOf(Long.parseLong(id)) : TextNode.valueOf(id);
    }

    @Override
    public String toString() {
        var place = topic.isEmpty() ? chat : chat + ":" + topic;
        return connection.isEmpty() ? place : place + "@" + connection;
    }
}
