package io.renhua.server;

import io.renhua.people.Hallmarks;
import java.util.Set;

/**
 * Who may make one person of two; whoever may not asks for it.
 *
 * @param least the least role that may: {@code agent}, {@code operator} or {@code owner}
 * @param recognisedBy what facts and slots are called by which somebody is known again
 */
public record DeskMerging(String least, Set<String> recognisedBy) {
    public static final DeskMerging STANDARD = new DeskMerging(StaffRole.OPERATOR.word(), Hallmarks.usualNames());

    public DeskMerging {
        recognisedBy = Set.copyOf(recognisedBy);
    }

    boolean lets(StaffMember member) {
        return StaffRole.of(least)
                .filter(role -> member.role().compareTo(role) <= 0)
                .isPresent();
    }
}
