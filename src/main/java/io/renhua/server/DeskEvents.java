package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.annotation.Secured;
import io.renhua.handoff.Gazes;
import io.renhua.handoff.Gazes.Gaze;
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
    private final Gazes gazes;
    private final Scheduler blocking;

    DeskEvents(
            Journal journal,
            Transcripts transcripts,
            StaffSessions sessions,
            StaffCookies cookies,
            Gazes gazes,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.journal = journal;
        this.transcripts = transcripts;
        this.sessions = sessions;
        this.cookies = cookies;
        this.gazes = gazes;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Get(produces = MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<Map<String, Long>>> events(HttpRequest<?> request, StaffMember me) {
        var token = cookies.read(request, StaffCookies.SESSION).orElse("");
        var marks = happenings()
                .sample(TOGETHER)
                .map(conversation -> "mark")
                .startWith("mark"); // whoever comes back learns at once what they missed
        var beats = Flux.interval(BEAT).onBackpressureDrop().map(beat -> "beat");
        var turns = gazes(me.login()).sample(TOGETHER).map(gaze -> "gaze");
        return Flux.merge(marks, beats, turns)
                .onBackpressureLatest()
                .publishOn(blocking, 1)
                .takeWhile(name -> !name.equals("beat") || sessions.read(token).isPresent())
                .map(this::event);
    }

    private Event<Map<String, Long>> event(String name) {
        long end = transcripts.end();
        return Event.of(Map.of("seq", end)).name(name).id(String.valueOf(end));
    }

    /** Colleagues who turn to or from what somebody has before them, or begin or end to write there. */
    private Flux<Gaze> gazes(String login) {
        return Flux.create(
                sink -> sink.onDispose(gazes.listen(gaze -> {
                    if (gazes.concerns(login, gaze)) {
                        sink.next(gaze);
                    }
                })::run),
                FluxSink.OverflowStrategy.LATEST);
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
