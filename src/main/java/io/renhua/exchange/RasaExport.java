package io.renhua.exchange;

import io.renhua.persona.Condition;
import io.renhua.persona.EntityKind;
import io.renhua.persona.Line;
import io.renhua.persona.Variant;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A persona as a Rasa project in one language, which {@link RasaReader} reads again. */
final class RasaExport {
    private static final Map<String, String> CHANNELS = Map.of(
            "telegram",
            "telegram",
            "slack",
            "slack",
            "line",
            "line",
            "messenger",
            "facebook",
            "web",
            "rest",
            "teams",
            "botframework");

    private final Leaving leaving;
    private final String locale;
    private final OwnText words;
    private final Map<String, String> slots;

    RasaExport(Leaving leaving, String locale) {
        this.leaving = leaving;
        this.locale = locale;
        this.words = new OwnText(leaving.persona(), locale);
        this.slots = leaving.persona().entities().keySet().stream()
                .collect(Collectors.toMap(entity -> entity, entity -> "{" + entity + "}"));
    }

    /** The files by name. */
    Map<String, String> files() {
        var lines = leaving.lines();
        lines.forEach(leaving::note);
        leaving.stays(Wording.of("the welcome"), "entry.follow");
        var nlu = new ArrayList<Object>();
        lines.forEach(line -> nlu.add(intent(line)));
        leaving.persona().entities().forEach((name, kind) -> nlu.addAll(lookups(name, kind)));
        var files = new LinkedHashMap<String, String>();
        files.put("nlu.yml", written(Map.of("nlu", nlu)));
        files.put("domain.yml", written(domain(lines)));
        files.put(
                "rules.yml",
                written(Map.of("rules", lines.stream().map(RasaExport::rule).toList())));
        words.unfilled().forEach(gap -> leaving.stays(Wording.of("the placeholder {%s}", gap), locale));
        return files;
    }

    private static String written(Map<String, Object> content) {
        var file = new LinkedHashMap<String, Object>();
        file.put("version", "3.1");
        file.putAll(content);
        return ScriptPaper.written(file);
    }

    private Map<String, Object> intent(Line line) {
        var examples = line.asks().getOrDefault(locale, List.of()).stream()
                .map(ask -> ask.replace('[', '［').replace(']', '］'))
                .map(ask -> words.asked(ask, entity -> "[" + words.sample(entity) + "](" + entity + ")"))
                .map(ask -> "- " + ask + "\n")
                .collect(Collectors.joining());
        return Tree.of("intent", line.id(), "examples", examples);
    }

    private static List<Map<String, Object>> lookups(String name, EntityKind kind) {
        List<Map<String, Object>> lookups = new ArrayList<>();
        if (kind instanceof EntityKind.Pattern pattern) {
            lookups.add(Tree.of("regex", name, "examples", "- " + pattern.regex() + "\n"));
        }
        if (kind instanceof EntityKind.Values values) {
            values.values()
                    .forEach((value, names) -> lookups.add(Tree.of("synonym", value, "examples", listed(names))));
            var all = values.values().values().stream().flatMap(List::stream).toList();
            lookups.add(Tree.of("lookup", name, "examples", listed(all)));
        }
        return lookups;
    }

    private Map<String, Object> domain(List<Line> lines) {
        var domain = new LinkedHashMap<String, Object>();
        domain.put("intents", lines.stream().map(Line::id).toList());
        domain.put("entities", List.copyOf(leaving.persona().entities().keySet()));
        var declared = new LinkedHashMap<String, Object>();
        slots.keySet().stream()
                .sorted()
                .forEach(slot -> declared.put(
                        slot,
                        Tree.of("type", "text", "mappings", List.of(Tree.of("type", "from_entity", "entity", slot)))));
        domain.put("slots", declared);
        var responses = new LinkedHashMap<String, Object>();
        lines.forEach(line -> responses.put("utter_" + line.id(), responses(line)));
        domain.put("responses", responses);
        return domain;
    }

    private List<Map<String, Object>> responses(Line line) {
        List<Map<String, Object>> responses = new ArrayList<>();
        for (var variant : leaving.variants(line, RasaExport::fits)) {
            if (variant.platforms().isEmpty() || !fits(variant)) {
                responses.add(response(line, variant));
            }
            variant.platforms().stream()
                    .filter(ignored -> fits(variant))
                    .sorted()
                    .forEach(platform -> {
                        var response = response(line, variant);
                        response.put("channel", String.valueOf(CHANNELS.get(platform)));
                        responses.add(response);
                    });
        }
        return responses;
    }

    private Map<String, Object> response(Line line, Variant variant) {
        var response = new LinkedHashMap<String, Object>();
        conditions(variant.when())
                .filter(slots -> !slots.isEmpty())
                .ifPresent(slots -> response.put("condition", slots));
        response.put("text", words.said(variant.text().in(locale), slots));
        buttons(line, variant, response);
        var media = variant.media();
        if (media != null && media.kind().equals("image") && media.path().startsWith("https://")) {
            response.put("image", media.path());
        } else if (media != null) {
            leaving.stays("media", line.id());
        }
        return response;
    }

    private void buttons(Line line, Variant variant, Map<String, Object> response) {
        var persona = leaving.persona();
        var buttons = new ArrayList<Map<String, Object>>();
        for (var target : variant.quick()) {
            var label = persona.labels().get(target);
            if (label == null || !persona.lines().containsKey(target)) {
                leaving.stays(Wording.of("quick replies that lead to no line"), line.id());
            } else {
                buttons.add(Tree.of("title", label.in(locale), "payload", "/" + target));
            }
        }
        if (!buttons.isEmpty()) {
            response.put("buttons", buttons);
        }
    }

    private static boolean fits(Variant variant) {
        return CHANNELS.keySet().containsAll(variant.platforms())
                && conditions(variant.when()).isPresent();
    }

    /** The slots that a condition asks for; empty where it asks for something else. */
    private static Optional<List<Map<String, Object>>> conditions(Condition condition) {
        if (condition instanceof Condition.Is(var fact, var value)
                && fact.startsWith("entity.")
                && !value.endsWith("*")) {
            var slot = Tree.of("type", "slot", "name", fact.substring("entity.".length()));
            slot.put("value", value);
            return Optional.of(List.of(slot));
        }
        if (condition instanceof Condition.All(var all)) {
            var slots = all.stream().map(RasaExport::conditions).toList();
            return slots.stream().allMatch(Optional::isPresent)
                    ? Optional.of(slots.stream()
                            .flatMap(Optional::stream)
                            .flatMap(List::stream)
                            .toList())
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static Map<String, Object> rule(Line line) {
        return Tree.of(
                "rule",
                line.id(),
                "steps",
                List.of(Map.of("intent", line.id()), Map.of("action", "utter_" + line.id())));
    }

    private static String listed(List<String> names) {
        return names.stream().map(name -> "- " + name + "\n").collect(Collectors.joining());
    }
}
