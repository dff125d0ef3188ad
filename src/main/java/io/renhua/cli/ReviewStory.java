package io.renhua.cli;

import io.renhua.publishing.Review;
import io.renhua.publishing.Reviews;
import java.util.List;

/** How a version was reviewed, told in lines. */
final class ReviewStory {
    private ReviewStory() {}

    /** A line for each step, the first one first; none where nobody reviewed it. */
    static List<String> of(Reviews reviews, String address) {
        return reviews.of(address).reversed().stream()
                .map(ReviewStory::sentence)
                .toList();
    }

    private static String sentence(Review step) {
        var did = switch (step.step()) {
            case SENT -> " sent it to review: ";
            case APPROVED -> " approved it: ";
            case SENT_BACK -> " sent it back: ";
        };
        return HistoryCommand.minute(step.at()) + "  " + step.who() + did + step.why();
    }

    static String state(Review last) {
        return switch (last.step()) {
            case SENT -> "waits for review";
            case APPROVED -> "approved";
            case SENT_BACK -> "sent back";
        };
    }
}
