package io.renhua.lint;

import io.renhua.persona.Persona;
import io.renhua.text.Fold;
import io.renhua.text.Han;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * U4: two lines, half of whose examples are more like the other's than like their own. The classifier knows each of them by
 * heart, and would only be unsure of what people say a little otherwise.
 */
final class TwinLinesRule implements LintRule {
    private static final int SEVERAL = 3;
    private static final int SHOWN = 3;
    private static final double NEAR = 0.5;

    /** An example by its pieces: pairs of characters, or words and pairs of words. */
    private record Pieces(Sample sample, Set<String> pieces) {

        static Pieces of(Sample sample) {
            boolean chinese = sample.words().codePoints().anyMatch(Han::isHan);
            return new Pieces(sample, chinese ? pairs(characters(sample), "") : worded(sample));
        }

        private static List<String> characters(Sample sample) {
            return Fold.key(sample.words())
                    .codePoints()
                    .mapToObj(Character::toString)
                    .toList();
        }

        private static Set<String> worded(Sample sample) {
            var words = Stream.of(Fold.plain(sample.words()).split("[^\\p{L}\\p{N}'’]+", -1))
                    .filter(word -> !word.isEmpty())
                    .toList();
            var all = new HashSet<>(words);
            all.addAll(pairs(words, " "));
            return all;
        }

        private static Set<String> pairs(List<String> parts, String between) {
            var pairs = new HashSet<String>();
            for (int i = 0; i + 1 < parts.size(); i++) {
                pairs.add(parts.get(i) + between + parts.get(i + 1));
            }
            return pairs;
        }

        /** From 0 to 1, by Dice. */
        double likeness(Pieces other) {
            long both = pieces.stream().filter(other.pieces::contains).count();
            int all = pieces.size() + other.pieces.size();
            return all == 0 ? 0 : 2.0 * both / all;
        }

        boolean isOf(Pieces other) {
            return sample.line().equals(other.sample.line());
        }
    }

    @Override
    public void judge(Persona persona, Findings findings) {
        var told = new HashSet<List<String>>();
        for (var locale : persona.locales().offered()) {
            var examples = Sample.of(persona).stream()
                    .filter(sample -> sample.locale().equals(locale))
                    .map(Pieces::of)
                    .toList();
            var sizes = examples.stream()
                    .collect(Collectors.groupingBy(each -> each.sample().line(), Collectors.counting()));
            strays(examples).forEach((lines, strays) -> {
                long both = lines.stream()
                        .mapToLong(line -> sizes.getOrDefault(line, 0L))
                        .sum();
                if (strays.size() >= SEVERAL && strays.size() * 2L >= both && told.add(lines)) {
                    tell(lines, strays, findings);
                }
            });
        }
    }

    private static void tell(List<String> lines, List<Sample> strays, Findings findings) {
        var words = strays.stream()
                .limit(SHOWN)
                .map(each -> "\"" + each.words() + "\"")
                .collect(Collectors.joining(", "));
        var why = Wording.of("%s and %s ask for nearly the same: %s", lines.getFirst(), lines.getLast(), words);
        findings.warn(strays.getFirst().path(), Rule.U4, why, "one line with an if:, or what only each means");
    }

    /** Examples that are nearest to another line's, by both lines. */
    private static Map<List<String>, List<Sample>> strays(List<Pieces> examples) {
        var strays = new LinkedHashMap<List<String>, List<Sample>>();
        for (var example : examples) {
            double own = NEAR;
            double others = 0;
            var line = "";
            for (var other : examples) {
                double likeness = example.likeness(other);
                if (example.isOf(other)) {
                    own = example.sample().equals(other.sample()) ? own : Math.max(own, likeness);
                } else if (likeness > others) {
                    others = likeness;
                    line = other.sample().line();
                }
            }
            if (others > own) {
                var both = Stream.of(example.sample().line(), line).sorted().toList();
                strays.computeIfAbsent(both, _ -> new ArrayList<>()).add(example.sample());
            }
        }
        return strays;
    }
}
