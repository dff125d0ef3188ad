package io.renhua.publishing;

import io.renhua.publishing.Review.Step;
import io.renhua.text.Wording;
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
    Optional<Wording> against(ReviewWish wish) {
        if (wish.who().isBlank() || wish.why().isBlank()) {
            return Optional.of(Wording.of("A review has a name and a word why: --who mei --why \"reads well\""));
        }
        return switch (wish.step()) {
            case SENT -> againstSending(wish);
            case APPROVED -> againstApproving(wish);
            case SENT_BACK ->
                standing(wish.address())
                        .filter(last -> !last.is(Step.SENT_BACK))
                        .map(last -> Optional.<Wording>empty())
                        .orElseGet(() -> Optional.of(neverSent(wish)));
        };
    }

    private Optional<Wording> againstSending(ReviewWish wish) {
        return standing(wish.address())
                .filter(last -> !last.is(Step.SENT_BACK))
                .map(last -> last.is(Step.SENT)
                        ? Wording.of("%s waits for its review already; %s sent it.", last.brief(), last.who())
                        : Wording.of(
                                "%s is approved already, by %s. To publish it: renhua publish %s --why \"…\"",
                                last.brief(), last.who(), wish.persona()));
    }

    private Optional<Wording> againstApproving(ReviewWish wish) {
        var last = standing(wish.address());
        if (last.filter(step -> step.is(Step.APPROVED)).isPresent()) {
            return last.map(step -> Wording.of("%s is approved already, by %s.", step.brief(), step.who()));
        }
        if (last.filter(step -> step.is(Step.SENT)).isEmpty()) {
            return Optional.of(neverSent(wish));
        }
        return of(wish.address()).stream()
                .filter(step -> step.is(Step.SENT) && isSame(step.who(), wish.who()))
                .findFirst()
                .map(own -> Wording.of(
                        "%s sent it, so somebody else has to approve it: --who and another name.", own.who()));
    }

    private static Wording neverSent(ReviewWish wish) {
        return Wording.of(
                "%s does not wait for a review. To send what the files hold: renhua review %s --send --why \"…\"",
                Publication.brief(wish.address()), wish.persona());
    }

    /** Why a version may not speak yet where somebody else has to approve it first; empty when it may. */
    Optional<Wording> against(Release release) {
        if (isApproved(release.address())) {
            return Optional.empty();
        }
        var persona = release.persona();
        return Optional.of(standing(release.address())
                .map(last -> last.is(Step.SENT) ? stillWaits(last, persona) : wasSentBack(last, persona))
                .or(() -> approved().map(last -> isAnother(last, persona)))
                .orElseGet(() -> Wording.of(
                        "Here a version speaks once somebody else has approved it (renhua.publish: reviewed)."
                                + " To send it: renhua review %s --send --why \"…\"",
                        persona)));
    }

    private static Wording stillWaits(Review last, String persona) {
        return Wording.of(
                "Here a version speaks once somebody else has approved it (renhua.publish: reviewed)."
                        + " %s, sent by %s, still waits for that. Somebody else than %s writes:"
                        + " renhua review %s --approve --why \"…\"",
                last.brief(), last.who(), last.who(), persona);
    }

    private static Wording wasSentBack(Review last, String persona) {
        return Wording.of(
                "Here a version speaks once somebody else has approved it (renhua.publish: reviewed)."
                        + " %s sent %s back: %s%nMend that, then send it again: renhua review %s --send --why \"…\"",
                last.who(), last.brief(), last.why(), persona);
    }

    /** What was approved is not what the files hold. */
    private static Wording isAnother(Review last, String persona) {
        return Wording.of(
                "Here a version speaks once somebody else has approved it (renhua.publish: reviewed)."
                        + " What %s approved, %s, is not what the files hold now. To publish what was approved:"
                        + " renhua publish %s --approved --why \"…\"%nTo send what they hold now:"
                        + " renhua review %s --send --why \"…\"",
                last.who(), last.brief(), persona, persona);
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
