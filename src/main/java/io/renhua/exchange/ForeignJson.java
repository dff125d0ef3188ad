package io.renhua.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.renhua.bundle.CannotTravel;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.List;

/** JSON from elsewhere: bounded, and none of its keys twice. */
final class ForeignJson {
    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxStringLength(16 << 20)
                            .maxNameLength(1000)
                            .maxNumberLength(100)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int LONGEST_REASON = 200;

    private ForeignJson() {}

    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            var why = ForeignText.sentence(e.getOriginalMessage());
            var said = why.substring(0, Math.min(LONGEST_REASON, why.length()));
            throw new CannotTravel(
                    at == null
                            ? Wording.of("It is refused: its JSON is broken: %s", said)
                            : Wording.of(
                                    "It is refused: its JSON is broken in line %s, column %s: %s",
                                    at.getLineNr(), at.getColumnNr(), said));
        }
    }

    /** A text, or nothing where there is something else. */
    static String text(JsonNode field) {
        return field.isTextual() ? field.asText() : "";
    }

    /** Whether a field says nothing. */
    static boolean isNothing(JsonNode field) {
        return field.isNull()
                || (field.isContainerNode() && field.isEmpty())
                || (field.isTextual() && field.asText().isBlank());
    }

    /** The texts of a list, without those that are blank. */
    static List<String> texts(JsonNode field) {
        List<String> texts = new ArrayList<>();
        field.forEach(each -> {
            if (each.isTextual() && !each.asText().isBlank()) {
                texts.add(each.asText());
            }
        });
        return texts;
    }
}
