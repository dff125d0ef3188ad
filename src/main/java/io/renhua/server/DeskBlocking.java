package io.renhua.server;

/**
 * Who may block people; whoever may not asks for it.
 *
 * @param least the least role that may: {@code agent}, {@code operator} or {@code owner}
 */
public record DeskBlocking(String least) {
    public static final DeskBlocking STANDARD = new DeskBlocking(StaffRole.OPERATOR.word());

    boolean lets(StaffMember member) {
        return StaffRole.of(least)
                .filter(role -> member.role().compareTo(role) <= 0)
                .isPresent();
    }
}
