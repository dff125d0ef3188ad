package io.renhua.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds which sentence of ours a text is that was kept in English, and what its values were. */
final class Recollection {
    /** A shorter one fits by chance. */
    private static final int FEWEST_LETTERS = 5;

    private static final int LONGEST = 2_000;

    /** So many parts at most does a sentence of ours have that holds a semicolon. */
    private static final int LONGEST_RUN = 3;

    private static final Pattern NEXT = Pattern.compile("; ");
    private static final Pattern VALUE = Pattern.compile("%s");
    private static final List<Form> FORMS = Phrasebook.of("zh-Hant").phrases().keySet().stream()
            .filter(sentence -> sentence.contains("%s"))
            .map(Form::of)
            .filter(form -> form.letters() >= FEWEST_LETTERS)
            .sorted(Comparator.comparingInt(Form::letters).reversed())
            .toList();

    private Recollection() {}

    /** @param pieces what stands before, between and after the values */
    private record Form(String english, List<String> pieces) {
        static Form of(String english) {
            return new Form(
                    english,
                    Arrays.stream(VALUE.split(english, -1))
                            .map(piece -> piece.replace("%%", "%"))
                            .toList());
        }

        int letters() {
            return (int) english.replace("%s", "")
                    .chars()
                    .filter(Character::isLetter)
                    .count();
        }

        /** Each value is as short as what stands after it allows, and no shorter than one character. */
        Stream<Wording> read(String kept) {
            var last = pieces.getLast();
            if (!kept.startsWith(pieces.getFirst()) || !kept.endsWith(last)) {
                return Stream.of();
            }
            var values = new ArrayList<String>();
            int from = pieces.getFirst().length();
            for (var piece : pieces.subList(1, pieces.size() - 1)) {
                int to = kept.indexOf(piece, from + 1);
                if (to < 0) {
                    return Stream.of();
                }
                values.add(kept.substring(from, to));
                from = to + piece.length();
            }
            int to = kept.length() - last.length();
            if (to <= from) {
                return Stream.of();
            }
            values.add(kept.substring(from, to));
            return Stream.of(new Wording(
                    english, values.stream().<Object>map(Recollection::of).toList()));
        }
    }

    static Wording of(String kept) {
        return kept.length() > LONGEST
                ? Wording.of(kept)
                : whole(kept).or(() -> several(kept)).orElseGet(() -> Wording.of(kept));
    }

    /** One sentence of ours and nothing else. */
    private static Optional<Wording> whole(String kept) {
        return Phrasebook.of("zh-Hant").phrases().containsKey(kept)
                ? Optional.of(Wording.of(kept))
                : FORMS.stream().flatMap(form -> form.read(kept)).findFirst();
    }

    /** What was said one after the other: each piece is looked at a few times, however many there are. */
    private static Optional<Wording> several(String kept) {
        var pieces = List.of(NEXT.split(kept, -1));
        var found = new ArrayList<Wording>();
        boolean ours = false;
        for (int from = 0; from < pieces.size(); ) {
            int most = Math.min(pieces.size(), from + LONGEST_RUN);
            int to = most;
            var sentence = about(String.join("; ", pieces.subList(from, to)));
            while (sentence.isEmpty() && --to > from) {
                sentence = about(String.join("; ", pieces.subList(from, to)));
            }
            ours |= sentence.isPresent();
            found.add(sentence.orElse(Wording.of(pieces.get(from))));
            from = Math.max(to, from + 1);
        }
        return ours ? Optional.of(Wording.joined("%s; %s", found)) : Optional.empty();
    }

    /** A sentence of ours, with what it is about before it. */
    private static Optional<Wording> about(String kept) {
        var sentence = whole(kept);
        int at = kept.indexOf(": ");
        int next = kept.indexOf("; ");
        if (sentence.isPresent() || at <= 0 || (next >= 0 && next < at)) {
            return sentence;
        }
        var before = kept.substring(0, at);
        var after = kept.substring(at + 2);
        var first = whole(before);
        var rest = about(after);
        return first.isEmpty() && rest.isEmpty()
                ? Optional.empty()
                : Optional.of(Wording.of("%s: %s", first.orElse(Wording.of(before)), rest.orElse(Wording.of(after))));
    }
}
