package io.renhua.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renhua.lint.Rule;
import io.renhua.lint.Verdict;
import io.renhua.persona.Problem;
import io.renhua.persona.Problem.Severity;
import java.util.Collection;
import java.util.List;

/** Findings in SARIF 2.1.0, which code hosts show beside the changed lines: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
final class Sarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final List<Rule> RULES = List.of(Rule.values());
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String folder;
    private final String language;

    /**
     * Findings in a language.
     *
     * @param folder that their files stand in, as the repository knows it
     */
    Sarif(String folder, String language) {
        this.folder = folder;
        this.language = language;
    }

    String of(Collection<Verdict> verdicts) {
        var log = MAPPER.createObjectNode().put("$schema", SCHEMA).put("version", "2.1.0");
        var run = log.putArray("runs").addObject();
        var driver = run.putObject("tool").putObject("driver").put("name", "Renhua lint");
        rules(driver.putArray("rules"));
        run.put("columnKind", "unicodeCodePoints");
        var results = run.putArray("results");
        for (var verdict : verdicts) {
            verdict.standing().forEach(problem -> add(results, problem));
            verdict.meant()
                    .forEach(meant -> add(results, meant.problem())
                            .putArray("suppressions")
                            .addObject()
                            .put("kind", "inSource")
                            .put("justification", meant.reason()));
        }
        return log.toPrettyString();
    }

    private static void rules(ArrayNode rules) {
        for (var rule : RULES) {
            var descriptor = rules.addObject().put("id", rule.name());
            descriptor.putObject("shortDescription").put("text", rule.holds());
            descriptor.putObject("help").put("text", rule.why());
            descriptor.putObject("defaultConfiguration").put("level", level(rule.severity()));
        }
    }

    private ObjectNode add(ArrayNode results, Problem problem) {
        var result = results.addObject().put("ruleId", problem.code()).put("level", level(problem.severity()));
        Rule.of(problem.code()).ifPresent(rule -> result.put("ruleIndex", RULES.indexOf(rule)));
        result.putObject("message").put("text", problem.sentence().in(language));
        var place = result.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation").put("uri", folder + "/" + problem.file());
        place.putObject("region").put("startLine", problem.line()).put("startColumn", problem.column());
        return result;
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
