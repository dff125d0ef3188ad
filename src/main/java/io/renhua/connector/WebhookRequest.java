package io.renhua.connector;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came in over HTTP, before anybody believed it.
 *
 * @param headers by lower-case name, every value in order
 * @param query decoded parameters, every value in order
 * @param body the bytes as they came: signatures are checked over these, never over parsed and written JSON
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to a parser; nobody compares two requests
public record WebhookRequest(
        String method, Map<String, List<String>> headers, Map<String, List<String>> query, byte[] body) {

    /** The header's value; empty when it is missing, or given twice, which no platform does. */
    public Optional<String> header(String lowerCaseName) {
        return only(headers.get(lowerCaseName));
    }

    /** The parameter's value; empty when it is missing or given twice. */
    public Optional<String> parameter(String name) {
        return only(query.get(name));
    }

    private static Optional<String> only(@org.jspecify.annotations.Nullable List<String> values) {
        return values != null && values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }
}
