package io.renhua.server;

import io.renhua.message.ConversationId;
import io.renhua.server.TranscriptLine.Side;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One bubble as exports give it; the names are the columns'. */
record ExportRow(
        Instant time,
        long seq,
        String channel,
        String conversation,
        @Nullable String person,
        @Nullable String personName,
        String direction,
        @Nullable String speaker,
        @Nullable String persona,
        @Nullable String version,
        @Nullable String intent,
        @Nullable Double confidence,
        String owner,
        String text,
        @Nullable String deliveryState,
        @Nullable String failureReason) {

    static final List<String> COLUMNS = Arrays.stream(ExportRow.class.getRecordComponents())
            .map(component -> component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
            .toList();

    /** @param veil what may be read of its words */
    static ExportRow of(ConversationId conversation, TranscriptLine line, UnaryOperator<String> veil) {
        var person = line.person();
        var source = line.source();
        var meaning = line.meaning();
        var fate = line.fate();
        boolean inbound = line.side() == Side.PERSON;
        return new ExportRow(
                line.at(),
                line.seq(),
                conversation.channel(),
                conversation.toString(),
                person == null ? null : person.id(),
                person == null ? null : person.name(),
                inbound ? "in" : "out",
                inbound ? "person" : line.side() == Side.BOT ? "bot " + line.name() : "agent " + line.name(),
                source == null ? null : source.persona(),
                source == null ? null : source.version(),
                meaning == null ? null : meaning.intent(),
                meaning == null ? null : Math.round(meaning.confidence() * 1000) / 1000.0,
                line.owner(),
                veil.apply(line.text()),
                fate == null ? null : fate.state(),
                fate == null ? null : fate.why());
    }

    Map<String, Object> named() {
        var named = new LinkedHashMap<String, Object>();
        var cells = cells();
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            if (cell != null) {
                named.put(COLUMNS.get(i), cell);
            }
        }
        return named;
    }

    List<@Nullable Object> cells() {
        return Arrays.asList(
                time,
                seq,
                channel,
                conversation,
                person,
                personName,
                direction,
                speaker,
                persona,
                version,
                intent,
                confidence,
                owner,
                text,
                deliveryState,
                failureReason);
    }
}
