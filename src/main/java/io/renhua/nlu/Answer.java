package io.renhua.nlu;

import java.util.List;

/**
 * What a classifier made of one sentence.
 *
 * @param best the likeliest intent, whether or not it was refused; {@code oos} where there is none at all
 * @param confidence of the likeliest intent, so that it can be compared over all sentences
 * @param offered the two intents one would ask back with
 */
public record Answer(Labelled asked, String best, double confidence, Band band, List<String> offered) {

    public Answer {
        offered = List.copyOf(offered);
    }

    static Answer of(Labelled asked, Ranking ranking) {
        return new Answer(
                asked,
                ranking.best().map(Candidate::intent).orElse(Labelled.FOREIGN),
                ranking.best().map(Candidate::confidence).orElse(0.0),
                ranking.band(),
                ranking.candidates().stream().limit(2).map(Candidate::intent).toList());
    }

    public boolean isRefused() {
        return band == Band.NO;
    }

    public boolean isBestRight() {
        return best.equals(asked.intent());
    }

    /** The answer as it counts: {@code oos} for what is refused, if one may refuse. */
    public String given(boolean refusing) {
        return refusing && isRefused() ? Labelled.FOREIGN : best;
    }
}
