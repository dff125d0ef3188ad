package io.renhua.server;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.renhua.retention.RetentionWatch;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Says at {@code /health}, to staff who are signed in, when what is kept no longer left last, and what stays. That something is
 * overdue is no reason to start a node anew, so this is always up.
 */
@Singleton
final class RetentionHealth implements HealthIndicator {
    private final RetentionWatch watch;

    RetentionHealth(RetentionWatch watch) {
        this.watch = watch;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromSupplier(() -> HealthResult.builder("retention", HealthStatus.UP)
                .details(details())
                .build());
    }

    private Map<String, Object> details() {
        var details = new LinkedHashMap<String, Object>();
        watch.last().ifPresent(last -> {
            details.put("last", last.ended().toString());
            details.put("conversations", last.conversations());
            details.put("entries", last.words());
            details.put("media", last.media());
            details.put("staying", last.staying());
            details.put("held", last.held());
            if (last.overdueSince() != null) {
                details.put("overdueSince", last.overdueSince().toString());
            }
            if (!last.remark().isEmpty()) {
                details.put("remark", last.remark());
            }
        });
        return details;
    }
}
