package io.renhua.connector;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls to one platform's API. Blocks; never follows redirects; answers are bounded. */
public interface Http {

    Answer send(Call call);

    /**
     * One call.
     *
     * @param path path and query below the base address, starting with a slash; may hold secrets and is never logged
     * @param body empty for none
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Call(String method, String path, Map<String, String> headers, byte[] body, Duration timeout) {

        /** Path and headers may hold secrets, the body a person's words: none of them is shown. */
        @Override
        public String toString() {
            return method + " of " + body.length + " bytes";
        }
    }

    sealed interface Answer {}

    /** The platform answered. Header names are lower case. */
    @SuppressWarnings("ArrayRecordComponent")
    record Answered(int status, Map<String, List<String>> headers, byte[] body) implements Answer {
        public Optional<String> header(String lowerCaseName) {
            var values = headers.get(lowerCaseName);
            return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
        }
    }

    /** Surely never reached the platform: no connection, no address. */
    record NotSent(String why) implements Answer {}

    /** Went out, and no whole answer came back. */
    record Lost(String why) implements Answer {}
}
