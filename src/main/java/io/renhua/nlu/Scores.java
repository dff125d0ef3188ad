package io.renhua.nlu;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How good answers are, as shares of one.
 *
 * @param answering of the sentences that have an intent, those whose likeliest intent is right
 * @param refusing the same where what is refused counts as wrong
 * @param macroF1 of the answers as given
 * @param foreign what became of the sentences that have no intent; null where none was asked
 */
public record Scores(
        int rows,
        double answering,
        double refusing,
        double macroF1,
        @Nullable Foreign foreign) {

    /**
     * Sentences that belong to no intent: right when refused.
     *
     * @param overall of all sentences, those answered or refused rightly
     * @param recall of the foreign sentences, those refused
     * @param precision of the refused sentences, those that are foreign; 0 where nothing was refused
     * @param auroc how often confidence is higher for a sentence that has an intent than for one that has none
     */
    public record Foreign(int rows, double overall, double recall, double precision, double auroc) {}

    /** @param refusing whether an answer may be "none of them" */
    public static Scores of(List<Answer> answers, boolean refusing) {
        var familiar =
                answers.stream().filter(answer -> !answer.asked().isForeign()).toList();
        return new Scores(
                answers.size(),
                share(familiar, Answer::isBestRight),
                share(familiar, Scores::isRight),
                MacroF1.of(answers, refusing),
                familiar.size() == answers.size() ? null : foreign(answers, familiar));
    }

    private static Foreign foreign(List<Answer> answers, List<Answer> familiar) {
        var foreign =
                answers.stream().filter(answer -> answer.asked().isForeign()).toList();
        var refused = answers.stream().filter(Answer::isRefused).toList();
        return new Foreign(
                foreign.size(),
                share(answers, Scores::isRight),
                share(foreign, Scores::isRight),
                share(refused, answer -> answer.asked().isForeign()),
                Auroc.of(confidences(familiar), confidences(foreign)));
    }

    private static boolean isRight(Answer answer) {
        return answer.given(true).equals(answer.asked().intent());
    }

    private static double share(List<Answer> answers, Predicate<Answer> which) {
        return answers.isEmpty() ? 0 : (double) answers.stream().filter(which).count() / answers.size();
    }

    private static double[] confidences(List<Answer> answers) {
        return answers.stream().mapToDouble(Answer::confidence).toArray();
    }
}
