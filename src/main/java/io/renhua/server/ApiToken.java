package io.renhua.server;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's program, let in by what it shows.
 *
 * @param id the part of a token that is no secret
 * @param agent as whom it is at the desk: {@code api:} and a name; several tokens may be one agent, while one takes another's place
 * @param name what consumers and colleagues read
 * @param used when it was last shown, to the minute
 */
record ApiToken(
        String id,
        String agent,
        String name,
        List<ApiScope> scopes,
        String createdBy,
        Instant created,
        @Nullable Instant used) {
    static final String PREFIX = "api:";

    /** Under which attribute requests carry it. */
    static final String ATTRIBUTE = "api-token";

    ApiToken {
        scopes = List.copyOf(scopes);
    }

    boolean may(ApiScope scope) {
        return scopes.contains(scope);
    }

    static boolean isAgent(String login) {
        return login.startsWith(PREFIX);
    }
}
