package io.renhua.lint;

import io.renhua.persona.Action;
import io.renhua.persona.Condition;
import io.renhua.persona.Condition.All;
import io.renhua.persona.Condition.Any;
import io.renhua.persona.Condition.Compares;
import io.renhua.persona.Condition.Is;
import io.renhua.persona.Form;
import io.renhua.persona.Line;
import io.renhua.persona.LookUp;
import io.renhua.persona.Persona;
import io.renhua.persona.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known for certain when a text of the script is said: by its form, its row, its conditions, its scene. */
final class SureFacts {
    private static final String UNTIL = "helped_until";
    private static final String TOPIC = "helped_topic";

    /** What can be said of a person's help. */
    static final List<String> OF_HELP = List.of(UNTIL, TOPIC);

    private SureFacts() {}

    static Set<String> at(Persona persona, String path) {
        var sure = new HashSet<String>();
        var scans = persona.welcome().scans();
        for (int i = 0; i < scans.size(); i++) {
            if (path.startsWith("entry.scan[" + i + "]")) {
                sure.add("scene.1");
                sure.addAll(scans.get(i).sets().keySet());
            }
        }
        persona.forms().forEach((id, form) -> {
            if (path.startsWith("forms." + id + ".")) {
                sure.addAll(answered(form, path));
            }
        });
        persona.lines().values().forEach(line -> {
            for (int i = 0; i < line.says().size(); i++) {
                if (path.startsWith(Utterance.path(line) + ".says[" + i + "].")) {
                    sure.addAll(before(persona, line, line.says().get(i)));
                }
            }
        });
        return sure;
    }

    /** A form's slots that are filled when one of its texts is said. */
    private static List<String> answered(Form form, String path) {
        List<String> answered = new ArrayList<>();
        for (int i = 0; i < form.slots().size(); i++) {
            if (path.contains(".slots[" + i + "]") || path.endsWith(".cancelled")) {
                break;
            }
            if (!form.slots().get(i).optional()) {
                answered.add(form.slots().get(i).name());
            }
        }
        return answered;
    }

    private static Set<String> before(Persona persona, Line line, Variant variant) {
        var sure = new HashSet<String>();
        var conditions = each(variant.when()).toList();
        for (var condition : conditions) {
            if (condition instanceof Is is && is.fact().equals("entity")) {
                sure.add(is.value());
            } else if (condition instanceof Is is && !is.fact().equals("helped")) {
                sure.add(is.fact().replaceFirst("^(entity|slot)\\.", ""));
            }
        }
        conditions.forEach(condition -> sure.addAll(ofHelp(condition)));
        var form = persona.forms().get(line.form() == null ? "" : line.form());
        if (form != null) {
            sure.addAll(answered(form, ""));
            var lookUp = persona.lookUps().get(form.lookUp() == null ? "" : form.lookUp());
            if (lookUp != null) {
                sure.addAll(columns(lookUp, conditions));
            }
            var action = persona.actions().get(form.action() == null ? "" : form.action());
            if (action != null) {
                sure.add("result");
                sure.addAll(action.always(results(action, conditions)));
            }
        }
        return sure;
    }

    /** Who helped has left at a time, and who finished has named a topic. */
    private static Set<String> ofHelp(Condition condition) {
        return switch (condition) {
            case Is(var fact, var value)
            when fact.equals("helped") ->
                switch (value) {
                    case "resolved" -> Set.of(UNTIL, TOPIC);
                    case "released" -> Set.of(UNTIL);
                    default -> Set.of();
                };
            case Any(var either) ->
                either.stream()
                        .map(SureFacts::ofHelp)
                        .reduce((one, other) ->
                                one.stream().filter(other::contains).collect(Collectors.toSet()))
                        .orElse(Set.of());
            case Is ignored -> Set.of();
            case All ignored -> Set.of();
            case Compares ignored -> Set.of();
        };
    }

    /** What the action may have come to where the conditions hold. */
    private static Set<String> results(Action action, List<Condition> conditions) {
        return action.returns().keySet().stream()
                .filter(result -> conditions.stream()
                        .filter(condition -> fact(condition).equals("result"))
                        .allMatch(condition -> condition.holds(Map.of("result", Set.of(result)))))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Columns that no row leaves empty, of the rows that the conditions let through. */
    private static List<String> columns(LookUp lookUp, List<Condition> conditions) {
        var columns = LookUp.columns(Map.of(lookUp.name(), lookUp));
        var onRow = conditions.stream()
                .filter(condition -> columns.contains(fact(condition)))
                .toList();
        boolean found = onRow.stream().anyMatch(condition -> !condition.equals(new Is("result", "none")));
        if (!found) {
            return List.of();
        }
        var rows = lookUp.rows().values().stream()
                .filter(row -> onRow.stream().allMatch(condition -> condition.holds(facts(row))))
                .toList();
        return columns.stream()
                .filter(column -> rows.stream()
                        .noneMatch(row -> row.getOrDefault(column, "").isBlank()))
                .toList();
    }

    private static Map<String, Set<String>> facts(Map<String, String> row) {
        var facts = new HashMap<String, Set<String>>();
        row.forEach((column, cell) -> facts.put(column, Set.of(cell)));
        return facts;
    }

    private static String fact(Condition condition) {
        return switch (condition) {
            case Is is -> is.fact();
            case Compares compares -> compares.fact();
            case All ignored -> "";
            case Any ignored -> "";
        };
    }

    /** Every value that a condition asks for, needed or only one of several. */
    static Stream<Is> mentioned(Condition condition) {
        return switch (condition) {
            case All all -> all.conditions().stream().flatMap(SureFacts::mentioned);
            case Any any -> any.conditions().stream().flatMap(SureFacts::mentioned);
            case Is is -> Stream.of(is);
            case Compares ignored -> Stream.empty();
        };
    }

    /** The conditions that all must hold. */
    static Stream<Condition> each(Condition condition) {
        return switch (condition) {
            case All all -> all.conditions().stream().flatMap(SureFacts::each);
            case Any any -> Stream.of(any);
            case Is is -> Stream.of(is);
            case Compares compares -> Stream.of(compares);
        };
    }
}
