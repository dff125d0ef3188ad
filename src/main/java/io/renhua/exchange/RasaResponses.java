package io.renhua.exchange;

import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Rasa says, as variants of a script. What a variant cannot hold is told. */
final class RasaResponses {
    private static final Map<String, String> CHANNELS = Map.of(
            "telegram", "telegram",
            "slack", "slack",
            "line", "line",
            "facebook", "messenger",
            "rest", "web",
            "socketio", "web",
            "webexteams", "teams",
            "botframework", "teams");
    private static final Pattern SLOT = Pattern.compile("\\{([A-Za-z_][\\w-]*)}");
    private static final Pattern TO_INTENT = Pattern.compile("/([\\w./-]+)\\s*(\\{.*})?");

    private final Map<?, ?> responses;
    private final Set<String> entities;
    private final String locale;
    private final Map<String, String> lines;
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Set<Wording> remarks = new LinkedHashSet<>();

    /**
     * @param entities those that the script will have
     * @param lines what each intent's line will be called
     */
    RasaResponses(Map<?, ?> responses, Set<String> entities, Map<String, String> lines, String locale) {
        this.responses = responses;
        this.entities = entities;
        this.lines = lines;
        this.locale = locale;
    }

    /** What quick replies are called, by where they lead. */
    Map<String, String> labels() {
        return labels;
    }

    Set<Wording> remarks() {
        return remarks;
    }

    /** What is said under several names, one after the other; the variants of the first, each with all that follows. */
    List<Said> said(List<String> names) {
        var first = names.isEmpty() ? List.<Said>of() : variants(names.getFirst());
        for (var next : names.subList(Math.min(1, names.size()), names.size())) {
            var more = variants(next);
            if (more.size() != 1 || !more.getFirst().more().isEmpty()) {
                remarks.add(Wording.of(
                        "Taken without choice: of %s, which follows other words, only the first variant.", next));
            }
            first = more.isEmpty()
                    ? first
                    : first.stream().map(said -> both(said, more.getFirst())).toList();
        }
        return first;
    }

    private Said both(Said one, Said next) {
        return new Said(
                Map.of(locale, one.text().get(locale) + "\n" + next.text().get(locale)), one.more());
    }

    private List<Said> variants(String name) {
        List<Said> variants = new ArrayList<>();
        for (var response : Tree.list(responses.get(name))) {
            variant(name, Tree.map(response)).ifPresent(variants::add);
        }
        return variants;
    }

    private Optional<Said> variant(String name, Map<?, ?> response) {
        response.keySet().stream()
                .map(Object::toString)
                .filter(key -> !List.of("text", "image", "buttons", "channel", "condition", "id")
                        .contains(key))
                .forEach(key -> remarks.add(Wording.of("Not taken: %s in %s.", key, name)));
        var more = new LinkedHashMap<String, Object>();
        if (!condition(name, response, more) || !channel(name, response, more)) {
            return Optional.empty();
        }
        var image = RasaFiles.text(response, "image");
        var text = RasaFiles.text(response, "text").isBlank() ? image : RasaFiles.text(response, "text");
        if (text.isBlank()) {
            remarks.add(Wording.of("Not taken: a variant of %s without text.", name));
            return Optional.empty();
        }
        buttons(name, response, more);
        image(name, image, more);
        return Optional.of(new Said(Map.of(locale, words(name, text)), more));
    }

    /** Whether it can be said when it was; slots are values of entities to us, and nothing else. */
    private boolean condition(String name, Map<?, ?> response, Map<String, Object> more) {
        var facts = new LinkedHashMap<String, Object>();
        for (var each : Tree.list(response.get("condition"))) {
            var slot = RasaExample.entity(RasaFiles.text(each, "name"));
            var value = ForeignText.sentence(RasaFiles.text(each, "value"));
            if (!RasaFiles.text(each, "type").equals("slot") || !entities.contains(slot) || value.matches("|[<>].*")) {
                remarks.add(Wording.of(
                        "Not taken: a variant of %s on condition of the slot %s, which is the value of no entity.",
                        name, slot));
                return false;
            }
            facts.put("entity." + slot, value);
        }
        if (!facts.isEmpty()) {
            more.put("if", facts);
        }
        return true;
    }

    private boolean channel(String name, Map<?, ?> response, Map<String, Object> more) {
        var theirs = RasaFiles.text(response, "channel");
        if (!theirs.isEmpty() && !CHANNELS.containsKey(theirs)) {
            remarks.add(Wording.of("Not taken: a variant of %s for the channel %s.", name, theirs));
            return false;
        }
        if (!theirs.isEmpty()) {
            more.put("channel", List.of(CHANNELS.get(theirs)));
        }
        return true;
    }

    private void image(String name, String image, Map<String, Object> more) {
        if (image.matches("https://\\S+")) {
            more.put("media", Tree.of("image", ForeignText.shown(image), "alt", ForeignText.sentence(name)));
            remarks.add(Wording.of("Write what the picture shows: alt, in the line that says %s.", name));
        } else if (!image.isEmpty()) {
            remarks.add(
                    Wording.of("Not taken: the picture of %s, whose address is none that begins with https.", name));
        }
    }

    private void buttons(String name, Map<?, ?> response, Map<String, Object> more) {
        var quick = new LinkedHashSet<String>();
        for (var button : Tree.list(response.get("buttons"))) {
            var title = ForeignText.sentence(RasaFiles.text(button, "title"));
            var payload = TO_INTENT.matcher(RasaFiles.text(button, "payload").strip());
            var line = payload.matches() && payload.group(2) == null ? lines.get(payload.group(1)) : null;
            if (line == null || title.isEmpty()) {
                remarks.add(Wording.of("Not taken: the button '%s' of %s, which leads to no line.", title, name));
                continue;
            }
            var before = labels.putIfAbsent(line, title);
            if (before != null && !before.equals(title)) {
                remarks.add(
                        Wording.of("Not taken: the label '%s' in %s; %s is called '%s'.", title, name, line, before));
            }
            quick.add(line);
        }
        if (!quick.isEmpty()) {
            more.put("quick", List.copyOf(quick));
        }
    }

    /** A slot that is an entity is a placeholder of ours; what may be missing has something said instead. */
    private String words(String name, String text) {
        var plain = ForeignText.plain(text);
        var words = new StringBuilder();
        int from = 0;
        Matcher slot = SLOT.matcher(plain);
        while (slot.find()) {
            var entity = RasaExample.entity(slot.group(1));
            boolean known = entities.contains(entity);
            if (!known) {
                remarks.add(Wording.of("Shown as text: {%s} in %s, which is no entity.", slot.group(1), name));
            }
            words.append(ForeignText.shown(plain.substring(from, slot.start())));
            words.append(known ? "{" + entity + "|…}" : ForeignText.shown(slot.group()));
            from = slot.end();
        }
        return words.append(ForeignText.shown(plain.substring(from))).toString();
    }
}
