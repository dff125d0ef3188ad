package io.renhua.exchange;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.renhua.exchange.RasaExample.Value;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What Rasa looks for in sentences: values seen in examples, synonyms, lookup tables and regular expressions. */
final class RasaEntities {
    /** What duckling finds there and we find by ourselves. */
    private static final Map<String, String> SYSTEM = Map.ofEntries(
            Map.entry("number", "number"),
            Map.entry("email", "email"),
            Map.entry("phone", "phone"),
            Map.entry("phone_number", "phone"),
            Map.entry("time", "date"),
            Map.entry("date", "date"),
            Map.entry("duration", "duration"),
            Map.entry("money", "money"),
            Map.entry("amount_of_money", "money"),
            Map.entry("url", "url"),
            Map.entry("person", "person"));

    private final Map<String, Map<String, Set<String>>> values = new LinkedHashMap<>();
    private final Map<String, String> patterns = new LinkedHashMap<>();
    private final Map<String, String> meanings = new LinkedHashMap<>();
    private final List<Wording> remarks = new ArrayList<>();

    RasaEntities(List<?> nlu, List<?> declared) {
        nlu.forEach(this::synonyms);
        nlu.forEach(this::take);
        declared.forEach(this::declare);
    }

    /** Notes a value seen in a sentence. */
    void add(Value value) {
        names(value.entity(), meanings.getOrDefault(value.means(), value.means()))
                .add(value.said());
    }

    /** The script's section {@code entities}, once every sentence was seen. */
    Map<String, Object> section() {
        addSynonyms();
        var section = new LinkedHashMap<String, Object>();
        var names = new TreeSet<>(values.keySet());
        names.addAll(patterns.keySet());
        names.forEach(name -> entity(name).ifPresent(entity -> section.put(name, entity)));
        return section;
    }

    List<Wording> remarks() {
        return remarks;
    }

    private void synonyms(Object item) {
        var value = ForeignText.sentence(RasaFiles.text(item, "synonym"));
        if (!value.isEmpty()) {
            RasaReader.examples(item).forEach(name -> meanings.put(ForeignText.sentence(name), value));
        }
    }

    private void take(Object item) {
        var lookup = RasaExample.entity(RasaFiles.text(item, "lookup"));
        var regex = RasaExample.entity(RasaFiles.text(item, "regex"));
        if (!lookup.isEmpty()) {
            RasaReader.examples(item).stream()
                    .map(ForeignText::sentence)
                    .forEach(name -> add(new Value(lookup, name, name)));
        } else if (!regex.isEmpty()) {
            patterns.put(regex, String.join("|", RasaReader.examples(item)));
        }
    }

    /** An entity of the domain, of which there may be no example. */
    private void declare(Object entity) {
        var theirs = entity instanceof Map<?, ?> map && !map.isEmpty()
                ? map.keySet().iterator().next().toString()
                : entity.toString();
        var name = RasaExample.entity(theirs);
        if (!name.isEmpty()) {
            values.computeIfAbsent(name, ignored -> new LinkedHashMap<>());
        }
    }

    private Set<String> names(String entity, String value) {
        return values.computeIfAbsent(entity, ignored -> new LinkedHashMap<>())
                .computeIfAbsent(value.startsWith("x-") ? " " + value : value, ignored -> new LinkedHashSet<>());
    }

    /** Whatever means a value that an entity has is one of its names. */
    private void addSynonyms() {
        meanings.forEach((name, value) -> values.values().stream()
                .filter(known -> known.containsKey(value))
                .forEach(known -> known.get(value).add(name)));
    }

    private Optional<Map<String, Object>> entity(String name) {
        var known = values.getOrDefault(name, Map.of());
        var said = known.values().stream().flatMap(Set::stream).toList();
        if (patterns.containsKey(name)) {
            var pattern = patterns.get(name);
            var example = said.stream().filter(each -> matches(pattern, each)).findFirst();
            if (example.isPresent()) {
                return Optional.of(Tree.of("pattern", pattern, "example", example.get()));
            }
            remarks.add(Wording.of("Not taken: the regex %s, which fits no example that is annotated with it.", name));
        }
        if (!said.isEmpty()) {
            return Optional.of(Map.of("values", lists(known)));
        }
        if (SYSTEM.containsKey(name)) {
            return Optional.of(Map.of("system", SYSTEM.get(name)));
        }
        remarks.add(Wording.of("Not taken: the entity %s, of which there is no example.", name));
        return Optional.empty();
    }

    private static Map<String, List<String>> lists(Map<String, Set<String>> known) {
        var lists = new LinkedHashMap<String, List<String>>();
        known.forEach((value, names) -> lists.put(value.strip(), List.copyOf(names)));
        return lists;
    }

    private static boolean matches(String pattern, String text) {
        try {
            return Pattern.matches(pattern, text);
        } catch (PatternSyntaxException e) {
            return false; // ours run in linear time, and theirs may not
        }
    }
}
