package io.renhua.cli;

import io.renhua.nlu.Answer;
import io.renhua.nlu.Band;
import io.renhua.nlu.Comprehension;
import io.renhua.nlu.Confusion;
import io.renhua.text.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What would have become of a persona's examples, for the person who wrote them. */
final class PersonaReport {
    private static final int LINES = 10;
    private static final int SENTENCES = 40;
    private static final List<Wording> EXPLAINED = List.of(
            Wording.of("First right: the likeliest line is the right one. Understood: answered at once, and rightly."),
            Wording.of("Asked back: 'do you mean this or that'; in brackets where the right line is one of the two."),
            Wording.of("Taken wrongly: answered at once as if something else had been said."));

    private final Paper out;
    private final boolean all;

    PersonaReport(Paper out, boolean all) {
        this.out = out;
        this.all = all;
    }

    void print(String persona, int folds, List<Answer> answers) {
        out.plain(Wording.of(
                "%s: each of %s examples said to a persona that did not learn it (%s folds).",
                persona, figure("%,d", answers.size()), folds));
        shares(answers);
        worst(Comprehension.byIntent(answers));
        confusions(Confusion.among(answers));
    }

    private void shares(List<Answer> answers) {
        out.plain("");
        var table = new Table(out)
                .row(
                        "",
                        Wording.of("examples"),
                        Wording.of("first right"),
                        Wording.of("understood"),
                        Wording.of("asked back"),
                        Wording.of("not understood"),
                        Wording.of("taken wrongly"));
        share(Wording.of("in all"), Comprehension.of(answers), table);
        Comprehension.byOrigin(answers).forEach((locale, share) -> share(locale, share, table));
        table.print();
        out.plain("");
        EXPLAINED.forEach(each -> out.plain("  " + out.told(each)));
    }

    private static void share(CharSequence name, Comprehension share, Table table) {
        table.row(
                name,
                figure("%,d", share.sentences()),
                percent(share.accuracy()),
                percent(share.understood()),
                figure("%.1f", 100 * share.askedBack()) + figure(" (%.1f) %%", 100 * share.askedBackRightly()),
                percent(share.refused()),
                percent(share.mistaken()));
    }

    private void worst(Map<String, Comprehension> lines) {
        var worst = lines.entrySet().stream()
                .filter(line -> line.getValue().understood() < 1)
                .sorted(Comparator.comparingDouble(line -> line.getValue().understood()))
                .limit(LINES)
                .toList();
        if (!worst.isEmpty()) {
            out.plain("");
            out.plain(Wording.of("Lines understood worst; more examples, said in more ways, help most here:"));
            var table = new Table(out);
            worst.forEach(line -> table.row(
                    line.getKey(),
                    Wording.of(
                            "understood %s of %s",
                            figure("%3.0f %%", 100 * line.getValue().understood()),
                            line.getValue().sentences())));
            table.print();
        }
    }

    private void confusions(List<Confusion> confusions) {
        var sentences = confusions.stream()
                .flatMap(confusion -> confusion.answers().stream())
                .map(PersonaReport::sentence)
                .distinct() // the same words in two languages
                .toList();
        out.plain("");
        out.plain(Wording.of(
                sentences.isEmpty()
                        ? "No example is taken for another line."
                        : "Taken for another line, the most confused first:"));
        sentences.stream().limit(all ? sentences.size() : SENTENCES).forEach(each -> out.plain("  " + out.told(each)));
        if (!all && sentences.size() > SENTENCES) {
            out.plain("  " + out.told(Wording.of("and %s more: --all shows them", sentences.size() - SENTENCES)));
        }
    }

    private static Wording sentence(Answer answer) {
        var asked = answer.asked();
        return answer.band() == Band.SURE
                ? Wording.of("\"%s\" (%s) is taken for %s", asked.text(), asked.intent(), answer.best())
                : Wording.of(
                        "\"%s\" (%s) is asked back: %s",
                        asked.text(), asked.intent(), Wording.joined("%s or %s", answer.offered()));
    }

    private static String percent(double share) {
        return figure("%.1f %%", 100 * share);
    }

    private static String figure(String form, Object value) {
        return String.format(Locale.ROOT, form, value);
    }
}
