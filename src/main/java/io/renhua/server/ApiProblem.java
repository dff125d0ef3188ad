package io.renhua.server;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why something cannot be done, as <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a> tells it, with where it is wrong
 * and what to write instead.
 */
final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final String FORM = "application/problem+json";

    private final int status;
    private final String title;
    private final @Nullable String where;
    private final String instead;
    private final transient Map<String, Object> more;

    ApiProblem(int status, String title, String detail, @Nullable String where, String instead, Map<String, ?> more) {
        super(detail);
        this.status = status;
        this.title = title;
        this.where = where;
        this.instead = instead;
        this.more = Map.copyOf(more);
    }

    /** Something that was sent is not as it must be. */
    static ApiProblem wrong(String where, String detail, String instead) {
        return new ApiProblem(400, "This cannot be read", detail, where, instead, Map.of());
    }

    static ApiProblem notThere(String detail, String instead) {
        return new ApiProblem(404, "There is no such thing", detail, null, instead, Map.of());
    }

    static ApiProblem notAllowed(String detail, String instead) {
        return new ApiProblem(403, "This token may not do that", detail, null, instead, Map.of());
    }

    int status() {
        return status;
    }

    Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", title);
        body.put("status", status);
        body.put("detail", String.valueOf(getMessage()));
        if (where != null) {
            body.put("where", where);
        }
        body.put("instead", instead);
        body.putAll(more);
        return body;
    }

    /** It is told to whoever asked, and to nobody else. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
