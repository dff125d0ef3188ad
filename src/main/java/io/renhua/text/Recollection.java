package io.renhua.text;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds which sentence of ours a text is that was kept in English, and what its values were. */
final class Recollection {
    /** A shorter one fits by chance. */
    private static final int FEWEST_LETTERS = 5;

    private static final int LONGEST = 2_000;
    private static final Pattern VALUE = Pattern.compile("%s");
    private static final List<Form> FORMS = Phrasebook.of("zh-Hant").phrases().keySet().stream()
            .filter(sentence -> sentence.contains("%s"))
            .map(Form::of)
            .filter(form -> form.letters() >= FEWEST_LETTERS)
            .sorted(Comparator.comparingInt(Form::letters).reversed())
            .toList();

    private Recollection() {}

    /** @param values of a sentence with a place for each, by group */
    private record Form(String english, String landmark, Pattern values) {
        static Form of(String english) {
            var pieces = List.of(VALUE.split(english, -1));
            var pattern = pieces.stream()
                    .map(piece -> Pattern.quote(piece.replace("%%", "%")))
                    .collect(Collectors.joining("(.+?)"));
            var landmark = pieces.stream()
                    .max(Comparator.comparingInt(String::length))
                    .map(piece -> piece.replace("%%", "%"))
                    .orElseThrow();
            return new Form(english, landmark, Pattern.compile(pattern, Pattern.DOTALL));
        }

        int letters() {
            return (int) english.replace("%s", "")
                    .chars()
                    .filter(Character::isLetter)
                    .count();
        }

        Stream<Wording> read(String kept) {
            var found = values.matcher(kept);
            if (!kept.contains(landmark) || !found.matches()) {
                return Stream.of();
            }
            return Stream.of(new Wording(
                    english,
                    IntStream.rangeClosed(1, found.groupCount())
                            .<Object>mapToObj(group -> Recollection.of(found.group(group)))
                            .toList()));
        }
    }

    static Wording of(String kept) {
        if (kept.length() > LONGEST || Phrasebook.of("zh-Hant").phrases().containsKey(kept)) {
            return Wording.of(kept);
        }
        return FORMS.stream()
                .flatMap(form -> form.read(kept))
                .findFirst()
                .or(() -> Stream.of("; ", ": ")
                        .flatMap(between -> apart(kept, between))
                        .findFirst())
                .orElseGet(() -> Wording.of(kept));
    }

    /** What was said one after the other. */
    private static Stream<Wording> apart(String kept, String between) {
        int at = kept.indexOf(between);
        if (at <= 0) {
            return Stream.of();
        }
        var first = of(kept.substring(0, at));
        var next = of(kept.substring(at + between.length()));
        return isOurs(first) || isOurs(next) ? Stream.of(Wording.of("%s" + between + "%s", first, next)) : Stream.of();
    }

    private static boolean isOurs(Wording words) {
        return !words.values().isEmpty() || Phrasebook.of("zh-Hant").phrases().containsKey(words.format());
    }
}
