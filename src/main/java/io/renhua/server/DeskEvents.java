package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.annotation.Secured;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Tells the desk's pages up to where the journal has come; what happened they ask for themselves, each by its own right.
 * The publisher is what the framework streams from.
 */
@Controller("/desk/events")
@Secured({"owner", "operator", "agent"})
final class DeskEvents {
    private static final Duration TOGETHER = Duration.ofMillis(120);
    private static final Duration BEAT = Duration.ofSeconds(4);

    private final Journal journal;
    private final Transcripts transcripts;
    private final StaffSessions sessions;
    private final StaffCookies cookies;
    private final Scheduler blocking;

    DeskEvents(
            Journal journal,
            Transcripts transcripts,
            StaffSessions sessions,
            StaffCookies cookies,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.journal = journal;
        this.transcripts = transcripts;
        this.sessions = sessions;
        this.cookies = cookies;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Get(produces = MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<Map<String, Long>>> events(HttpRequest<?> request) {
        var token = cookies.read(request, StaffCookies.SESSION).orElse("");
        var marks = happenings()
                .sample(TOGETHER)
                .map(conversation -> "mark")
                .startWith("mark"); // whoever comes back learns at once what they missed
        var beats = Flux.interval(BEAT).onBackpressureDrop().map(beat -> "beat");
        return Flux.merge(marks, beats)
                .onBackpressureLatest()
                .publishOn(blocking, 1)
                .takeWhile(name -> name.equals("mark") || sessions.read(token).isPresent())
                .map(this::event);
    }

    private Event<Map<String, Long>> event(String name) {
        long end = transcripts.end();
        return Event.of(Map.of("seq", end)).name(name).id(String.valueOf(end));
    }

    private Flux<ConversationId> happenings() {
        return Flux.create(
                sink -> {
                    var listening = journal.listen(sink::next);
                    sink.onDispose(listening::close);
                },
                FluxSink.OverflowStrategy.LATEST);
    }
}
