package io.renhua.exchange;

import io.renhua.bundle.CannotTravel;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes a newcomer of a Rasa project: an intent with its response is a line.
 *
 * @see <a href="https://legacy-docs-oss.rasa.com/docs/rasa/training-data-format">Rasa's training data</a>
 */
final class RasaReader {
    /** What is read, and what is only Rasa's own affair. */
    private static final Set<String> READ = Set.of(
            "version", "nlu", "intents", "entities", "responses", "rules", "stories", "session_config", "actions");

    private final RasaFiles files;
    private final String locale;
    private final RasaEntities entities;
    private final RasaStories stories;
    private final Set<String> unsaid = new LinkedHashSet<>();
    private final Map<String, List<RasaExample>> intents = new LinkedHashMap<>();
    private final Set<Wording> remarks = new LinkedHashSet<>();

    /** @param locale what it is written in; empty to tell it by its words */
    RasaReader(RasaFiles files, Optional<String> locale) {
        this.files = files;
        this.entities = new RasaEntities(files.list("nlu"), files.list("entities"));
        files.map("responses").keySet().forEach(name -> unsaid.add(name.toString()));
        this.stories = new RasaStories(files, Set.copyOf(unsaid));
        files.list("nlu").forEach(this::intent);
        this.locale = locale.map(LocaleTags::tag).orElseGet(() -> LocaleTags.of(said()));
    }

    Newcomer read() {
        var section = entities.section();
        var names = new LineNames(Set.of());
        var lines = new LinkedHashMap<String, String>();
        var trial = new RasaResponses(files.map("responses"), section.keySet(), lines, locale);
        intents.keySet().stream()
                .filter(intent -> !trial.said(stories.after(intent)).isEmpty())
                .forEach(intent -> lines.put(intent, names.next(intent)));

        var responses = new RasaResponses(files.map("responses"), section.keySet(), lines, locale);
        var topics = topics(responses, lines);
        tellTheRest(lines.keySet());
        remarks.addAll(entities.remarks());
        remarks.addAll(stories.remarks());
        remarks.addAll(responses.remarks());
        var own = new TreeMap<String, Object>();
        own.put("entities", section);
        own.put("labels", responses.labels());
        own.values().removeIf(each -> each instanceof Map<?, ?> map && map.isEmpty());
        return new Newcomer(
                ForeignText.sentence(files.name()), List.of(locale), own, topics, Map.of(), List.copyOf(remarks));
    }

    /** The sentences of an item of {@code nlu}, which stand in one text or in a list. */
    static List<String> examples(Object item) {
        var examples = Tree.map(item).get("examples");
        var sentences = examples instanceof String text
                ? text.lines()
                : Tree.list(examples).stream()
                        .map(each -> each instanceof String text ? text : RasaFiles.text(each, "text"));
        return sentences
                .map(sentence -> sentence.replaceFirst("^\\s*-(?:\\s+|$)", "").strip())
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private void intent(Object item) {
        var name = RasaFiles.text(item, "intent");
        if (!name.isEmpty()) {
            var examples = examples(item).stream().map(RasaExample::of).toList();
            examples.forEach(example -> example.values().forEach(entities::add));
            intents.computeIfAbsent(name, ignored -> new ArrayList<>()).addAll(examples);
        }
    }

    private List<Topic> topics(RasaResponses responses, Map<String, String> lines) {
        List<Topic> topics = new ArrayList<>();
        lines.forEach((intent, line) -> {
            var names = stories.after(intent);
            names.forEach(unsaid::remove);
            var asks = Objects.requireNonNull(intents.get(intent)).stream()
                    .map(RasaExample::sentence)
                    .distinct()
                    .toList();
            topics.add(new Topic(line, Map.of(locale, asks), responses.said(names), Map.of()));
        });
        if (topics.isEmpty()) {
            throw new CannotTravel(
                    Wording.of("It is refused: no intent in it has a response. Write instead: nlu.yml and domain.yml"
                            + " together, with utter_greet for the intent greet"));
        }
        return topics;
    }

    private void tellTheRest(Set<String> answered) {
        intents.forEach((intent, examples) -> {
            if (!answered.contains(intent)) {
                remarks.add(Wording.of(
                        "Not taken: the intent %s, which no response follows; it has %s examples.",
                        intent, examples.size()));
            }
        });
        unsaid.forEach(name -> remarks.add(Wording.of("Not taken: %s, which follows no intent.", name)));
        files.sections().keySet().stream()
                .filter(key -> !READ.contains(key))
                .forEach(key -> remarks.add(Wording.of("Not taken: %s, for which a script has no home.", key)));
    }

    private String said() {
        return intents.values().stream()
                .flatMap(List::stream)
                .map(example -> example.sentence().replaceAll("\\{[^}]*}", ""))
                .collect(Collectors.joining());
    }
}
