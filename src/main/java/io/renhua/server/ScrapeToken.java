package io.renhua.server;

import io.renhua.connector.Secret;
import java.util.Optional;

/**
 * What a collector of metrics shows at {@code /prometheus}.
 *
 * @param secret empty when none is set: then only staff may look
 */
public record ScrapeToken(Optional<Secret> secret) {
    boolean matches(String candidate) {
        return secret.filter(mine -> mine.matches(candidate)).isPresent();
    }
}
