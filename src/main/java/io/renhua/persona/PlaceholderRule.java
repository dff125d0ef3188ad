package io.renhua.persona;

import io.renhua.persona.Condition.All;
import io.renhua.persona.Condition.Any;
import io.renhua.persona.Condition.Compares;
import io.renhua.persona.Condition.Is;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** S2, S3: what a text counts on must exist, and be there whenever the text is said. */
final class PlaceholderRule implements LintRule {
    private static final Set<String> STANDING = Set.of("nickname", "brand", "retain", "hotline");
    private static final Map<String, Set<String>> BY_PATH = Map.of(
            "handoff.say.queued", Set.of("ahead", "wait"),
            "handoff.say.joined", Set.of("agent"),
            "handoff.say.closed", Set.of("opens"),
            "handoff.say.back", Set.of("agent"));

    @Override
    public void judge(Persona persona, Findings findings) {
        var known = known(persona);
        for (var said : Utterance.of(persona)) {
            var sure = new HashSet<>(STANDING);
            persona.links().keySet().forEach(link -> sure.add("link." + link));
            sure.addAll(BY_PATH.getOrDefault(said.path(), Set.of()));
            sure.addAll(surelyKnown(persona, said.path()));
            check(said, said.text(), known, sure, findings);
            check(said, said.shorter() == null ? "" : said.shorter(), known, sure, findings);
        }
        persona.lines()
                .values()
                .forEach(line -> examples(line, persona.entities().keySet(), findings));
    }

    private static void check(Utterance said, String text, Set<String> known, Set<String> sure, Findings findings) {
        for (var each : Placeholder.in(text)) {
            var name = each.name();
            if (!known.contains(name)) {
                var why = "nothing is called {" + name + "}" + Nearest.question(name, known);
                findings.error(said, "S2", why, "{" + Nearest.to(name, known).orElse("nickname") + "}");
            } else if (each.otherwise() == null && !sure.contains(name)) {
                findings.error(said, "S3", "{" + name + "} may be empty here", "{" + name + "|…}");
            }
        }
    }

    private static void examples(Line line, Set<String> entities, Findings findings) {
        line.asks().forEach((locale, asks) -> {
            for (int i = 0; i < asks.size(); i++) {
                for (var each : Placeholder.in(asks.get(i))) {
                    if (!entities.contains(each.name())) {
                        var why = "there is no entity {" + each.name() + "}" + Nearest.question(each.name(), entities);
                        var instead = Nearest.advice(each.name(), entities);
                        var path = Utterance.path(line) + ".asks";
                        findings.example(path, i, locale, Problem.Severity.ERROR, "S2", why, instead);
                    }
                }
            }
        });
    }

    private static Set<String> known(Persona persona) {
        var known = new HashSet<>(STANDING);
        known.addAll(List.of("agent", "ahead", "wait", "opens", "scene.1"));
        persona.links().keySet().forEach(link -> known.add("link." + link));
        known.addAll(persona.entities().keySet());
        persona.forms().values().forEach(form -> form.slots().forEach(slot -> known.add(slot.name())));
        known.addAll(LookUpReader.columns(persona.lookUps()));
        persona.lines().values().forEach(line -> known.addAll(line.sets().keySet()));
        persona.welcome().scans().forEach(scan -> known.addAll(scan.sets().keySet()));
        return known;
    }

    /** What is there for certain at one place of the script. */
    private static Set<String> surelyKnown(Persona persona, String path) {
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
                if (path.equals(Utterance.path(line) + ".says[" + i + "].text")) {
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
            } else if (condition instanceof Is is) {
                sure.add(is.fact().replaceFirst("^(entity|slot)\\.", ""));
            }
        }
        var form = persona.forms().get(line.form() == null ? "" : line.form());
        if (form != null) {
            sure.addAll(answered(form, ""));
            var lookUp = persona.lookUps().get(form.lookUp() == null ? "" : form.lookUp());
            if (lookUp != null) {
                sure.addAll(columns(lookUp, conditions));
            }
        }
        return sure;
    }

    /** Columns that no row leaves empty, of the rows that the conditions let through. */
    private static List<String> columns(LookUp lookUp, List<Condition> conditions) {
        var columns = LookUpReader.columns(Map.of(lookUp.name(), lookUp));
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

    /** The conditions that all must hold. */
    static Stream<Condition> each(Condition condition) {
        return switch (condition) {
            case All all -> all.conditions().stream().flatMap(PlaceholderRule::each);
            case Any any -> Stream.of(any);
            case Is is -> Stream.of(is);
            case Compares compares -> Stream.of(compares);
        };
    }
}
