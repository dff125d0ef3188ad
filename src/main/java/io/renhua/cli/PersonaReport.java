package io.renhua.cli;

import io.renhua.nlu.Answer;
import io.renhua.nlu.Band;
import io.renhua.nlu.Comprehension;
import io.renhua.nlu.Confusion;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What would have become of a persona's examples, for the person who wrote them. */
final class PersonaReport {
    private static final int LINES = 10;
    private static final int SENTENCES = 40;

    private final Paper out;
    private final boolean all;

    PersonaReport(Paper out, boolean all) {
        this.out = out;
        this.all = all;
    }

    void print(String persona, int folds, List<Answer> answers) {
        out.plain(String.format(
                Locale.ROOT,
                "%s: each of %,d examples said to a persona that did not learn it (%d folds).",
                persona,
                answers.size(),
                folds));
        shares(answers);
        worst(Comprehension.byIntent(answers));
        confusions(Confusion.among(answers));
    }

    private void shares(List<Answer> answers) {
        out.plain("");
        out.plain(String.format(
                Locale.ROOT,
                "  %-10s %9s %12s %12s %12s %16s %15s",
                "",
                "examples",
                "first right",
                "understood",
                "asked back",
                "not understood",
                "taken wrongly"));
        share("all", Comprehension.of(answers));
        Comprehension.byOrigin(answers).forEach(this::share);
        out.plain("");
        out.plain(
                "  First right: the likeliest line is the right one. Understood: answered at once, and rightly. Asked back:");
        out.plain(
                "  'do you mean this or that'; in brackets where the right line is one of the two. Taken wrongly: answered");
        out.plain("  at once as if something else had been said.");
    }

    private void share(String name, Comprehension share) {
        out.plain(String.format(
                Locale.ROOT,
                "  %-10s %,9d %10.1f %% %10.1f %% %5.1f (%4.1f) %% %14.1f %% %13.1f %%",
                name,
                share.sentences(),
                100 * share.accuracy(),
                100 * share.understood(),
                100 * share.askedBack(),
                100 * share.askedBackRightly(),
                100 * share.refused(),
                100 * share.mistaken()));
    }

    private void worst(Map<String, Comprehension> lines) {
        var worst = lines.entrySet().stream()
                .filter(line -> line.getValue().understood() < 1)
                .sorted(Comparator.comparingDouble(line -> line.getValue().understood()))
                .limit(LINES)
                .toList();
        if (!worst.isEmpty()) {
            out.plain("");
            out.plain("Lines understood worst; more examples, said in more ways, help most here:");
            worst.forEach(line -> out.plain(String.format(
                    Locale.ROOT,
                    "  %-32s understood %3.0f %% of %d",
                    line.getKey(),
                    100 * line.getValue().understood(),
                    line.getValue().sentences())));
        }
    }

    private void confusions(List<Confusion> confusions) {
        var sentences = confusions.stream()
                .flatMap(confusion -> confusion.answers().stream())
                .map(PersonaReport::sentence)
                .distinct() // the same words in two languages
                .toList();
        out.plain("");
        out.plain(
                sentences.isEmpty()
                        ? "No example is taken for another line."
                        : "Taken for another line, the most confused first:");
        sentences.stream().limit(all ? sentences.size() : SENTENCES).forEach(out::plain);
        if (!all && sentences.size() > SENTENCES) {
            out.plain("  and " + (sentences.size() - SENTENCES) + " more: --all shows them");
        }
    }

    private static String sentence(Answer answer) {
        var said = "  \"" + answer.asked().text() + "\" (" + answer.asked().intent() + ") is ";
        return answer.band() == Band.SURE
                ? said + "taken for " + answer.best()
                : said + "asked back: " + String.join(" or ", answer.offered());
    }
}
