package io.renhua.cli;

import io.renhua.publishing.Review;
import io.renhua.publishing.Reviews;
import io.renhua.text.Wording;
import java.util.List;

/** How a version was reviewed, told in lines. */
final class ReviewStory {
    private ReviewStory() {}

    /** A line for each step, the first one first; none where nobody reviewed it. */
    static List<Wording> of(Reviews reviews, String address) {
        return reviews.of(address).reversed().stream()
                .map(ReviewStory::sentence)
                .toList();
    }

    private static Wording sentence(Review step) {
        var did = switch (step.step()) {
            case SENT -> "%s  %s sent it to review: %s";
            case APPROVED -> "%s  %s approved it: %s";
            case SENT_BACK -> "%s  %s sent it back: %s";
        };
        return Wording.of(did, HistoryCommand.minute(step.at()), step.who(), step.why());
    }

    static Wording state(Review last) {
        return Wording.of(
                switch (last.step()) {
                    case SENT -> "waits for review";
                    case APPROVED -> "approved";
                    case SENT_BACK -> "sent back";
                });
    }
}
