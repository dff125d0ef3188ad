package io.renhua.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One sentence of a Rasa intent.
 *
 * @param sentence with {@code {entity}} where a value stands
 * @param values what stands there
 */
record RasaExample(String sentence, List<Value> values) {
    private static final Pattern ANNOTATION = Pattern.compile("\\[([^\\[\\]]+)](?:\\(([^()]+)\\)|(\\{[^{}]*}))");

    /**
     * A value of an entity.
     *
     * @param said as it stands in the sentence
     * @param means what it is called there; the same where nothing else is said
     */
    record Value(String entity, String said, String means) {}

    static RasaExample of(String example) {
        var values = new ArrayList<Value>();
        var sentence = new StringBuilder();
        var match = ANNOTATION.matcher(example);
        int from = 0;
        while (match.find()) {
            sentence.append(ForeignText.shown(example.substring(from, match.start())));
            var value = value(match.group(1), match.group(2), match.group(3));
            values.add(value);
            sentence.append(value.entity.isEmpty() ? ForeignText.shown(value.said) : "{" + value.entity + "}");
            from = match.end();
        }
        sentence.append(ForeignText.shown(example.substring(from)));
        values.removeIf(value -> value.entity.isEmpty());
        var onOneLine = ForeignText.plain(sentence.toString()).replaceAll("\\s+", " ");
        return new RasaExample(onOneLine, List.copyOf(values));
    }

    /** What an entity is called in a script. */
    static String entity(String theirs) {
        return LineNames.slug(theirs, '_').replaceFirst("^[^a-z]+", "");
    }

    private static Value value(String said, @Nullable String brief, @Nullable String json) {
        var plain = ForeignText.sentence(said);
        if (brief != null) {
            var parts = brief.split(":", 2);
            return new Value(entity(parts[0]), plain, parts.length > 1 ? ForeignText.sentence(parts[1]) : plain);
        }
        try {
            Map<?, ?> more = ForeignJson.MAPPER.readValue(json, Map.class);
            var means = more.get("value") == null
                    ? plain
                    : ForeignText.sentence(more.get("value").toString());
            return new Value(entity(String.valueOf(more.get("entity"))), plain, means);
        } catch (JsonProcessingException e) {
            return new Value("", plain, plain); // no annotation, but what somebody wrote
        }
    }
}
