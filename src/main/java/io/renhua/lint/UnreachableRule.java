package io.renhua.lint;

import io.renhua.persona.Audience;
import io.renhua.persona.Condition;
import io.renhua.persona.Condition.All;
import io.renhua.persona.Condition.Any;
import io.renhua.persona.Condition.Compares;
import io.renhua.persona.Condition.Is;
import io.renhua.persona.Form;
import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import io.renhua.persona.Variant;
import io.renhua.text.Wording;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** S6: a variant that nobody will ever see. */
final class UnreachableRule implements LintRule {
    private static final Set<String> ONE_AT_A_TIME = Set.of("audience", "channel", "locale", "result", "helped");

    @Override
    public void judge(Persona persona, Findings findings) {
        var nobody = behindAnother(persona, findings);
        for (var each : Placed.of(persona)) {
            check(each.path(), each.variant(), persona.tone().humour(), nobody, findings);
        }
        persona.lines().values().forEach(line -> leftOver(line, persona, findings));
    }

    /** Where everything that an action may come to has words of its own, nobody hears the ones for everything else. */
    private static void leftOver(Line line, Persona persona, Findings findings) {
        var said = results(line);
        var comesTo = Optional.ofNullable(line.form())
                .map(persona.forms()::get)
                .map(Form::action)
                .map(persona.actions()::get)
                .map(action -> action.returns().keySet())
                .orElse(Set.of());
        if (!comesTo.isEmpty() && said.containsAll(comesTo)) {
            for (int i = 0; i < line.says().size(); i++) {
                if (line.says().get(i).when().equals(Condition.ALWAYS)) {
                    var why = "nobody will see this: every result of the action has words of its own";
                    findings.warn(Utterance.path(line) + ".says[" + i + "]", Rule.S6, why, "no variant without if");
                }
            }
        }
    }

    /** Those that always have something to say, whoever hears it and wherever. */
    private static Set<String> results(Line line) {
        return line.says().stream()
                .filter(variant -> variant.platforms().isEmpty() && variant.humour() == 0)
                .map(Variant::when)
                .flatMap(when -> when instanceof Is(var fact, var value) && fact.equals("result")
                        ? Stream.of(value)
                        : Stream.empty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void check(
            String path, Variant variant, int humour, Map<String, Wording> nobody, Findings findings) {
        if (variant.humour() > humour) {
            var why = Wording.of("nobody will see this: its humour is %s, the tone's is %s", variant.humour(), humour);
            findings.warn(path, Rule.S6, why, "humour: " + humour);
        }
        var left = new HashMap<String, OneOf>();
        SureFacts.each(variant.when()).flatMap(UnreachableRule::oneOf).forEach(each -> {
            var other = left.putIfAbsent(each.fact(), each);
            if (other != null && Collections.disjoint(other.values(), each.values())) {
                var why = Wording.of(
                        "nobody will see this: %s is never %s and %s", each.fact(), other.told(), each.told());
                findings.warn(path, Rule.S6, why, "any: [{…}, {…}]");
            }
            if (each.fact().equals("audience") && nobody.keySet().containsAll(each.values())) {
                var who = each.values().getFirst();
                var before = nobody.getOrDefault(who, Wording.NONE);
                var why = Wording.of("nobody will see this: %s stands before %s", before, who);
                findings.warn(path, Rule.S6, why, Wording.of("audience %s above %s", who, before));
            }
        });
    }

    /** What a fact that has one value at a time may be, where a condition wants it to be one of these. */
    private record OneOf(String fact, List<String> values) {
        Wording told() {
            return Wording.joined("%s or %s", values);
        }
    }

    private static Stream<OneOf> oneOf(Condition condition) {
        return switch (condition) {
            case Is(var fact, var value) ->
                ONE_AT_A_TIME.contains(fact) && !value.endsWith("*")
                        ? Stream.of(new OneOf(fact, List.of(value)))
                        : Stream.empty();
            case Any(var either) -> {
                var each = either.stream().map(one -> oneOf(one).toList()).toList();
                boolean alike = each.stream().allMatch(one -> one.size() == 1)
                        && each.stream()
                                        .map(one -> one.getFirst().fact())
                                        .distinct()
                                        .count()
                                == 1;
                yield alike
                        ? Stream.of(new OneOf(
                                each.getFirst().getFirst().fact(),
                                each.stream()
                                        .flatMap(one -> one.getFirst().values().stream())
                                        .toList()))
                        : Stream.empty();
            }
            case All _ -> Stream.empty();
            case Compares _ -> Stream.empty();
        };
    }

    /** Whoever is always somebody else first, and who that is. */
    private static Map<String, Wording> behindAnother(Persona persona, Findings findings) {
        var behind = new LinkedHashMap<String, Wording>();
        for (int i = 0; i < persona.audiences().size(); i++) {
            var audience = persona.audiences().get(i);
            persona.audiences().subList(0, i).stream()
                    .filter(other -> Covering.covers(other.when(), audience.when()))
                    .findFirst()
                    .map(UnreachableRule::called)
                    .ifPresent(before -> {
                        behind.put(audience.id(), before);
                        var why = Wording.of("nobody is ever %s: %s stands before it", audience.id(), before);
                        findings.warn("audiences." + audience.id(), Rule.S6, why, Wording.of("it above %s", before));
                    });
        }
        return behind;
    }

    private static Wording called(Audience audience) {
        return audience.when().equals(Condition.ALWAYS)
                ? Wording.of("the default audience")
                : Wording.of(audience.id());
    }
}
