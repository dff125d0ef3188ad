package io.renhua.nlu;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Rules that share a text: where two see the same words, the one that begins first, then the longer, then the earlier. */
record Rules<C, T>(List<Rule<C, T>> all) {
    Rules {
        all = List.copyOf(all);
    }

    /** The words of a file, which mean nothing of the kind. */
    static <C, T> Rules<C, T> not(String file) {
        return new Rules<>(WordFile.lines(file).stream().map(Rule::<C, T>not).toList());
    }

    Rules<C, T> or(List<Rule<C, T>> more) {
        return new Rules<>(Stream.concat(all.stream(), more.stream()).toList());
    }

    List<Span<T>> in(String text, C context) {
        var found = new ArrayList<Span<Optional<T>>>();
        for (var rule : all) {
            for (var matcher = rule.pattern().matcher(text); matcher.find(); ) {
                if (matcher.end() > matcher.start()) {
                    found.add(new Span<>(read(rule, matcher, context), matcher.start(), matcher.end()));
                }
            }
        }
        return Span.apart(found).stream().flatMap(Rules::present).toList();
    }

    private static <C, T> Optional<T> read(Rule<C, T> rule, Matcher matcher, C context) {
        try {
            return Optional.ofNullable(rule.reading().read(matcher, context));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty(); // no such day, nor is a part of it one
        }
    }

    private static <T> Stream<Span<T>> present(Span<Optional<T>> span) {
        return span.value().stream().map(value -> new Span<>(value, span.start(), span.end()));
    }
}
