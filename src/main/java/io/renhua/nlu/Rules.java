package io.renhua.nlu;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules that share a text: where two see the same words, the one that begins first, then the longer, then the earlier. */
record Rules<C, T>(List<Table<C, T>> tables) {
    /** Nobody names a day or a price behind more words than these. */
    private static final int LONGEST = 1000;

    /** @param needed what a text must hold for any of the rules to find anything: most texts do not, and cost nothing */
    record Table<C, T>(Pattern needed, List<Rule<C, T>> rules) {
        Table {
            rules = List.copyOf(rules);
        }
    }

    Rules {
        tables = List.copyOf(tables);
    }

    static <C, T> Rules<C, T> where(String needed, List<Rule<C, T>> rules) {
        return new Rules<>(List.of(new Table<>(Pieces.pattern(needed), rules)));
    }

    /** The words of a file, which mean nothing of the kind; after {@code @} what the table below it needs. */
    static <C, T> Rules<C, T> not(String file) {
        var tables = new LinkedHashMap<String, List<Rule<C, T>>>();
        var needed = "";
        for (var line : WordFile.lines(file)) {
            if (line.startsWith("@ ")) {
                needed = line.substring(2);
            } else {
                tables.computeIfAbsent(needed, key -> new ArrayList<>()).add(Rule.not(line));
            }
        }
        var rules = new Rules<C, T>(List.of());
        for (var table : tables.entrySet()) {
            rules = rules.or(table.getKey(), table.getValue());
        }
        return rules;
    }

    Rules<C, T> or(String needed, List<Rule<C, T>> rules) {
        return new Rules<>(Stream.concat(tables.stream(), Rules.where(needed, rules).tables.stream())
                .toList());
    }

    List<Span<T>> in(String said, C context) {
        var text = said.length() <= LONGEST ? said : said.substring(0, LONGEST);
        var found = new ArrayList<Span<Optional<T>>>();
        for (var table : tables) {
            if (table.needed().matcher(text).find()) {
                table.rules().forEach(rule -> seek(rule, text, context, found));
            }
        }
        return Span.apart(found).stream().flatMap(Rules::present).toList();
    }

    private static <C, T> void seek(Rule<C, T> rule, String text, C context, List<Span<Optional<T>>> found) {
        for (var matcher = rule.pattern().matcher(text); matcher.find(); ) {
            if (matcher.end() > matcher.start()) {
                found.add(new Span<>(read(rule, matcher, context), matcher.start(), matcher.end()));
            }
        }
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
