package io.renhua.server;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do: owners invite and dismiss, operators look after personas and exports, agents answer. */
enum StaffRole {
    OWNER,
    OPERATOR,
    AGENT;

    static final List<StaffRole> ALL = List.of(values());

    /** How the store, the routes and the pages call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<StaffRole> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
