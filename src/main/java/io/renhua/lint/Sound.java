package io.renhua.lint;

import io.renhua.persona.Persona;
import io.renhua.persona.Placeholder;
import io.renhua.text.Han;
import io.renhua.text.Measure;
import io.renhua.text.Sentences;
import io.renhua.text.Wording;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What texts of one language sound like together.
 *
 * @param hard how hard they are to read: school years for English, the percentage of rare characters for Chinese
 * @param loud the share of sentences that end in an exclamation mark
 * @param lively the share that do so, or show an emoji
 * @param stiff the share of sentences that speak as one writes
 */
record Sound(
        boolean chinese, double perSentence, double perReply, double hard, double loud, double lively, double stiff) {
    private static final int LOW = 1;
    private static final int HIGH = 3;
    private static final int FULL = 4;
    private static final double LOUD = 0.1;
    private static final double QUIET = 0.01;
    private static final double LONG = 0.75;
    private static final double STIFF = 0.1;
    private static final double HARD_YEARS = 9;
    private static final double HARD_CHARACTERS = 3;

    /** Of GB2312, the first part holds the 3,755 characters that everybody reads. */
    private static final Charset COMMON = Charset.forName("GB2312");

    private static final int COMMON_UNTIL = 0xD7;

    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern BOOKISH = Pattern.compile("此|该|须|勿|敬请|贵|恕|若|尚|予以|之(?!前|后|间|类|一)|烦请|谨|兹"
            + "|\\b(do not|does not|did not|cannot|can not|will not|is not|are not|would not|i am|you are|we are|it is|that is"
            + "|i will|we will|you will|i have|we have|kindly|shall|regarding|herewith)\\b");

    static Sound of(List<Utterance> texts) {
        boolean chinese = texts.getFirst().isChinese();
        var sentences = texts.stream()
                .flatMap(said -> Sentences.of(Placeholder.filled(said.text())).stream())
                .toList();
        var all = String.join("", sentences);
        double size = sentences.stream().mapToInt(each -> size(each, chinese)).sum();
        return new Sound(
                chinese,
                size / sentences.size(),
                size / texts.size(),
                chinese ? rare(all) : schoolYears(String.join(" ", sentences), sentences.size()),
                share(sentences, "(?s).*[!！]\\s*"),
                share(sentences, "(?s).*[!！].*") + (double) Measure.emoji(all) / sentences.size(),
                (double) sentences.stream().filter(Sound::isBookish).count() / sentences.size());
    }

    /** What is at odds with the sliders, measures and all; empty where nothing is. */
    Optional<Wording> against(Persona persona) {
        int lively = persona.tone().sliders().getOrDefault("enthusiastic", 2);
        int casual = persona.tone().sliders().getOrDefault("casual", 2);
        int limit = persona.tone().lengths().sentence().getOrDefault(chinese ? "zh" : "en", Integer.MAX_VALUE);
        return oddness(lively, casual, limit).map(odd -> Wording.of("%s: %s", measured(), odd));
    }

    private Optional<Wording> oddness(int enthusiastic, int casual, int limit) {
        if (enthusiastic <= LOW && loud > LOUD) {
            return Optional.of(Wording.of("loud for enthusiastic %s", enthusiastic));
        }
        if (enthusiastic == FULL && lively < QUIET) {
            return Optional.of(Wording.of("quiet for enthusiastic %s", enthusiastic));
        }
        return casual < HIGH ? Optional.empty() : Optional.ofNullable(formality(casual, limit));
    }

    private @Nullable Wording formality(int casual, int limit) {
        if (perSentence > limit * LONG) {
            return Wording.of("long for casual %s", casual);
        }
        if (stiff > STIFF) {
            return Wording.of("stiff for casual %s", casual);
        }
        return hard > (chinese ? HARD_CHARACTERS : HARD_YEARS)
                ? Wording.of("hard to read for casual %s", casual)
                : null;
    }

    private Wording measured() {
        return Wording.of(
                chinese
                        ? "%s characters a sentence, %s a reply, %s %% rare characters, %s %% of sentences exclaim"
                        : "%s words a sentence, %s a reply, read after %s years of school, %s %% of sentences exclaim",
                Math.round(perSentence),
                Math.round(perReply),
                Math.round(hard),
                Math.round(loud * 100));
    }

    private static boolean isBookish(String sentence) {
        return BOOKISH.matcher(Han.simplified(sentence).toLowerCase(Locale.ROOT))
                .find();
    }

    private static double share(List<String> sentences, String like) {
        return (double) sentences.stream().filter(each -> each.matches(like)).count() / sentences.size();
    }

    private static int size(String sentence, boolean chinese) {
        return chinese
                ? sentence.replaceAll("\\s", "").length()
                : words(sentence).size();
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+", -1));
    }

    private static double rare(String text) {
        var han = text.codePoints()
                .filter(Han::isHan)
                .mapToObj(Character::toString)
                .toList();
        var encoder = COMMON.newEncoder();
        long rare = han.stream()
                .map(Han::simplified)
                .filter(each -> !encoder.canEncode(each) || (each.getBytes(COMMON)[0] & 0xFF) > COMMON_UNTIL)
                .count();
        return han.isEmpty() ? 0 : 100.0 * rare / han.size();
    }

    /** By Flesch and Kincaid, syllables counted by their vowels. */
    private static double schoolYears(String text, int sentences) {
        var words = words(text.toLowerCase(Locale.ROOT)).stream()
                .map(word -> word.replaceAll("[^a-z]", ""))
                .filter(word -> !word.isEmpty())
                .toList();
        double syllables = words.stream().mapToInt(Sound::syllables).sum();
        return words.isEmpty() ? 0 : 0.39 * words.size() / sentences + 11.8 * syllables / words.size() - 15.59;
    }

    private static int syllables(String word) {
        int found = (int)
                VOWELS.matcher(word.replaceFirst("(?<=[^l])e$", "")).results().count();
        return Math.max(1, found);
    }
}
