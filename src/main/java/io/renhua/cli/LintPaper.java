package io.renhua.cli;

import io.renhua.lint.Verdict;
import io.renhua.persona.Problem;
import io.renhua.persona.Problem.Severity;
import io.renhua.text.Wording;
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
                out.line("@|bold " + out.told(Wording.of("meant so")) + "|@");
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
            out.plain("        " + out.told(problem.wrong()));
            if (!problem.better().isEmpty()) {
                out.plain("        " + out.told(Wording.of("write instead: %s", problem.better())));
            }
        }
    }

    private void meant(Verdict.Meant meant) {
        var problem = meant.problem();
        out.plain("  " + problem.file() + ":" + problem.line() + "  " + problem.code() + "  "
                + out.told(Wording.of("%s, because: %s", problem.wrong(), meant.reason())));
    }

    private static Wording summary(String id, Verdict verdict) {
        long errors = count(verdict, Severity.ERROR);
        long warnings = count(verdict, Severity.WARNING);
        long infos = count(verdict, Severity.INFO);
        int meant = verdict.meant().size();
        var apart = Wording.of(
                "%s%s",
                infos == 0 ? Wording.NONE : Wording.of(", %s to know", infos),
                meant == 0 ? Wording.NONE : Wording.of(", %s meant so", meant));
        return errors == 0 && warnings == 0
                ? Wording.of("@|green %s is clean%s.|@", id, apart)
                : Wording.of("%s: %s to mend, %s to think about%s.", id, errors, warnings, apart);
    }

    private String mark(Severity severity) {
        return switch (severity) {
            case ERROR -> "@|bold,red " + word(Wording.of("error")) + "|@";
            case WARNING -> "@|yellow " + word(Wording.of("warning")) + "|@";
            case INFO -> "@|cyan " + word(Wording.of("info")) + "|@";
        };
    }

    /** As wide as the widest of them. */
    private String word(Wording severity) {
        return "%-7s".formatted(out.told(severity));
    }

    private static long count(Verdict verdict, Severity severity) {
        return verdict.standing().stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }
}
