package io.renhua.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.renhua.lint.Verdict;
import io.renhua.persona.Problem;
import java.util.Locale;
import java.util.Map;

/** Findings as a plain list, for whoever writes a script of their own about them. */
final class FindingsJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private FindingsJson() {}

    static String of(Map<String, Verdict> verdicts, String language) {
        var findings = MAPPER.createArrayNode();
        verdicts.forEach((id, verdict) -> {
            verdict.standing().forEach(problem -> add(findings, id, problem, "", language));
            verdict.meant().forEach(meant -> add(findings, id, meant.problem(), meant.reason(), language));
        });
        return findings.toPrettyString();
    }

    private static void add(ArrayNode findings, String persona, Problem problem, String meantSo, String language) {
        var finding = findings.addObject()
                .put("persona", persona)
                .put("file", problem.file())
                .put("line", problem.line())
                .put("column", problem.column())
                .put("code", problem.code())
                .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
                .put("why", problem.wrong().in(language))
                .put("instead", problem.better().in(language));
        if (!meantSo.isEmpty()) {
            finding.put("meantSo", meantSo);
        }
    }
}
