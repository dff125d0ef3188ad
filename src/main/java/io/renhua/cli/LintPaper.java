package io.renhua.cli;

import io.renhua.lint.Verdict;
import io.renhua.persona.Problem;
import io.renhua.persona.Problem.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Findings as people read them: by file, from its first line to its last, and a line that counts them. */
final class LintPaper {
    private final Paper out;

    LintPaper(Paper out) {
        this.out = out;
    }

    void print(Map<String, Verdict> verdicts) {
        verdicts.forEach((id, verdict) -> {
            byFile(verdict.standing()).forEach(this::file);
            if (!verdict.meant().isEmpty()) {
                out.line("@|bold meant so|@");
                verdict.meant().forEach(this::meant);
            }
            out.line(summary(id, verdict));
        });
    }

    private static Map<String, List<Problem>> byFile(List<Problem> problems) {
        return problems.stream().collect(Collectors.groupingBy(Problem::file, LinkedHashMap::new, Collectors.toList()));
    }

    private void file(String file, List<Problem> problems) {
        out.line("@|bold " + file + "|@");
        for (var problem : problems) {
            var place = "%6s".formatted(problem.line() + ":" + problem.column());
            out.line(place + "  " + mark(problem.severity()) + "  " + "%-3s".formatted(problem.code()));
            out.plain("        " + problem.why());
            if (!problem.instead().isEmpty()) {
                out.plain("        write instead: " + problem.instead());
            }
        }
    }

    private void meant(Verdict.Meant meant) {
        var problem = meant.problem();
        out.plain("  " + problem.file() + ":" + problem.line() + "  " + problem.code() + "  " + problem.why()
                + ", because: " + meant.reason());
    }

    private static String summary(String id, Verdict verdict) {
        long errors = count(verdict, Severity.ERROR);
        long warnings = count(verdict, Severity.WARNING);
        long infos = count(verdict, Severity.INFO);
        int meant = verdict.meant().size();
        var apart = (infos == 0 ? "" : ", " + infos + " to know") + (meant == 0 ? "" : ", " + meant + " meant so");
        return errors == 0 && warnings == 0
                ? "@|green " + id + " is clean" + apart + ".|@"
                : id + ": " + errors + " to mend, " + warnings + " to think about" + apart + ".";
    }

    private static String mark(Severity severity) {
        return switch (severity) {
            case ERROR -> "@|bold,red error|@  ";
            case WARNING -> "@|yellow warning|@";
            case INFO -> "@|cyan info|@   ";
        };
    }

    private static long count(Verdict verdict, Severity severity) {
        return verdict.standing().stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }
}
