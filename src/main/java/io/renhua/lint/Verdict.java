package io.renhua.lint;

import io.renhua.persona.Pardon;
import io.renhua.persona.Problem;
import io.renhua.persona.Problem.Severity;
import io.renhua.persona.Reading;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of judging a script.
 *
 * @param standing what its author should look at, in order of place
 * @param meant what is meant so, by a {@code lint-ok} with a reason
 */
public record Verdict(List<Problem> standing, List<Meant> meant) {
    public Verdict {
        standing = List.copyOf(standing);
        meant = List.copyOf(meant);
    }

    /** A finding that somebody has answered for. */
    public record Meant(Problem problem, String reason) {}

    /** What of that which stands is so grave. */
    public List<Problem> standing(Severity severity) {
        return standing.stream()
                .filter(problem -> problem.severity() == severity)
                .toList();
    }

    /** What keeps a script from being read is never meant so, nor what nobody may mean. */
    static Verdict of(Reading reading, List<Problem> judged) {
        var standing = new ArrayList<Problem>();
        var meant = new ArrayList<Meant>();
        var used = new ArrayList<Pardon>();
        reading.problems().stream().filter(Verdict::keepsFromReading).forEach(standing::add);
        Stream.concat(reading.problems().stream().filter(problem -> !keepsFromReading(problem)), judged.stream())
                .forEach(problem -> reading.pardons().stream()
                        .filter(pardon -> mayBeMeant(pardon)
                                && pardon.covers(problem)
                                && !pardon.reason().isEmpty())
                        .findFirst()
                        .ifPresentOrElse(
                                pardon -> {
                                    used.add(pardon);
                                    meant.add(new Meant(problem, pardon.reason()));
                                },
                                () -> standing.add(problem)));
        reading.pardons().stream()
                .filter(pardon -> !used.contains(pardon))
                .map(Verdict::idle)
                .forEach(standing::add);
        standing.sort(Problem.BY_PLACE);
        return new Verdict(standing, meant);
    }

    private static boolean keepsFromReading(Problem problem) {
        return problem.severity() == Severity.ERROR;
    }

    private static boolean mayBeMeant(Pardon pardon) {
        return Rule.of(pardon.code()).filter(Rule::neverMeant).isEmpty();
    }

    private static Problem idle(Pardon pardon) {
        if (Rule.of(pardon.code()).isEmpty()) {
            return told(
                    pardon, Wording.of("no rule is called %s", pardon.code()), "the code of the finding, such as T5");
        }
        if (!mayBeMeant(pardon)) {
            var why = Wording.of("nobody can mean it so: %s holds whatever the reason", pardon.code());
            return told(pardon, why, "no remark, and the text as the finding proposes it");
        }
        return pardon.reason().isEmpty()
                ? told(pardon, Wording.of("nobody says why %s is meant so", pardon.code()), "a reason behind the code")
                : told(pardon, Wording.of("there is no %s to silence here any more", pardon.code()), "nothing");
    }

    private static Problem told(Pardon pardon, CharSequence why, CharSequence instead) {
        var place = pardon.place();
        return new Problem(place.file(), place.line(), place.column(), Rule.S11.name(), Severity.WARNING, why, instead);
    }
}
