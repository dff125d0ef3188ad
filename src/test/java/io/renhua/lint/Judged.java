package io.renhua.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.nlu.Classifier;
import io.renhua.persona.Persona;
import io.renhua.persona.PersonaFolder;
import io.renhua.persona.Problem;
import io.renhua.persona.Problem.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A copy of 墨, spoilt a little, and what is found in it. */
final class Judged {
    static final String TOP = "persona.yaml";
    static final String SHOP = "lines/shop.yaml";
    static final String ASKS = "你喜歡故事還是詩？";

    private final PersonaFolder mo;
    private Lint lint = new Lint();

    Judged(Path directory) {
        this.mo = PersonaFolder.copiedTo(directory);
    }

    /** Orders are found by a program. */
    Judged withAction() {
        mo.withAction();
        return this;
    }

    Judged change(String file, String from, String to) {
        mo.change(file, from, to);
        return this;
    }

    /** 墨 says this instead of asking what they like. */
    Judged says(String text) {
        return change(SHOP, "      - " + ASKS, "      - " + text);
    }

    /** The same in English. */
    Judged saysInEnglish(String text) {
        return change("locales/en/lines/shop.yaml", "Stories or poems?", text);
    }

    Judged write(String file, String text) {
        mo.write(file, text);
        return this;
    }

    Judged asking(Classifier classifier) {
        lint = lint.asking(classifier);
        return this;
    }

    Judged by(Lint other) {
        lint = other;
        return this;
    }

    /** Everything that a rule found, by the reader or later. */
    List<Problem> of(Rule rule) {
        return all().stream()
                .filter(problem -> problem.code().equals(rule.name()))
                .toList();
    }

    List<Severity> severities(Rule rule) {
        return of(rule).stream().map(Problem::severity).distinct().toList();
    }

    Verdict verdict() {
        return lint.judge(mo.read());
    }

    @Nullable
    Persona persona() {
        return mo.read().persona();
    }

    /** Of those that are judged, none is graver than its rule says that it gets. */
    List<Problem> all() {
        var reading = mo.read();
        var judged = lint.check(reading);
        var all = new ArrayList<>(reading.problems());
        all.addAll(judged);
        assertThat(judged)
                .allSatisfy(problem -> assertThat(problem.severity())
                        .as(problem.code())
                        .isGreaterThanOrEqualTo(Rule.valueOf(problem.code()).severity()));
        return all;
    }
}
