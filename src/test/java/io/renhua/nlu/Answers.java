package io.renhua.nlu;

import java.util.List;

/** Answers as the tests of scores need them. */
final class Answers {
    private Answers() {}

    static Answer sure(String intent, String best, double confidence) {
        return answer(intent, best, confidence, Band.SURE);
    }

    static Answer askedBack(String intent, String best, String second) {
        return new Answer(new Labelled("words", intent, "en"), best, 0.5, Band.LIKELY, List.of(best, second));
    }

    static Answer refused(String intent, String best, double confidence) {
        return answer(intent, best, confidence, Band.NO);
    }

    private static Answer answer(String intent, String best, double confidence, Band band) {
        return new Answer(new Labelled("words", intent, "en"), best, confidence, band, List.of(best));
    }
}
