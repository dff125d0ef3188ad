package io.renhua.lint;

import io.renhua.persona.Line;
import io.renhua.persona.Pack;
import io.renhua.persona.Persona;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** L8: in a crisis the persona names a number to call and brings a person. */
final class CrisisRule implements LintRule {
    private static final String HOTLINE = "{hotline}";

    @Override
    public void judge(Persona persona, Findings findings) {
        var numbers = Stream.concat(Stream.of(HOTLINE), hotlines(persona.packs().values()))
                .toList();
        persona.lines().values().stream()
                .filter(line -> line.lock() == Line.Lock.CRISIS)
                .forEach(line -> judge(line, persona, numbers, findings));
    }

    private static void judge(Line line, Persona persona, List<String> numbers, Findings findings) {
        if (line.handsOff() == null) {
            findings.error(Utterance.path(line), Rule.L8, "in a crisis nobody is called", "hands_off: urgent");
        }
        Utterance.of(persona).stream()
                .filter(said -> said.isWordOf(line) && numbers.stream().noneMatch(said.text()::contains))
                .forEach(said -> findings.error(said, Rule.L8, "this names no number to call", said.text() + HOTLINE));
    }

    private static Stream<String> hotlines(Collection<Pack> packs) {
        return packs.stream().flatMap(pack -> pack.hotlines().values().stream());
    }
}
