package io.renhua.server;

/**
 * Whether what is personal stays with whoever answers.
 *
 * @param masked whether everybody else reads it masked
 * @param reveals the least role that may look at one masked thing: {@code agent}, {@code operator} or {@code owner}
 */
public record DeskPrivacy(boolean masked, String reveals) {
    public static final DeskPrivacy STANDARD = new DeskPrivacy(true, StaffRole.AGENT.word());

    public DeskPrivacy {
        if (!isRole(reveals)) {
            throw new IllegalArgumentException("no role is called " + reveals);
        }
    }

    public static boolean isRole(String word) {
        return StaffRole.of(word).isPresent();
    }

    boolean letsReveal(StaffMember member) {
        return StaffRole.of(reveals)
                .filter(least -> member.role().compareTo(least) <= 0)
                .isPresent();
    }
}
