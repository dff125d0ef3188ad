package io.renhua.connector.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** Where a message calls us by name: in a group we answer only then. */
record LineMention(JsonNode message) {

    boolean ofUs() {
        return !places().isEmpty();
    }

    String textWithoutIt() {
        var text = new StringBuilder(message.path("text").asText());
        for (var place : places()) {
            int start = Math.clamp(place.path("index").asInt(), 0, text.length());
            long end = start + Math.max(0L, place.path("length").asInt());
            text.delete(start, (int) Math.min(end, text.length()));
        }
        return text.toString().strip();
    }

    /** From the last to the first, so that cutting one does not move the others. */
    private List<JsonNode> places() {
        return StreamSupport.stream(message.path("mention").path("mentionees").spliterator(), false)
                .filter(mentionee -> mentionee.path("isSelf").asBoolean())
                .sorted(Comparator.comparingInt(
                                (JsonNode mentionee) -> mentionee.path("index").asInt())
                        .reversed())
                .toList();
    }
}
