package io.renhua.publishing;

import io.renhua.publishing.Review.Step;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the versions of one persona were reviewed, and what may be done next.
 *
 * @param all steps, the latest first
 */
public record Reviews(List<Review> all) {
    public Reviews {
        all = List.copyOf(all);
    }

    /** How one version was reviewed, the latest step first. */
    public List<Review> of(String address) {
        return all.stream().filter(each -> each.address().equals(address)).toList();
    }

    /** The last step about a version. */
    public Optional<Review> standing(String address) {
        return of(address).stream().findFirst();
    }

    public boolean isApproved(String address) {
        return standing(address).filter(last -> last.is(Step.APPROVED)).isPresent();
    }

    /** What was sent last and still waits for somebody to read it. */
    public Optional<Review> waiting() {
        return last(Step.SENT);
    }

    /** What was approved last, and was not sent back since. */
    public Optional<Review> approved() {
        return last(Step.APPROVED);
    }

    private Optional<Review> last(Step step) {
        return all.stream()
                .filter(each -> each.is(step))
                .filter(each -> standing(each.address()).filter(each::equals).isPresent())
                .findFirst();
    }

    /** Why a step cannot be taken, and what to do instead; empty when it can. */
    Optional<String> against(ReviewWish wish) {
        if (wish.who().isBlank() || wish.why().isBlank()) {
            return Optional.of("A review has a name and a word why: --who mei --why \"reads well\"");
        }
        return switch (wish.step()) {
            case SENT -> againstSending(wish);
            case APPROVED -> againstApproving(wish);
            case SENT_BACK ->
                standing(wish.address())
                        .filter(last -> !last.is(Step.SENT_BACK))
                        .map(last -> Optional.<String>empty())
                        .orElseGet(() -> Optional.of(neverSent(wish)));
        };
    }

    private Optional<String> againstSending(ReviewWish wish) {
        return standing(wish.address())
                .filter(last -> !last.is(Step.SENT_BACK))
                .map(last -> last.is(Step.SENT)
                        ? last.brief() + " waits for its review already; " + last.who() + " sent it."
                        : last.brief() + " is approved already, by " + last.who() + ". To publish it: renhua publish "
                                + wish.persona() + " --why \"…\"");
    }

    private Optional<String> againstApproving(ReviewWish wish) {
        var last = standing(wish.address());
        if (last.filter(step -> step.is(Step.APPROVED)).isPresent()) {
            return Optional.of(last.get().brief() + " is approved already, by "
                    + last.get().who() + ".");
        }
        if (last.filter(step -> step.is(Step.SENT)).isEmpty()) {
            return Optional.of(neverSent(wish));
        }
        return of(wish.address()).stream()
                .filter(step -> step.is(Step.SENT) && isSame(step.who(), wish.who()))
                .findFirst()
                .map(own -> own.who() + " sent it, so somebody else has to approve it: --who and another name.");
    }

    private static String neverSent(ReviewWish wish) {
        return Publication.brief(wish.address())
                + " does not wait for a review. To send what the files hold: renhua review " + wish.persona()
                + " --send --why \"…\"";
    }

    /** Why a version may not speak yet where somebody else has to approve it first; empty when it may. */
    Optional<String> against(Release release) {
        var address = release.address();
        if (isApproved(address)) {
            return Optional.empty();
        }
        var persona = release.persona();
        var asked = "Here a version speaks once somebody else has approved it (renhua.publish: reviewed). ";
        return Optional.of(standing(address)
                .map(last -> last.is(Step.SENT)
                        ? asked + last.brief() + ", sent by " + last.who()
                                + ", still waits for that. Somebody else than " + last.who() + " writes: renhua review "
                                + persona + " --approve --why \"…\""
                        : asked + last.who() + " sent " + last.brief() + " back: " + last.why()
                                + "\nMend that, then send it again: renhua review " + persona + " --send --why \"…\"")
                .orElseGet(() -> asked
                        + approved()
                                .map(last -> "What " + last.who() + " approved, " + last.brief()
                                        + ", is not what the files hold now. To publish what was approved: renhua publish "
                                        + persona + " --approved --why \"…\"\nTo send what they hold now")
                                .orElse("To send it")
                        + ": renhua review " + persona + " --send --why \"…\""));
    }

    /** Names that a reader takes for the same. */
    private static boolean isSame(String one, String other) {
        return folded(one).equals(folded(other));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
