package io.renhua.nlu;

import io.renhua.nlu.Feeling.Mood;
import io.renhua.text.Han;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a feeling out of words: those that tell of one, turned round by a 'not', made stronger by a 'very' or marks. Knows
 * Chinese in both scripts and English, and needs nothing from outside. After Taboada et al., Lexicon-Based Methods for
 * Sentiment Analysis (2011): a negation weakens as well as turns round, a question tells less than a statement.
 */
public final class FeelingReader {
    private static final FeelingWords WORDS = FeelingWords.bundled();

    private static final double STRONGER = 1.3;
    private static final double TURNED = -0.6;
    private static final double ASKED = 0.3;

    /** As much weight makes a score of a half. */
    private static final double HALF = 1.2;

    private static final int REACH = 24;
    private static final Pattern NOT = Pattern.compile(
            "(?:[不没别未无][^,。.!?;\\s]{0,3}|\\b(?:not|no|never|without|hardly|[a-z]+n't)(?:\\s+[a-z']+){0,2}\\s+)$");
    private static final Pattern VERY = Pattern.compile("(?:[很太超真好极特最更][的得]?|非常|特别|十分|实在|简直|有够"
            + "|\\b(?:very|so|really|too|extremely|absolutely|totally|such an?|fucking)\\s+)$");
    private static final Pattern VERY_AFTER = Pattern.compile("(?:死我?了|极了|透了|透顶|爆了?|到不行|到爆|得要命|的要命)");
    private static final Pattern SHOUTED = Pattern.compile("!{2,}|[?!]{3,}");

    public Feeling read(String text) {
        var folded = Han.simplified(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
        var weights = new EnumMap<Mood, Double>(Mood.class);
        for (int at = 0; at < folded.length(); ) {
            var word = WORDS.longestAt(folded, at);
            if (word != null) {
                weigh(weights, word, folded, at);
            }
            at += word == null
                    ? Character.charCount(folded.codePointAt(at))
                    : word.text().length();
        }
        return weights.isEmpty() ? Feeling.NONE : sum(weights, folded);
    }

    private static void weigh(Map<Mood, Double> weights, FeelingWords.Word word, String text, int at) {
        var before = text.substring(Math.max(0, at - REACH), at);
        int end = at + word.text().length();
        double weight = word.weight();
        var mood = word.mood();
        if (VERY.matcher(before).find()
                || VERY_AFTER.matcher(text).region(end, text.length()).lookingAt()) {
            weight *= STRONGER;
        }
        if (NOT.matcher(before).find()) {
            weight *= TURNED;
            mood = mood == Mood.HAPPY ? Mood.ANGRY : Mood.CALM; // who is not sad is not glad
        }
        if (weight != 0) {
            weights.merge(mood, weight, Double::sum);
        }
    }

    private static Feeling sum(Map<Mood, Double> weights, String text) {
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        if (sum > 0 && asks(text)) {
            sum *= ASKED;
        }
        if (SHOUTED.matcher(text).find()) {
            sum *= STRONGER;
        }
        if (sum == 0) {
            return Feeling.NONE;
        }
        var mood = sum > 0
                ? Mood.HAPPY
                : weights.getOrDefault(Mood.SAD, 0.0) < weights.getOrDefault(Mood.ANGRY, 0.0) ? Mood.SAD : Mood.ANGRY;
        return new Feeling(sum / (Math.abs(sum) + HALF), mood);
    }

    private static boolean asks(String text) {
        var said = text.stripTrailing();
        return said.endsWith("?") || said.endsWith("吗") || said.endsWith("嘛");
    }
}
