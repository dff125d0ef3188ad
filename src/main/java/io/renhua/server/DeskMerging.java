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
        return lets(member.role());
    }

    /** A program that may give conversations to others does what supervisors do. */
    boolean lets(ApiToken program) {
        return lets(program.may(ApiScope.MANAGE) ? StaffRole.OPERATOR : StaffRole.AGENT);
    }

    private boolean lets(StaffRole role) {
        return StaffRole.of(least).filter(each -> role.compareTo(each) <= 0).isPresent();
    }
}
