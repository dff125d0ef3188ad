package world;

import java.util.List;

/**
 * All that a verdict is made from.
 *
 * @param receipts what the platform knows of each message
 * @param heard what the platform took from us, in order
 * @param remains what our journal says
 */
public record Evidence(List<People.Receipt> receipts, List<Call> heard, Remains remains) {
    public Evidence {
        receipts = List.copyOf(receipts);
        heard = List.copyOf(heard);
    }

    /** Whether there is any order to break. */
    public boolean anybodyHearsTwice() {
        return heard.stream().map(Call::to).distinct().count() < heard.size();
    }

    public Evidence hearing(List<Call> otherwise) {
        return new Evidence(receipts, otherwise, remains);
    }
}
