package io.renhua.lint;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.renhua.persona.Guard;
import io.renhua.persona.Persona;
import io.renhua.persona.Places;
import io.renhua.persona.Problem;
import io.renhua.persona.Reading;
import java.util.List;
import java.util.stream.Stream;

/**
 * One persona's rules for single texts: for a bubble on its way out, and for what an agent writes. What its script has an
 * excuse for, a {@code lint-ok} or a claim with proof, is excused here too.
 */
public final class Judge implements Guard {
    private static final int REMEMBERED = 5_000;

    private final SpeechRules rules;
    private final List<Problem> excused;
    private final Cache<Text, List<Problem>> judged =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private Judge(SpeechRules rules, List<Problem> excused) {
        this.rules = rules;
        this.excused = List.copyOf(excused);
    }

    private record Text(String locale, String words) {}

    /** @param reading of a script that could be read */
    public static Guard of(Reading reading) {
        var persona = reading.persona();
        return persona == null ? Guard.NONE : of(persona, reading);
    }

    private static Judge of(Persona persona, Reading reading) {
        var rules = new SpeechRules(persona);
        var findings = new Findings(reading.places());
        Utterance.of(persona).forEach(said -> rules.judge(said, findings));
        var verdict = Verdict.of(reading, findings.inOrder());
        var excused = Stream.concat(verdict.meant().stream().map(Verdict.Meant::problem), claimed(persona, rules));
        return new Judge(rules, excused.toList());
    }

    /** What proof makes lawful: it is found where nothing is claimed, and not where it is. */
    private static Stream<Problem> claimed(Persona persona, SpeechRules rules) {
        return Utterance.of(persona).stream()
                .filter(said -> said.claim() != null)
                .flatMap(said -> {
                    var left = found(rules, said);
                    return found(rules, said.unclaimed()).stream()
                            .filter(bare -> left.stream().noneMatch(each -> isSame(each, bare)));
                });
    }

    private static List<Problem> found(SpeechRules rules, Utterance said) {
        var findings = new Findings(Places.NONE);
        rules.judge(said, findings);
        return findings.inOrder();
    }

    @Override
    public List<Problem> judge(String locale, String text) {
        return judged.get(new Text(locale, text), this::judge);
    }

    private List<Problem> judge(Text text) {
        var said = new Utterance("", "", text.locale(), text.words());
        return found(rules, said).stream().filter(each -> !isExcused(each)).toList();
    }

    private boolean isExcused(Problem found) {
        return excused.stream().anyMatch(one -> isSame(one, found));
    }

    /** The same word found by the same rule. */
    private static boolean isSame(Problem one, Problem other) {
        return one.code().equals(other.code()) && one.wrong().equals(other.wrong());
    }
}
