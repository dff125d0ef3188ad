package io.renhua.server;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.renhua.publishing.Spoken.Speech;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Says at {@code /health}, to staff who are signed in, which version each persona speaks, and which node speaks an older one and
 * why. An old version is no reason to start a node anew, so this is always up.
 */
@Singleton
final class SpokenHealth implements HealthIndicator {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Mono<List<Speech>> spoken;

    SpokenHealth(SpokenBoard board) {
        this.spoken = Mono.fromCallable(board::now)
                .subscribeOn(Schedulers.boundedElastic())
                .cache(FRESH);
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return spoken.map(all -> HealthResult.builder("personas", HealthStatus.UP)
                .details(details(all))
                .build());
    }

    private static Map<String, Object> details(List<Speech> all) {
        var details = new LinkedHashMap<String, Object>();
        all.stream().collect(Collectors.groupingBy(Speech::persona)).forEach((persona, nodes) -> {
            var newest = SpokenBoard.newest(nodes);
            var one = new LinkedHashMap<String, Object>();
            one.put("version", newest.newest());
            var older = new LinkedHashMap<String, Object>();
            nodes.stream()
                    .filter(each -> SpokenBoard.isBehind(each, newest))
                    .forEach(each -> older.put(
                            each.node(), each.version() + (each.trouble() == null ? "" : ": " + each.trouble())));
            if (!older.isEmpty()) {
                one.put("older", older);
            }
            details.put(persona, one);
        });
        return details;
    }
}
