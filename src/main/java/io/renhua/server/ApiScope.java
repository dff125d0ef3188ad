package io.renhua.server;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a token is good for; none of them includes another. */
enum ApiScope {
    /** Conversations, their words, events, and who is at the desk. */
    READ,
    /** To be at the desk: take conversations, speak in them, finish them. */
    ANSWER,
    /** To give conversations to others, and to say that two are one person. */
    MANAGE;

    static final String MAY_READ = "api-read";
    static final String MAY_ANSWER = "api-answer";
    static final String MAY_MANAGE = "api-manage";

    static final List<ApiScope> ALL = List.of(values());

    /** How tokens and pages call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How routes call it. */
    String role() {
        return "api-" + word();
    }

    static Optional<ApiScope> of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
    }
}
